package id.simpul.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.core.value.Nik;
import id.simpul.identity.credential.BearerVerifier;
import id.simpul.identity.credential.CredentialContent;
import id.simpul.identity.credential.InMemoryStatusIndexStore;
import id.simpul.identity.credential.IssuerPolicy;
import id.simpul.identity.credential.SdJwtVcIssuer;
import id.simpul.identity.credential.SdJwtVcVerifier;
import id.simpul.identity.credential.StatusListClient;
import id.simpul.identity.credential.StatusListIssuer;
import id.simpul.identity.credential.StatusListTerms;
import id.simpul.identity.credential.StatusListVerifier;
import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.credential.TokenStatus;
import id.simpul.identity.federation.ChainResolver;
import id.simpul.identity.federation.EntityConfigurationIssuer;
import id.simpul.identity.federation.FederationKeys;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.federation.StatementPublisher;
import id.simpul.identity.http.InMemoryNonceStore;
import id.simpul.identity.http.RequestSigner;
import id.simpul.identity.http.RequestVerifier;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.testing.Crowd;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Thirty-two threads on every other object that is shared: keys, signers, nonces, resolvers,
 * issuers and caches. Verifiers are in {@code SharedVerifiersTest}, desks in {@code
 * SharedDesksTest}, the choice of a crypto library in {@code CryptoProvidersTest}, fetches in
 * {@code TokenFetchesTest}.
 */
class SharedObjectsTest {
  private static final int TURNS = 8;
  private static final int ALL = Crowd.THREADS * TURNS;
  private static final Instant NOW = FederationFixture.NOW;
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final EntityId CITY = new EntityId("https://jambi.example");
  private static final URI LIST = URI.create("https://jambi.example/status/1");

  private static SigningKey key(SignatureAlgorithm algorithm) {
    return SigningKeys.generate(algorithm, new SecureRandom());
  }

