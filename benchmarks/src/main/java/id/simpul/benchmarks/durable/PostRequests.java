package id.simpul.benchmarks.durable;

import id.simpul.benchmarks.sample.SampleForms;
import id.simpul.benchmarks.sample.SampleReports;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Submissions as bytes on the wire, put together before the clock starts; each is sent many times.
 * With keys, every sending carries an idempotency key of its own. Not thread-safe.
 */
final class PostRequests {
  /** Different reports. */
  static final int COUNT = 512;

  private static final String KEY_FIELD = "Idempotency-Key: ";
  private static final int KEY_DIGITS = 32;
  private static final long SEED = 15_71;

  private final List<byte[]> requests;
  private final boolean keyed;
  private final int keyAt;
  private long next;

  private PostRequests(List<byte[]> requests, boolean keyed, int keyAt) {
    this.requests = requests;
    this.keyed = keyed;
    this.keyAt = keyAt;
  }

  /**
   * Makes requests for one node.
   *
   * @param port where it listens on this machine
   * @param path the path of the operation
   * @param apiKey a key that may file reports
   * @param keyed whether each carries an idempotency key
   */
  static PostRequests of(int port, String path, String apiKey, boolean keyed) {
    String start =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nAccept: application/json\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n";
    String key = keyed ? KEY_FIELD + "0".repeat(KEY_DIGITS) + "\r\n" : "";
    List<byte[]> requests =
        new SampleReports(SEED)
            .list(COUNT).stream()
                .map(report -> request(start + key, SampleForms.encode(report, apiKey)))
                .toList();
    return new PostRequests(requests, keyed, start.length() + KEY_FIELD.length());
  }

  private static byte[] request(String head, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String all = head + "Content-Length: " + body.length + "\r\n\r\n";
    out.writeBytes(all.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(body);
    return out.toByteArray();
  }

  /** The next request; to be copied at once, because its key is written over by a later one. */
  byte[] next() {
    byte[] request = requests.get((int) (next % COUNT));
    next++;
    if (keyed) {
      long digits = next;
      for (int i = KEY_DIGITS - 1; digits > 0; i--) {
        request[keyAt + i] = (byte) ('0' + digits % 10);
        digits /= 10;
      }
    }
    return request;
  }
}
