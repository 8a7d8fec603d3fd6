package id.simpul.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class HttpFrameTest {

  @Test
  void body_headNotWhole_isIncomplete() {
    byte[] bytes = ascii("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n");

    assertThat(HttpFrame.body(bytes, 0, bytes.length)).isEqualTo(HttpFrame.INCOMPLETE);
  }

  @Test
  void end_lengthInAnyCase_liesBehindTheContent() {
    byte[] bytes = ascii("HTTP/1.1 200 OK\r\ncontent-LENGTH:  13\r\nA: b\r\n\r\n");

    int body = HttpFrame.body(bytes, 0, bytes.length);

    assertThat(body).isEqualTo(bytes.length);
    assertThat(HttpFrame.end(bytes, 0, body)).isEqualTo(bytes.length + 13);
  }

  @Test
  void end_noLength_liesBehindTheHead() {
    byte[] bytes = ascii("GET / HTTP/1.1\r\nX-Content-Length: 9\r\n\r\nGET");

    int body = HttpFrame.body(bytes, 0, bytes.length);

    assertThat(HttpFrame.end(bytes, 0, body)).isEqualTo(bytes.length - 3);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