  private static PinnedEntities trusting(SigningKey key) {
    return new PinnedEntities(
        List.of(new ResolvedEntity(CITY, List.of(key.publicKey()), Instant.MAX)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource
  void key_signsAndVerifies_everyVerdictIsRight(SignatureAlgorithm algorithm) throws Exception {
    SigningKey key = key(algorithm);
    VerificationKey verifier = key.publicKey();
    assertThat(
            Crowd.outcomes(
                TURNS,
                turn -> {
                  byte[] signature = key.sign(bytes("message " + turn));
                  return verifier.verify(bytes("message " + (turn - turn % 2)), signature);
                }))
        .isEqualTo(Map.of("true", ALL / 2, "false", ALL / 2));
  }

  @Test
  void requests_eachSignedByOneSigner_countOnceEach() throws Exception {
    SigningKey key = key(SignatureAlgorithm.ED25519);
    RequestSigner signer = new RequestSigner(CITY, key, CLOCK);
    RequestVerifier verifier =
        new RequestVerifier(trusting(key), new InMemoryNonceStore(CLOCK), CLOCK);
    Headers type = Headers.EMPTY.with("Content-Type", "text/plain");
    URI target = URI.create("https://api.jambi.example/x");
    assertThat(
            Crowd.outcomes(
                TURNS,
                turn -> {
                  Request plain = new Request("POST", target, type, bytes("body " + turn));
                  Headers headers = type;
                  for (Headers.Field field : signer.sign(plain).headers().fields()) {
                    headers = headers.with(field.name(), field.value());
                  }
                  byte[] body = bytes("body " + (turn - turn % 2));
                  return verifier.verify(new Request("POST", target, headers, body)).signer();
                }))
        .isEqualTo(Map.of(CITY.value(), ALL / 2, "DIGEST_MISMATCH", ALL / 2));
  }

  @Test
  void nonces_sameForMany_eachIsTakenOnceBySigner() throws Exception {
    InMemoryNonceStore nonces = new InMemoryNonceStore(CLOCK);
    int different = 16;
    assertThat(
            Crowd.outcomes(
                TURNS,
                turn ->
                    nonces.consume(
                        turn % 2 == 0 ? "one" : "another",
                        "nonce " + turn % different,
                        NOW.plusSeconds(60))))
        .isEqualTo(Map.of("true", different, "false", ALL - different));
  }

  @Test
  void resolver_knownAndUnknownNames_asksForEachOnce() throws Exception {
    FederationFixture federation = new FederationFixture();
    Member anchor = federation.add("https://federasi.example");
    Member city = federation.add(CITY.value(), anchor);
    ChainResolver resolver = federation.resolver(anchor).build();
    EntityId unknown = new EntityId("https://orang-asing.example");
    assertThat(
            Crowd.outcomes(
                TURNS, turn -> resolver.resolve(turn % 2 == 0 ? city.id() : unknown).id()))
        .isEqualTo(Map.of(CITY.value(), ALL / 2, "UNREACHABLE", ALL / 2));
    assertThat(federation.asked()).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void publisher_askedByMany_signsOnce() throws Exception {
    StatementPublisher publisher =
        EntityConfigurationIssuer.builder(
                CITY, FederationKeys.of(key(SignatureAlgorithm.ES256)), CLOCK)
            .authorityHints(List.of(new EntityId("https://federasi.example")))
            .build()
            .publisher();
    assertThat(Crowd.outcomes(TURNS, turn -> publisher.current())).hasSize(1);
  }

  @Test
  void pseudonyms_ofManyPeople_areThoseOneThreadMakes() throws Exception {
    PseudonymKeys keys = PseudonymKeys.of(PseudonymKey.generate(new SecureRandom()));
    Pseudonymizer shared = new Pseudonymizer(keys, CITY, "health.visits");
    Random random = new Random(15_71);
    List<Nik> people = new ArrayList<>();
    List<Pseudonym> expected = new ArrayList<>();
    for (int i = 0; i < ALL; i++) {
      people.add(Niks.any(random));
      expected.add(new Pseudonymizer(keys, CITY, "health.visits").of(people.get(i)));
    }
    assertThat(
            Crowd.outcomes(
                TURNS,
                turn ->
                    shared.of(people.get(turn)).equals(expected.get(turn))
                        && shared.matches(people.get(turn), expected.get(turn - turn % 2))))
        .isEqualTo(Map.of("true", ALL / 2, "false", ALL / 2));
  }

  @Test
  void statusList_placesGivenAndChecked_areOneEachAndFetchedOnce() throws Exception {
    SigningKey key = key(SignatureAlgorithm.ED25519);
    StatusListIssuer issuer =
        new StatusListIssuer(
            StatusListTerms.builder(CITY, LIST).size(2, 4096).build(),
            new InMemoryStatusIndexStore(),
            key,
            CLOCK);
    Map<Integer, StatusReference> places = new ConcurrentHashMap<>();
    Crowd.outcomes(
        TURNS,
        turn -> {
          StatusReference place = issuer.allocate();
          places.put(turn, place);
          if (turn % 2 == 1) {
            issuer.set(place, TokenStatus.INVALID);
          }
          return "given";
        });
    assertThat(places.values().stream().map(StatusReference::index))
        .hasSize(ALL)
        .doesNotHaveDuplicates();
    String token = issuer.sign();
    AtomicInteger fetches = new AtomicInteger();
    StatusListClient client =
        StatusListClient.builder(
                uri -> {
                  fetches.incrementAndGet();
                  return token;
                },
                new StatusListVerifier(CLOCK),
                CLOCK)
            .build();
    JwkSet keys = JwkSet.of(List.of(PublicJwk.of(key.publicKey())));
    assertThat(Crowd.outcomes(TURNS, turn -> client.check(places.get(turn), CITY, keys).verdict()))
        .isEqualTo(Map.of("VALID", ALL / 2, "INVALID", ALL / 2));
    assertThat(fetches).hasValue(1);
  }

  @Test
  void credentials_issuedByOneIssuer_areTakenAndNeverAlike() throws Exception {
    SigningKey key = key(SignatureAlgorithm.ES256);
    String type = "https://jambi.example/credentials/test/v1";
    SdJwtVcIssuer issuer = SdJwtVcIssuer.builder(CITY, key, type, CLOCK).build();
    BearerVerifier verifier =
        SdJwtVcVerifier.builder(
                trusting(key), IssuerPolicy.listed(Map.of(type, Set.of(CITY))), Set.of(type), CLOCK)
            .build()
            .withoutKeyBinding();
    Set<String> issued = ConcurrentHashMap.newKeySet();
    CredentialContent content = CredentialContent.builder().selective("name", "Budi").build();
    assertThat(
            Crowd.outcomes(
                TURNS,
                turn -> {
                  String text = issuer.issue(content).reveal();
                  issued.add(text);
                  String other = turn % 2 == 0 ? text : text.replace("~", "~~");
                  return verifier.verify(other).type();
                }))
        .isEqualTo(Map.of(type, ALL / 2, "MALFORMED", ALL / 2));
    assertThat(issued).hasSize(ALL);
  }
}
