package id.simpul.health.certificate.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthLinkTest {
  private static final LinkKey KEY = LinkKey.generate(new SecureRandom());
  private static final URI URL = URI.create("https://berbagi.jambi.example/links/a1");
  private static final AddressPolicy DEVELOPMENT =
      AddressPolicy.publicOnly().allowInsecureLoopbackForDevelopment();

  private static String link(String json) {
    return HealthLink.PREFIX
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String payload(String more) {
    return "{\"url\":\"" + URL + "\",\"key\":\"" + KEY.text() + "\"" + more + "}";
  }

  private static void refused(String text, String... places) {
    ValidationException e =
        catchThrowableOfType(ValidationException.class, () -> HealthLink.parse(text));
    assertThat(e.violations()).extracting(Violation::where).containsExactlyInAnyOrder(places);
    assertThat(e).hasMessageNotContaining(KEY.text()).hasMessageNotContaining("links/a1");
  }

  @Test
  void text_link_isReadAgain() {
    Instant end = Instant.parse("2027-01-01T00:00:00Z");
    HealthLink link =
        HealthLink.to(URL, KEY)
            .flag(LinkFlag.PASSCODE)
            .flag(LinkFlag.LONG_TERM)
            .expiresAt(end)
            .label("Imunisasi sekolah")
            .build();

    HealthLink read = HealthLink.parse(link.text());

    assertThat(read.url()).isEqualTo(URL);
    assertThat(read.key()).isEqualTo(KEY).hasSameHashCodeAs(KEY);
    assertThat(read.flags()).isEqualTo(Set.of(LinkFlag.LONG_TERM, LinkFlag.PASSCODE));
    assertThat(read.expiresAt()).contains(end);
    assertThat(read.label()).contains("Imunisasi sekolah");
    byte[] json = Base64.getUrlDecoder().decode(link.text().substring(8));
    assertThat(new String(json, StandardCharsets.UTF_8)).contains("\"flag\":\"LP\"");
  }

  @Test
  void parse_viewerInFront_isPassedOver() {
    String text = link(payload(""));
    assertThat(HealthLink.parse("https://viewer.example/x#" + text).url()).isEqualTo(URL);
    assertThat(HealthLink.parse(" " + text + "\n").url()).isEqualTo(URL);
    refused("http://viewer.example#" + text, "text");
    refused("x#" + text, "text");
  }

  @Test
  void parse_unknownMembers_arePassedOver() {
    assertThat(HealthLink.parse(link(payload(",\"v\":1,\"extension\":{\"a\":[1]}"))).label())
        .isEmpty();
  }

  @Test
  void parse_everythingWrong_isSaidAtOnce() {
    refused(
        link("{\"key\":1,\"flag\":\"LLX\",\"exp\":\"x\",\"label\":2,\"v\":2}"),
        "url",
        "key",
        "key",
        "flag",
        "flag",
        "exp",
        "label",
        "v");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shlink:/",
        "shlink:/=",
        "shlink:/e30=",
        "shlink:/W10",
        "shlink:/bm9uZQ",
        "shc:/1",
        "SHLINK:/e30",
        "shlink:/e3 0"
      })
  void parse_noLink_isRefused(String text) {
    assertThatThrownBy(() -> HealthLink.parse(text)).isInstanceOf(ValidationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://berbagi.example/a",
        "ftp://berbagi.example/a",
        "https:///a",
        "https://u:p@x.example/",
        "https://x.example/#a",
        "/a",
        "http://127.0.0.1/a"
      })
  void parse_otherAddress_isRefused(String url) {
    refused(link("{\"url\":\"" + url + "\",\"key\":\"" + KEY.text() + "\"}"), "url");
  }

  @Test
  void parse_thisMachine_isALinkInDevelopmentAlone() {
    String text = link(payload("").replace(URL.toString(), "http://127.0.0.1:8080/a"));
    assertThat(HealthLink.parse(text, DEVELOPMENT).url()).hasPort(8080);
    refused(text, "url");
  }

  @Test
  void parse_lengths_areLimited() {
    String longest = "https://x.example/" + "a".repeat(HealthLink.MAX_URL_LENGTH - 18);
    assertThat(longest).hasSize(128);
    String with = payload("").replace(URL.toString(), longest);
    assertThat(HealthLink.parse(link(with)).url()).hasToString(longest);
    refused(link(with.replace(longest, longest + "a")), "url");
    String label = "é".repeat(HealthLink.MAX_LABEL_LENGTH);
    assertThat(HealthLink.parse(link(payload(",\"label\":\"" + label + "\""))).label())
        .contains(label);
    refused(link(payload(",\"label\":\"" + label + "é\"")), "label");
    String text = link(payload(""));
    String viewer = "https://" + "v".repeat(HealthLink.MAX_TEXT_LENGTH - 9 - text.length()) + "#";
    assertThat(HealthLink.parse(viewer + text).url()).isEqualTo(URL);
    refused(" " + viewer + text, "text");
  }

  @ParameterizedTest
  @CsvSource({"-1", "1", "42", "44"})
  void parse_keyOfAnotherLength_isRefused(int length) {
    String key = length < 0 ? "!".repeat(43) : "A".repeat(length);
    refused(link(payload("").replace(KEY.text(), key)), "key");
    assertThat(LinkKey.of("A".repeat(LinkKey.LENGTH))).isPresent();
    assertThat(LinkKey.of("A".repeat(LinkKey.LENGTH - 1) + "B")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "253402300799,true",
    "253402300800,false",
    "0,true",
    "1.5,true",
    "-1,false",
    "1e9,false",
    "null,false",
    "1234567890123456789012,false"
  })
  void parse_end_isATimeInSeconds(String end, boolean good) {
    String text = link(payload(",\"exp\":" + end));
    if (good) {
      assertThat(HealthLink.parse(text).expiresAt()).isPresent();
    } else {
      refused(text, "exp");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "L,true",
    "P,true",
    "U,true",
    "LP,true",
    "PL,true",
    "LU,true",
    "PU,false",
    "LL,false",
    "X,false",
    "l,false"
  })
  void parse_flags_areKnownAndFitTogether(String flags, boolean good) {
    String text = link(payload(",\"flag\":\"" + flags + "\""));
    if (good) {
      assertThat(HealthLink.parse(text).flags()).hasSize(flags.length());
    } else {
      refused(text, "flag");
    }
  }

  @Test
  void build_whatAReaderRefuses_isNotMade() {
    assertThatThrownBy(() -> HealthLink.to(URI.create("http://x.example/"), KEY).build())
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> HealthLink.to(URL, KEY).label("a".repeat(81)).build())
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> HealthLink.to(URL, KEY).expiresAt(Instant.MAX).build())
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void toString_anything_showsNoSecret() {
    HealthLink link = HealthLink.to(URL, KEY).label("planted").flag(LinkFlag.DIRECT).build();
    assertThat(link + " " + link.key()).isEqualTo("health link [DIRECT] key of a link");
  }
}
