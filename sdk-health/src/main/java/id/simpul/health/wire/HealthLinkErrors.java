package id.simpul.health.wire;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Problem;
import id.simpul.core.operation.SchemaId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * What a server of SMART Health Links says when it refuses: with a wrong passcode, how many
 * attempts are left, as the description of a problem of the code {@link #REMAINING_ATTEMPTS}.
 */
final class HealthLinkErrors implements ErrorFormat {
  static final String REMAINING_ATTEMPTS = "remainingAttempts";

  private static final int MAX_DIGITS = 9;

  @Override
  public MediaType mediaType() {
    return MediaType.JSON;
  }

  @Override
  public Optional<String> suffix() {
    return Optional.empty();
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.empty();
  }

  @Override
  public void write(ErrorReport report, OutputStream out) throws IOException {
    JsonObject.Builder body = JsonObject.builder();
    for (Problem problem : report.problems()) {
      if (problem.code().equals(REMAINING_ATTEMPTS)) {
        body.put(REMAINING_ATTEMPTS, JsonNumber.of(Long.parseLong(problem.description())));
      } else {
        body.put("error", problem.description());
      }
    }
    Json.write(body.build(), out);
  }

  @Override
  public ErrorReport read(int status, InputStream in, Limits limits) throws IOException {
    if (Json.read(in, limits) instanceof JsonObject body
        && body.get(REMAINING_ATTEMPTS).orElse(null) instanceof JsonNumber left
        && left.lexeme().length() <= MAX_DIGITS
        && left.lexeme().matches("[0-9]+")) {
      return new ErrorReport(status, List.of(new Problem(REMAINING_ATTEMPTS, left.lexeme())));
    }
    return ErrorReport.of(status, "the server refuses the link");
  }
}
