package id.simpul.identity.internal.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.JoseJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaimReaderTest {
  private static Optional<Instant> date(String number) {
    byte[] json = ("{\"exp\":" + number + "}").getBytes(StandardCharsets.UTF_8);
    return new ClaimReader(JoseJson.read(json, "test"), "test").date("exp");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 1L << 53})
  void date_withinItsRange_isThatSecond(long seconds) {
    assertThat(date(Long.toString(seconds))).contains(Instant.ofEpochSecond(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "9007199254740993", "1.0", "1e3", "\"1\"", "null"})
  void date_outsideItOrNoWholeNumber_isMalformed(String number) {
    assertThatThrownBy(() -> date(number))
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED));
  }

  @Test
  void date_absent_isEmpty() {
    ClaimReader reader =
        new ClaimReader(JoseJson.read("{}".getBytes(StandardCharsets.UTF_8), "test"), "test");
    assertThat(reader.date("exp")).isEmpty();
  }
}
