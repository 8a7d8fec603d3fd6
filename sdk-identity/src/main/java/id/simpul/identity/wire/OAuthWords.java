package id.simpul.identity.wire;

import id.simpul.core.format.Limits;
import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.OAuthErrors;
import id.simpul.core.operation.Problem;
import id.simpul.core.operation.SchemaId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/**
 * Errors as OAuth writes them, with an endpoint's own words for what a node refuses by status
 * alone.
 *
 * @param words for each status its word
 */
record OAuthWords(Map<Integer, String> words) implements ErrorFormat {
  OAuthWords {
    words = Map.copyOf(words);
  }

  @Override
  public MediaType mediaType() {
    return OAuthErrors.FORMAT.mediaType();
  }

  @Override
  public Optional<String> suffix() {
    return OAuthErrors.FORMAT.suffix();
  }

  @Override
  public Optional<SchemaId> schema() {
    return OAuthErrors.FORMAT.schema();
  }

  @Override
  public void write(ErrorReport report, OutputStream out) throws IOException {
    OAuthErrors.FORMAT.write(
        new ErrorReport(report.status(), report.problems().stream().map(this::worded).toList()),
        out);
  }

  private Problem worded(Problem problem) {
    String status = problem.code();
    String word =
        status.chars().allMatch(c -> c >= '0' && c <= '9') && status.length() == 3
            ? words.getOrDefault(Integer.valueOf(status), status)
            : status;
    return new Problem(word, problem.description());
  }

  @Override
  public ErrorReport read(int status, InputStream in, Limits limits) throws IOException {
    return OAuthErrors.FORMAT.read(status, in, limits);
  }
}
