package id.simpul.health.certificate.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.AddressPolicy;
import id.simpul.core.SimpulException;
import id.simpul.core.format.Json;
import id.simpul.health.certificate.DidProofCheck;
import id.simpul.health.certificate.Kid;
import id.simpul.health.certificate.TrustList;
import id.simpul.health.certificate.TrustListHolder;
import id.simpul.health.certificate.TrustListSource;
import id.simpul.health.certificate.testing.Signer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTrustListsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final Signer INDONESIAN = Signer.indonesian();
  private static final Signer SINGAPOREAN =
      Signer.of(Signer.ec("secp256r1"), "CN=Penguji, C=SG", List.of());

  private final MockWebServer server = new MockWebServer();
  private final HttpTrustLists lists =
      new HttpTrustLists(
          AddressPolicy.publicOnly().allowInsecureLoopbackForDevelopment(),
          InstantSource.fixed(NOW));
  private URI address = URI.create("http://127.0.0.1/");

  @BeforeEach
  void start() throws IOException {
    server.start();
    address = URI.create("http://127.0.0.1:" + server.getPort() + "/list");
  }

  @AfterEach
  void stop() {
    lists.close();
    server.close();
  }

  private void answers(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private static String base64(Signer signer) throws Exception {
    return Base64.getEncoder().encodeToString(signer.certificate().getEncoded());
  }

  private static String document(Signer signer, String country) throws Exception {
    String id = "did:web:example:v2:trustlist:DCC:" + country + ":DSC";
    Kid kid = Kid.of(signer.certificate());
    ECPoint point = ((ECPublicKey) signer.pair().getPublic()).getW();
    return """
    {"id":"%s","verificationMethod":[{"id":"%s#%s","type":"JsonWebKey2020","controller":"%s",
     "publicKeyJwk":{"kty":"EC","kid":"%s","crv":"P-256","x":"%s","y":"%s","x5c":["%s"]}}]}
    """
        .formatted(
            id,
            id,
            kid,
            id,
            kid,
            coordinate(point.getAffineX()),
            coordinate(point.getAffineY()),
            base64(signer));
  }

  private static String coordinate(BigInteger value) {
    byte[] bytes = new byte[32];
    byte[] own = value.toByteArray();
    int from = Math.max(0, own.length - 32);
    System.arraycopy(own, from, bytes, 32 - (own.length - from), own.length - from);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Test
  void plain_list_isExchangedAsAWholeAndTheLastGoodStays() throws Exception {
    TrustListHolder holder =
        new TrustListHolder(TrustList.empty(), Duration.ofDays(1), InstantSource.fixed(NOW));
    TrustListSource source = lists.plain(address);

    answers(200, base64(INDONESIAN) + "\n" + base64(SINGAPOREAN) + "\n");
    assertThat(holder.refresh(source)).isEmpty();
    assertThat(holder.current().size()).isEqualTo(2);
    assertThat(holder.current().asOf()).isEqualTo(NOW);
    for (String broken : List.of("", "<html>Welcome</html>", base64(INDONESIAN).substring(9))) {
      answers(200, broken);
      assertThat(holder.refresh(source)).isPresent();
    }
    answers(500, base64(INDONESIAN));
    assertThat(holder.refresh(source)).isPresent();
    assertThat(holder.current().size()).isEqualTo(2);
    assertThat(holder.fresh()).isPresent();
  }

  @Test
  void documents_severalOfThem_areOneListAsOldAsTheOldest() throws Exception {
    Instant signed = NOW.minus(Duration.ofDays(3));
    DidProofCheck proof =
        json ->
            new String(Json.toBytes(json), StandardCharsets.UTF_8).contains("IDN")
                ? Optional.of(signed)
                : Optional.empty();
    answers(200, document(INDONESIAN, "IDN"));
    answers(200, document(SINGAPOREAN, "SGP"));

    TrustList list = lists.documents(List.of(address, address), "DCC", proof).load();

    assertThat(list.size()).isEqualTo(2);
    assertThat(list.asOf()).isEqualTo(signed);
    assertThat(list.keys(Kid.of(SINGAPOREAN.certificate())).get(0).country()).contains("SG");
  }

  @Test
  void documents_oneCannotBeHad_noneIsUsed() throws Exception {
    answers(200, document(INDONESIAN, "IDN"));
    answers(404, "");
    TrustListSource source =
        lists.documents(
            List.of(address, address), "DCC", DidProofCheck.trustingTheTransportAlone());
    assertThatThrownBy(source::load).isInstanceOf(SimpulException.class);
  }

  @Test
  void documents_number_isLimited() {
    DidProofCheck proof = DidProofCheck.trustingTheTransportAlone();
    List<URI> most = Collections.nCopies(HttpTrustLists.MAX_DOCUMENTS, address);
    assertThat(lists.documents(most, "DCC", proof)).isNotNull();
    List<URI> more = Collections.nCopies(HttpTrustLists.MAX_DOCUMENTS + 1, address);
    assertThatThrownBy(() -> lists.documents(more, "DCC", proof))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> lists.documents(List.of(), "DCC", proof))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void addAll_sameCertificateInBothLists_isThereOnce() {
    TrustList one = TrustList.asOf(NOW).add(INDONESIAN.certificate()).build();
    TrustList other =
        TrustList.asOf(NOW.minusSeconds(5))
            .add(INDONESIAN.certificate())
            .add(SINGAPOREAN.certificate())
            .build();

    TrustList both = TrustList.asOf(NOW).addAll(one).addAll(other).addAll(one).build();

    assertThat(both.size()).isEqualTo(2);
    assertThat(both.keys(Kid.of(INDONESIAN.certificate()))).hasSize(1);
    assertThat(both.asOf()).isEqualTo(NOW.minusSeconds(5));
  }

  @Test
  void whoDocument_participant_isBelowItsDomain() {
    assertThat(HttpTrustLists.whoDocument("DCC", "IDN"))
        .hasToString("https://tng-cdn.who.int/v2/trustlist/DCC/IDN/DSC/did.json");
    assertThat(HttpTrustLists.whoDocument("-", "-"))
        .hasToString("https://tng-cdn.who.int/v2/trustlist/-/-/DSC/did.json");
  }

  @ParameterizedTest
  @CsvSource({"DCC,ID", "DCC,../x", "dcc,IDN", "DCC/x,IDN"})
  void whoDocument_somethingElse_isRefused(String domain, String participant) {
    assertThatThrownBy(() -> HttpTrustLists.whoDocument(domain, participant))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
