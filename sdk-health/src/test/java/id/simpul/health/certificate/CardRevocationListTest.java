package id.simpul.health.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardRevocationListTest {
  private static final String KID = "3Kfdg-XwP-7gXyywtUfUADwBumDOPKMQx-iELL11W9s";
  private static final Instant AT = Instant.ofEpochSecond(1687450765);

  private static String list(String rids) {
    return "{\"kid\":\"" + KID + "\",\"method\":\"rid\",\"ctr\":1,\"rids\":[" + rids + "]}";
  }

  private static CardRevocationList read(String json) {
    return CardRevocationList.read(json.getBytes(StandardCharsets.UTF_8), KID, 1);
  }

  private static CardRevocationQuestion question(String rid, Instant issuedAt) {
    return new CardRevocationQuestion("https://a.example", KID, rid, issuedAt);
  }

  @Test
  void contains_card_isOnTheListUpToItsTime() {
    CardRevocationList list = read(list("\"vwAjHdarZuc.1687450765\",\"FKDIxsTCGlU\""));

    assertThat(list.contains(question("FKDIxsTCGlU", AT))).isTrue();
    assertThat(list.contains(question("vwAjHdarZuc", AT.minusMillis(1)))).isTrue();
    assertThat(list.contains(question("vwAjHdarZuc", AT))).isFalse();
    assertThat(list.contains(question("other", AT))).isFalse();
    assertThat(
            list.contains(
                new CardRevocationQuestion("https://a.example", "other", "FKDIxsTCGlU", AT)))
        .isFalse();
    assertThat(list).hasToString("list of 2 revoked cards, version 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"base64==\"",
        "\"$wrongrid!\"",
        "\"aaaaaaaaaaaaaaaaaaaaaaaaa\"",
        "\"a.b\"",
        "\"a.\"",
        "\"\"",
        "5",
        "\"a\",\"a\"",
        "\"a.1\",\"a.2\"",
        "\"a.123456789012\""
      })
  void read_cardInAnotherForm_isRefused(String rids) {
    assertThatThrownBy(() -> read(list(rids)))
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED));
  }

  @Test
  void read_listOfAnother_isRefused() {
    for (String wrong :
        new String[] {
          "",
          "[]",
          "{}",
          list("").replace(KID, "other"),
          list("").replace("\"rid\"", "\"uci\""),
          list("").replace("\"ctr\":1", "\"ctr\":2"),
          list("").replace("\"ctr\":1", "\"ctr\":\"1\""),
          list("").replace("\"rids\":[]", "\"rids\":{}")
        }) {
      assertThatThrownBy(() -> read(wrong)).isInstanceOf(TrustException.class);
    }
    assertThat(read(list("\"aaaaaaaaaaaaaaaaaaaaaaaa\""))).isNotNull();
  }

  @Test
  void read_size_isLimited() {
    byte[] at = new byte[CardRevocationList.MAX_BYTES];
    Arrays.fill(at, (byte) ' ');
    byte[] good = list("").getBytes(StandardCharsets.UTF_8);
    System.arraycopy(good, 0, at, 0, good.length);
    assertThat(CardRevocationList.read(at, KID, 1)).isNotNull();

    byte[] beyond = Arrays.copyOf(at, at.length + 1);
    beyond[at.length] = ' ';
    assertThatThrownBy(() -> CardRevocationList.read(beyond, KID, 1))
        .isInstanceOf(TrustException.class);
  }
}
