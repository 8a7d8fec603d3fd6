package id.simpul.core.internal.http;

import java.io.IOException;

/** An answer passed the limit. */
final class AnswerTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  AnswerTooLargeException(long limit) {
    super("the answer is larger than " + limit + " bytes");
  }
}
