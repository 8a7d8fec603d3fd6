package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ApiException;
import id.simpul.core.RetryPolicy;
import id.simpul.core.value.GeoPoint;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.federation.LoopbackPolicy;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.http.RequestSigner;
import id.simpul.identity.http.ResponseVerifier;
import id.simpul.identity.http.SignedExchange;
import id.simpul.reporting.Location;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportingClient;
import id.simpul.reporting.ServiceCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed requests and answers over real HTTP, and everything that must not pass for one. */
class SignedPathTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir private static Path folder;
  private static TestTown town;

  @BeforeAll
  static void start() throws IOException {
    town = TestTown.start(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    town.close();
  }

  private static ReportingClient client(EntityId self, SigningKey key, SigningKey pinned) {
    ResponseVerifier verifier =
        new ResponseVerifier(
            new PinnedEntities(
                List.of(
                    new ResolvedEntity(town.entity(), List.of(pinned.publicKey()), Instant.MAX)),
                LoopbackPolicy.allowInsecureLoopbackForDevelopment()),
            CLOCK);
    SignedExchange exchange =
        new SignedExchange(new RequestSigner(self, key, CLOCK), verifier, town.entity());
    return ReportingClient.builder(town.geoReport())
        .configure(config -> config.authenticator(exchange).retry(RetryPolicy.NONE))
        .build();
  }

  private static SigningKey stranger() {
    return SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
  }

  private static NewReport report() {
    return NewReport.builder(
            new ServiceCode("jalan"), Location.at(GeoPoint.of("-1.6101", "103.6131")))
        .description("Lubang di depan pasar")
        .build();
  }

  private static String signedPost(TestTown to, String form, InstantSource clock) {
    RequestSigner signer = new RequestSigner(TestTown.PEER, to.peerKey(), clock);
    return SignedPost.of(signer, URI.create(to.entity().value()), form);
  }

  private static RawHttp.Answer send(TestTown to, String bytes) throws IOException {
    try (RawHttp http = to.connect()) {
      return http.send(bytes);
    }
  }

  @Test
  void submit_signedByAPeer_isStoredAndItsAnswerVerified() {
    try (ReportingClient client = client(TestTown.PEER, town.peerKey(), town.nodeKey())) {
      ReportId id = client.submitReport(report()).reportId().orElseThrow();
      assertThat(client.getReport(id).description()).contains("Lubang di depan pasar");
    }
  }

  @Test
  void submit_unknownService_refusalIsSignedToo() {
    try (ReportingClient client = client(TestTown.PEER, town.peerKey(), town.nodeKey())) {
      NewReport wrong =
          NewReport.builder(new ServiceCode("tidak-ada"), Location.ofAddress("Jl. Mawar")).build();
      assertThatThrownBy(() -> client.submitReport(wrong))
          .isInstanceOfSatisfying(
              ApiException.class,
              e -> {
                assertThat(e.status()).isEqualTo(404);
                assertThat(e.headers().first("Signature")).isPresent();
              });
    }
  }

  @Test
  void submit_strangerOrWrongKey_isRefusedWithItsReason() {
    EntityId unknown = new EntityId("https://orang-asing.example");
    assertRefused(unknown, stranger(), "identity.trust.unknown-entity");
    assertRefused(TestTown.PEER, stranger(), "identity.trust.unknown-key");
  }

  private static void assertRefused(EntityId self, SigningKey key, String reason) {
    try (ReportingClient client = client(self, key, town.nodeKey())) {
      assertThatThrownBy(() -> client.submitReport(report()))
          .isInstanceOfSatisfying(
              ApiException.class,
              e -> {
                assertThat(e.status()).isEqualTo(401);
                assertThat(e.problems().get(0).description()).contains(reason);
              });
    }
  }

  @Test
  void submit_answerOfAnotherNode_isNotTaken() {
    try (ReportingClient client = client(TestTown.PEER, town.peerKey(), stranger())) {
      assertThatThrownBy(client::listServices)
          .isInstanceOfSatisfying(
              TrustException.class,
              e -> assertThat(e.reason()).isEqualTo(TrustException.Reason.UNKNOWN_KEY));
    }
  }

  @Test
  void post_bodyChangedAfterSigning_isRefusedAndNothingIsStored() throws IOException {
    int before = town.reports();
    String tampered = signedPost(town, SignedPost.FORM, CLOCK).replace("lat=-1.61", "lat=-1.62");
    RawHttp.Answer answer = send(town, tampered);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("identity.trust.digest-mismatch");
    assertThat(town.reports()).isEqualTo(before);
  }

  @Test
  void post_targetOrDigestChangedAfterSigning_isRefused() throws IOException {
    String signed = signedPost(town, SignedPost.FORM, CLOCK);
    RawHttp.Answer moved = send(town, signed.replace("requests.json", "requests.xml"));
    assertThat(moved.status()).isEqualTo(401);
    assertThat(moved.body()).contains("identity.trust.signature-invalid");
    String other = signed.contains("Signature: simpul=:A") ? "B" : "A";
    RawHttp.Answer swapped =
        send(town, signed.replaceFirst("Signature: simpul=:.", "Signature: simpul=:" + other));
    assertThat(swapped.status()).isEqualTo(401);
  }

  @Test
  void post_sameBytesTwice_countOnce() throws IOException {
    String signed = signedPost(town, SignedPost.FORM, CLOCK);
    assertThat(send(town, signed).status()).isEqualTo(200);
    RawHttp.Answer replayed = send(town, signed);
    assertThat(replayed.status()).isEqualTo(401);
    assertThat(replayed.body()).contains("identity.trust.replayed");
  }

  @Test
  void post_sameBytesAfterARestartAndAtASecondProcess_countOnce(@TempDir Path data)
      throws IOException {
    SigningKey nodeKey = stranger();
    SigningKey peerKey = stranger();
    String signed;
    try (TestTown first = TestTown.start(data, CLOCK, nodeKey, peerKey, config -> {})) {
      signed = signedPost(first, SignedPost.FORM, CLOCK);
      assertThat(send(first, signed).status()).isEqualTo(200);
      URI name = URI.create(first.entity().value());
      // Both processes answer under one name, as two machines behind one gateway do.
      try (TestTown second =
          TestTown.start(data, CLOCK, nodeKey, peerKey, config -> config.baseUrl(name))) {
        assertThat(send(second, signed).body()).contains("identity.trust.replayed");
      }
    }
  }

  @Test
  void post_signedTooLongAgo_isRefused() throws IOException {
    InstantSource slow = () -> Instant.now().minus(Duration.ofMinutes(3));
    RawHttp.Answer answer = send(town, signedPost(town, SignedPost.FORM, slow));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("identity.trust.expired");
  }

  @Test
  void post_brokenSignatureWithAGoodApiKey_isRefusedAllTheSame() throws IOException {
    String form = SignedPost.FORM + "&api_key=" + TestTown.REPORTER.reveal();
    String broken = signedPost(town, form, CLOCK).replace("lat=-1.61", "lat=-1.60");
    assertThat(send(town, broken).status()).isEqualTo(401);
  }
}
