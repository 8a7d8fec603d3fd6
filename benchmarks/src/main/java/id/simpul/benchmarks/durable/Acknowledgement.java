package id.simpul.benchmarks.durable;

import id.simpul.benchmarks.BenchmarkException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Looks at an answer to a submission without the code that is measured. */
final class Acknowledgement {
  private static final byte[] OK = "HTTP/1.1 200 ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MEMBER =
      "\"service_request_id\":\"".getBytes(StandardCharsets.US_ASCII);

  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final int STATUS_SHOWN = 12;

  private Acknowledgement() {}

  /**
   * The id of the report that was filed.
   *
   * @param answer the whole answer
   * @return a digest (FNV-1a, 64 bits) of the id
   * @throws BenchmarkException when the answer is not a 200 with an id
   */
  static long id(ByteBuffer answer) {
    int length = answer.limit();
    byte[] bytes = new byte[length];
    answer.duplicate().rewind().get(bytes);
    if (length < OK.length || !matches(bytes, 0, OK)) {
      throw BenchmarkException.invalid("node", "answered " + status(bytes, length));
    }
    for (int i = OK.length; i + MEMBER.length < length; i++) {
      if (bytes[i] == MEMBER[0] && matches(bytes, i, MEMBER)) {
        return digest(bytes, i + MEMBER.length, length);
      }
    }
    throw BenchmarkException.invalid("node", "acknowledged a report without an id");
  }

  private static String status(byte[] bytes, int length) {
    return new String(bytes, 0, Math.min(length, STATUS_SHOWN), StandardCharsets.ISO_8859_1);
  }

  private static long digest(byte[] bytes, int from, int to) {
    long hash = FNV_BASIS;
    int at = from;
    while (at < to && bytes[at] != '"') {
      hash = (hash ^ bytes[at]) * FNV_PRIME;
      at++;
    }
    if (at == from || at == to) {
      throw BenchmarkException.invalid("node", "acknowledged a report with an empty id");
    }
    return hash;
  }

  private static boolean matches(byte[] bytes, int at, byte[] expected) {
    for (int i = 0; i < expected.length; i++) {
      if (bytes[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
