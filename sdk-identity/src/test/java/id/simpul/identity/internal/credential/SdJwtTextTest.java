package id.simpul.identity.internal.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdJwtTextTest {
  private static void malformed(String text) {
    assertThatThrownBy(() -> SdJwtText.parse(text))
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED));
  }

  @Test
  void parse_issuerJwtAlone_hasNeitherDisclosureNorBinding() {
    SdJwtText text = SdJwtText.parse("a.b.c~");
    assertThat(text.issuerJwt()).isEqualTo("a.b.c");
    assertThat(text.disclosures()).isEmpty();
    assertThat(text.keyBindingJwt()).isEmpty();
    assertThat(text.boundPart()).isEqualTo("a.b.c~");
  }

  @Test
  void parse_everything_isTakenApart() {
    SdJwtText text = SdJwtText.parse("a.b.c~d1~d2~x.y.z");
    assertThat(text.disclosures()).containsExactly("d1", "d2");
    assertThat(text.keyBindingJwt()).contains("x.y.z");
    assertThat(text.boundPart()).isEqualTo("a.b.c~d1~d2~");
    assertThat(text).hasToString("SD-JWT with 2 disclosures");
  }

  @Test
  void join_parts_areSeparatedAndEndWithATilde() {
    assertThat(SdJwtText.join("a.b.c", List.of("d1", "d2"))).isEqualTo("a.b.c~d1~d2~");
    assertThat(SdJwtText.join("a.b.c", List.of())).isEqualTo("a.b.c~");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b.c", "a.b.c~~", "a.b.c~d~~", "a.b.c~~d~", "a.b.c~~x.y.z"})
  void parse_noTildeOrNothingBetweenTwo_isRefused(String text) {
    malformed(text);
  }

  @Test
  void parse_disclosuresAtTheLimit_areTakenAndOneMoreRefused() {
    String at = "a.b.c~" + String.join("~", Collections.nCopies(128, "d")) + "~";
    assertThat(SdJwtText.parse(at).disclosures()).hasSize(128);
    assertThat(SdJwtText.parse(at + "x.y.z").disclosures()).hasSize(128);
    malformed(at + "d~");
    malformed(at + "d~x.y.z");
  }

  @Test
  void parse_lengthAtTheLimit_isTakenAndOneCharacterMoreRefused() {
    String at = "a~" + "d".repeat(256 * 1024 - 3) + "~";
    assertThat(SdJwtText.parse(at).disclosures()).hasSize(1);
    malformed("a" + at);
    malformed(at + "k");
  }
}
