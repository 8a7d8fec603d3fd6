package id.simpul.health.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenReplyFormatTest {
  private static TokenReply read(String token, String seconds) throws IOException {
    String json =
        "{\"token_type\":\"BearerToken\",\"access_token\":\""
            + token
            + "\",\"expires_in\":\""
            + seconds
            + "\"}";
    return TokenReplyFormat.FORMAT.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
        Limits.DEFAULT.withMaxBytes(64 * 1024));
  }

  @Test
  void read_tokenAtItsLimitAndPastIt_isTakenAndRefused() throws IOException {
    String longest = "t".repeat(TokenReplyFormat.MAX_TOKEN_LENGTH);
    assertThat(read(longest, "60").token().reveal()).isEqualTo(longest);
    assertThatThrownBy(() -> read(longest + "t", "60")).isInstanceOf(FormatException.class);
  }

  @ParameterizedTest
  @CsvSource({"86399,86399", "86400,86400", "86401,86400", "999999999,86400"})
  void read_lifetime_isCutToItsLimit(String seconds, long expected) throws IOException {
    assertThat(read("t", seconds).lifetime()).isEqualTo(Duration.ofSeconds(expected));
  }

  @Test
  void read_lifetimeOfTooManyDigits_isRefused() {
    String digits = "1".repeat(TokenReplyFormat.MAX_LIFETIME_DIGITS + 1);
    assertThatThrownBy(() -> read("t", digits)).isInstanceOf(FormatException.class);
  }
}
