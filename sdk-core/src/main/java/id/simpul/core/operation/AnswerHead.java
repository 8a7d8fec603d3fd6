package id.simpul.core.operation;

import java.util.Objects;

/**
 * What stands before the bytes of an answer.
 *
 * @param status the HTTP status, 200 to 299
 * @param headers all header fields
 */
public record AnswerHead(int status, Headers headers) {
  /** Checks that the fields are given. */
  public AnswerHead {
    Objects.requireNonNull(headers, "headers");
  }
}
