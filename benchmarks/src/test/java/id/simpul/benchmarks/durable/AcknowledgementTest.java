package id.simpul.benchmarks.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.simpul.benchmarks.BenchmarkException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AcknowledgementTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n";

  @Test
  void id_twoReports_differ() {
    long one = Acknowledgement.id(bytes(OK + "[{\"service_request_id\":\"a-1\"}]"));
    long other = Acknowledgement.id(bytes(OK + "[{\"service_request_id\":\"a-2\"}]"));

    assertThat(one).isNotEqualTo(other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 503 Service Unavailable\r\n\r\n[{\"service_request_id\":\"a-1\"}]",
        OK + "[{\"service_request_id\":\"\"}]",
        OK + "[{\"service_request_id\":\"a-1",
        OK + "[{\"token\":\"a-1\"}]",
        "HTTP/1.1"
      })
  void id_noAcknowledgement_endsTheMeasurement(String answer) {
    assertThatExceptionOfType(BenchmarkException.class)
        .isThrownBy(() -> Acknowledgement.id(bytes(answer)));
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
