package id.simpul.node.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.core.value.Secret;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.http.RequestSigner;
import id.simpul.identity.http.RequestVerifier;
import id.simpul.identity.issuance.ProofNonces;
import id.simpul.node.ApiKey;
import id.simpul.node.NodeLimits;
import id.simpul.node.internal.store.ConcurrencyContract;
import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.SettableClock;
import id.simpul.node.internal.store.sqlite.SqliteOptions;
import id.simpul.node.internal.store.sqlite.SqliteStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thirty-two threads on what a node shares to know who calls, valid and invalid by turns, its
 * nonces in the database. What the store itself shares is in {@code StoreContractTest} and {@code
 * SqliteCredentialStoreTest}.
 */
class SharedObjectsTest {
  private static final int THREADS = 32;
  private static final int TURNS = 8;
  private static final int ALL = THREADS * TURNS;
  private static final int DIFFERENT = 16;
  private static final EntityId CITY = new EntityId("https://simpul.jakarta.example");
  private static final URI TARGET = URI.create("https://simpul.jambi.example/x");

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private final SettableClock clock = new SettableClock(Samples.START);
  private SqliteStore store;

  @BeforeEach
  void open() {
    store =
        SqliteStore.open(
            SqliteOptions.builder(folder.resolve("node.db")).build(), Samples.vault(), clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** How often each outcome came; turns are numbered through all threads. */
  private static Map<String, Integer> outcomes(IntFunction<Object> deed) throws Exception {
    Map<String, Integer> all = new TreeMap<>();
    ConcurrencyContract.together(
            THREADS,
            thread ->
                () -> {
                  List<String> mine = new ArrayList<>();
                  for (int turn = thread * TURNS; turn < (thread + 1) * TURNS; turn++) {
                    mine.add(outcome(deed, turn));
                  }
                  return mine;
                })
        .forEach(mine -> mine.forEach(outcome -> all.merge(outcome, 1, Integer::sum)));
    return all;
  }

  private static String outcome(IntFunction<Object> deed, int turn) {
    try {
      return String.valueOf(deed.apply(turn));
    } catch (TrustException e) {
      return e.reason().name();
    }
  }

  @Test
  void requests_ofFewSentByMany_countOnceEach() throws Exception {
    SigningKey key = SigningKeys.generate(SignatureAlgorithm.ED25519, random);
    RequestSigner signer = new RequestSigner(CITY, key, clock);
    RequestVerifier verifier =
        new RequestVerifier(
            new PinnedEntities(
                List.of(new ResolvedEntity(CITY, List.of(key.publicKey()), Instant.MAX))),
            new StoredNonces(store),
            clock);
    List<Request> signed = new ArrayList<>();
    for (int i = 0; i < DIFFERENT; i++) {
      signed.add(signed(signer, i));
    }
    assertThat(
            outcomes(turn -> {
              Request one = signed.get(turn / 2 % DIFFERENT);
              return verifier.verify(turn % 2 == 0 ? one : withBody(one, "changed")).signer();
            }))
        .isEqualTo(
            Map.of(
                CITY.value(),
                DIFFERENT,
                "REPLAYED",
                ALL / 2 - DIFFERENT,
                "DIGEST_MISMATCH",
                ALL / 2));
  }

  private static Request signed(RequestSigner signer, int number) {
    byte[] body = ("body " + number).getBytes(StandardCharsets.UTF_8);
    Headers headers = Headers.EMPTY.with("Content-Type", "text/plain");
    Headers signature = signer.sign(new Request("POST", TARGET, headers, body)).headers();
    for (Headers.Field field : signature.fields()) {
      headers = headers.with(field.name(), field.value());
    }
    return new Request("POST", TARGET, headers, body);
  }

  private static Request withBody(Request request, String body) {
    return new Request(
        request.method(),
        request.target(),
        request.headers(),
        body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void proofNonces_ofFewUsedByMany_countOnceEach() throws Exception {
    ProofNonces nonces =
        new ProofNonces(Secret.of("k".repeat(64)), new StoredNonces(store), random, clock);
    List<String> given = new ArrayList<>();
    for (int i = 0; i < DIFFERENT; i++) {
      given.add(nonces.next());
    }
    assertThat(
            outcomes(turn -> {
              String nonce = given.get(turn / 2 % DIFFERENT);
              return nonces.consume(turn % 2 == 0 ? nonce : nonce.substring(1) + "A");
            }))
        .isEqualTo(Map.of("true", DIFFERENT, "false", ALL - DIFFERENT));
  }

  @Test
  void apiKeys_knownAndUnknown_areToldApart() throws Exception {
    ApiKeys keys =
        new ApiKeys(List.of(ApiKey.of("jaki", ApiKey.Role.REPORTER, Secret.of("known key"))));
    assertThat(
            outcomes(turn ->
                keys.identify(Secret.of(turn % 2 == 0 ? "known key" : "key " + turn))
                    .map(Caller::name)
                    .orElse("nobody")))
        .isEqualTo(Map.of("jaki", ALL / 2, "nobody", ALL / 2));
  }

  @Test
  void budget_moreThanMayEnter_letsInExactlyItsShare() throws Exception {
    SignerBudget budget = new SignerBudget();
    assertThat(outcomes(turn -> budget.enter(turn % 2 == 0 ? "one" : "another")))
        .isEqualTo(
            Map.of(
                "true",
                2 * NodeLimits.MAX_SIGNATURES_PER_SIGNER,
                "false",
                ALL - 2 * NodeLimits.MAX_SIGNATURES_PER_SIGNER));
  }
}
