package id.simpul.health.certificate.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ApiException;
import id.simpul.core.SimpulException;
import id.simpul.core.value.Secret;
import id.simpul.health.certificate.link.HealthLinkException.Reason;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthLinkClientTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final LinkKey KEY = LinkKey.generate(RANDOM);
  private static final AddressPolicy DEVELOPMENT =
      AddressPolicy.publicOnly().allowInsecureLoopbackForDevelopment();

  private final MockWebServer server = new MockWebServer();
  private final HealthLinkClient client =
      new HealthLinkClient("Puskesmas Uji", DEVELOPMENT, InstantSource.fixed(NOW));

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getPort() + path);
  }

  private HealthLink link(LinkFlag... flags) {
    HealthLink.Builder builder = HealthLink.to(at("/m/1"), KEY);
    List.of(flags).forEach(builder::flag);
    return builder.unchecked();
  }

  private static String jwe(String kind, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return LinkEncryption.encrypt(new LinkedFile(kind, bytes), KEY, RANDOM);
  }

  private void answers(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private void manifest(String... files) {
    answers(200, "{\"files\":[" + String.join(",", files) + "]}");
  }

  private static String embedded(String kind, String content) {
    return "{\"contentType\":\"" + kind + "\",\"embedded\":\"" + jwe(kind, content) + "\"}";
  }

  private static String located(String kind, Object at) {
    return "{\"contentType\":\"" + kind + "\",\"location\":\"" + at + "\"}";
  }

  private HealthLinkException failed(HealthLink link, Secret passcode) {
    return catchThrowableOfType(HealthLinkException.class, () -> client.files(link, passcode));
  }

  @Test
  void files_embeddedAndElsewhere_areOpenedInOrder() throws InterruptedException {
    manifest(
        embedded(LinkedFile.FHIR, "{\"a\":1}"),
        "{\"contentType\":\"application/pdf\",\"embedded\":\"x\"}",
        located(LinkedFile.HEALTH_CARD, at("/f/2?sig=x")));
    answers(200, jwe(LinkedFile.HEALTH_CARD, "{\"b\":2}") + "\n");

    List<LinkedFile> files = client.files(link());

    assertThat(files)
        .extracting(LinkedFile::contentType)
        .containsExactly(LinkedFile.FHIR, LinkedFile.HEALTH_CARD);
    assertThat(new String(files.get(1).content(), StandardCharsets.UTF_8)).isEqualTo("{\"b\":2}");
    RecordedRequest asked = server.takeRequest();
    assertThat(asked.getMethod() + " " + asked.getTarget()).isEqualTo("POST /m/1");
    assertThat(asked.getBody().utf8())
        .isEqualTo("{\"recipient\":\"Puskesmas Uji\",\"embeddedLengthMax\":1048576}");
    assertThat(asked.getHeaders().get("Content-Type")).startsWith("application/json");
    assertThat(server.takeRequest().getTarget()).isEqualTo("/f/2?sig=x");
  }

  @Test
  void files_passcode_isSentAndAttemptsAreSaid() throws InterruptedException {
    answers(401, "{\"remainingAttempts\":3}");
    HealthLinkException e = failed(link(LinkFlag.PASSCODE), Secret.of("planted-0"));
    assertThat(e.reason()).isEqualTo(Reason.PASSCODE_WRONG);
    assertThat(e.remainingAttempts()).hasValue(3);
    assertThat(e).hasMessageNotContaining("planted");
    assertThat(server.takeRequest().getBody().utf8()).contains("\"passcode\":\"planted-0\"");
    assertThat(server.getRequestCount()).isEqualTo(1);

    answers(401, "{\"error\":\"no\"}");
    assertThat(failed(link(LinkFlag.PASSCODE), Secret.of("x")).remainingAttempts()).isEmpty();
    answers(401, "<html>");
    assertThatThrownBy(() -> client.files(link(LinkFlag.PASSCODE), Secret.of("x")))
        .isInstanceOf(SimpulException.class);
  }

  @Test
  void files_noPasscodeWhereOneIsWanted_asksNobody() {
    assertThat(failed(link(LinkFlag.PASSCODE), null).reason()).isEqualTo(Reason.PASSCODE_REQUIRED);
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"-1,false", "0,false", "1,true"})
  void files_end_isKept(long seconds, boolean asked) {
    HealthLink link =
        HealthLink.to(at("/m/1"), KEY).expiresAt(NOW.plusSeconds(seconds)).unchecked();
    if (asked) {
      manifest();
      assertThat(client.files(link)).isEmpty();
    } else {
      assertThat(failed(link, null).reason()).isEqualTo(Reason.EXPIRED);
    }
    assertThat(server.getRequestCount()).isEqualTo(asked ? 1 : 0);
  }

  @Test
  void files_directLink_isAskedWithAGet() throws InterruptedException {
    answers(200, jwe(LinkedFile.FHIR, "{}"));
    assertThat(client.files(link(LinkFlag.DIRECT))).hasSize(1);
    RecordedRequest asked = server.takeRequest();
    assertThat(asked.getMethod() + " " + asked.getTarget())
        .isEqualTo("GET /m/1?recipient=Puskesmas+Uji");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void files_linkSwitchedOff_isSaid(int status) {
    answers(status, "");
    assertThat(failed(link(), null).reason()).isEqualTo(Reason.INACTIVE);
  }

  @Test
  void files_otherRefusal_isTheServers() {
    answers(500, "");
    assertThatThrownBy(() -> client.files(link())).isInstanceOf(ApiException.class);
    server.enqueue(new MockResponse.Builder().code(307).addHeader("Location", "/x").build());
    assertThatThrownBy(() -> client.files(link())).isInstanceOf(ApiException.class);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"files\":{}}",
        "{\"files\":[1]}",
        "<html>",
        "{\"files\":[{\"contentType\":\"application/fhir+json\"}]}",
        "{\"files\":[{\"contentType\":\"application/fhir+json\",\"location\":\"a b\"}]}",
        "{\"files\":[{\"contentType\":\"application/fhir+json\",\"location\":\"/x\"}]}"
      })
  void files_otherManifest_isMalformed(String manifest) {
    answers(200, manifest);
    assertThat(failed(link(), null).reason()).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://10.0.0.1/f", "http://node.example/f", "https://169.254.169.254/"})
  void files_locationInsideANetwork_isNotAsked(String location) {
    manifest(located(LinkedFile.FHIR, location));
    assertThatThrownBy(() -> client.files(link())).isInstanceOf(SimpulException.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void files_number_isLimited() {
    String one = embedded(LinkedFile.FHIR, "{}");
    String most =
        IntStream.range(0, LinkManifest.MAX_FILES)
            .mapToObj(i -> one)
            .collect(Collectors.joining(","));
    manifest(most);
    assertThat(client.files(link())).hasSize(64);
    manifest(most, one);
    assertThat(failed(link(), null).reason()).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void files_total_isLimited() {
    int each = 4 * 1024 * 1024;
    String jwe = jwe(LinkedFile.FHIR, " ".repeat(each));
    int fit = HealthLinkClient.MAX_TOTAL_BYTES / each;
    for (int more = 0; more < 2; more++) {
      manifest(
          IntStream.range(0, fit + more)
              .mapToObj(i -> located(LinkedFile.FHIR, at("/f")))
              .toArray(String[]::new));
      IntStream.range(0, fit + more).forEach(i -> answers(200, jwe));
      if (more == 0) {
        assertThat(client.files(link())).hasSize(fit);
      } else {
        assertThat(failed(link(), null).reason()).isEqualTo(Reason.MALFORMED);
      }
    }
  }

  @Test
  void client_nobodyWhoAsks_isRefused() {
    assertThatThrownBy(() -> new HealthLinkClient(" ", DEVELOPMENT, InstantSource.fixed(NOW)))
        .isInstanceOf(IllegalArgumentException.class);
    String longest = "a".repeat(HealthLinkClient.MAX_RECIPIENT_LENGTH);
    new HealthLinkClient(longest, DEVELOPMENT, InstantSource.fixed(NOW)).close();
    assertThatThrownBy(
            () -> new HealthLinkClient(longest + "a", DEVELOPMENT, InstantSource.fixed(NOW)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new HealthLinkClient("a", AddressPolicy.anyAddress(), InstantSource.fixed(NOW)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
