package id.simpul.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.SigningKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TestKeysTest {
  private static final byte[] MESSAGE = "laporan".getBytes(StandardCharsets.UTF_8);

  @Test
  void signingKey_sameSeedAndName_isTheSame() {
    SigningKey one = TestKeys.of(1).signingKey("node");
    SigningKey other = TestKeys.of(1).signingKey("node");

    assertThat(one.keyId()).isEqualTo(other.keyId());
    assertThat(one.sign(MESSAGE)).isEqualTo(other.sign(MESSAGE));
  }

  @Test
  void signingKey_otherSeedOrName_isAnother() {
    String key = TestKeys.of(1).signingKey("node").keyId();

    assertThat(TestKeys.of(2).signingKey("node").keyId()).isNotEqualTo(key);
    assertThat(TestKeys.of(1).signingKey("peer").keyId()).isNotEqualTo(key);
  }

  @Test
  void apiKey_sameName_isTheSameAndHidden() {
    assertThat(TestKeys.of(1).apiKey("a")).isEqualTo(TestKeys.of(1).apiKey("a"));
    assertThat(TestKeys.of(1).apiKey("a")).isNotEqualTo(TestKeys.of(1).apiKey("b"));
    assertThat(TestKeys.of(1).apiKey("a")).isNotEqualTo(TestKeys.of(2).apiKey("a"));
    assertThat(TestKeys.of(1).apiKey("a").toString()).doesNotContain("1");
  }
}
