package id.simpul.benchmarks.client;

import id.simpul.benchmarks.BenchmarkException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The answer of each kind of exchange, made once. */
final class CannedAnswers implements Answers {
  /** The media type of every answer. */
  static final String TYPE = "application/json; charset=utf-8";

  private final Map<Kind, byte[]> answers = new EnumMap<>(Kind.class);
  private final Map<Kind, byte[]> starts = new EnumMap<>(Kind.class);

  CannedAnswers() {
    for (Kind kind : Kind.values()) {
      answers.put(kind, message("", kind.answer()));
      String method = kind == Kind.GET ? "GET " : "POST ";
      starts.put(kind, (method + kind.path()).getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Override
  public byte[] to(byte[] request, int end) {
    return Objects.requireNonNull(answers.get(kind(request)), "answer");
  }

  /** The kind of exchange a request begins. */
  Kind kind(byte[] request) {
    for (Map.Entry<Kind, byte[]> start : starts.entrySet()) {
      if (startsWith(request, start.getValue())) {
        return start.getKey();
      }
    }
    throw BenchmarkException.invalid("client", "asked for what is not measured");
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    for (int i = 0; i < start.length; i++) {
      if (bytes[i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** A 200 in JSON with more fields, each ended by a line break. */
  static byte[] message(String fields, byte[] body) {
    String head =
        "HTTP/1.1 200 OK\r\n"
            + "Content-Type: "
            + TYPE
            + "\r\n"
            + "X-Request-Id: 0123456789abcdef\r\n"
            + fields
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(body);
    return out.toByteArray();
  }
}
