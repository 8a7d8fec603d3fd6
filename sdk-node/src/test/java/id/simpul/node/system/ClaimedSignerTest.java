package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.federation.TrustResolver;
import id.simpul.identity.http.SignatureProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is not known waits on threads apart, whatever else a request names. */
class ClaimedSignerTest {
  private static final String KNOWN = "https://simpul.jakarta.example";
  private static final String UNKNOWN = "https://orang-asing.example";

  @TempDir private Path folder;
  private final Threads trust = new Threads();
  private TestTown town;

  /** Knows one entity, trusts none, and writes down where it is asked. */
  private static final class Threads implements TrustResolver {
    private final VerificationKey key =
        SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom()).publicKey();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    @Override
    public ResolvedEntity resolve(EntityId entity) {
      note(entity);
      throw new TrustException(
          TrustException.Reason.UNKNOWN_ENTITY, entity.value(), "is not trusted", "keyid");
    }

    @Override
    public Optional<ResolvedEntity> known(EntityId entity) {
      note(entity);
      return entity.value().equals(KNOWN)
          ? Optional.of(new ResolvedEntity(entity, List.of(key), Instant.MAX))
          : Optional.empty();
    }

    // The gate asks on the event loop, too, which is where it learns who waits where.
    private void note(EntityId entity) {
      String thread = Thread.currentThread().getName();
      if (thread.startsWith("simpul-")) {
        asked.add(entity + " on " + thread);
      }
    }
  }

  @BeforeEach
  void start() throws IOException {
    town =
        TestTown.start(
            folder.resolve("data"), InstantSource.system(), config -> config.peers(trust));
  }

  @AfterEach
  void stop() {
    town.close();
  }

  /** A signature of zeros that an entity is said to have made. */
  private static String ours(String label, String entity) {
    long now = Instant.now().getEpochSecond();
    return label
        + "=(\"@method\" \"@target-uri\");created="
        + now
        + ";expires="
        + (now + 60)
        + ";nonce=\"AAAAAAAAAAAAAAAAAAAAAA\";keyid=\""
        + entity
        + "#x\";tag=\""
        + SignatureProfile.TAG
        + "\"";
  }

  private void get(String inputs, int status) throws IOException {
    String zeros = Base64.getEncoder().encodeToString(new byte[64]);
    try (RawHttp http = town.connect()) {
      String request =
          "GET /open311/v2/requests.json HTTP/1.1\r\nHost: x\r\nSignature-Input: "
              + inputs
              + "\r\nSignature: b=:"
              + zeros
              + ":\r\n\r\n";
      assertThat(http.send(request).status()).isEqualTo(status);
    }
  }

  @Test
  void get_signerIsKnown_waitsWithThoseWeKnow() throws IOException {
    get(ours("b", KNOWN), 401);
    assertThat(trust.asked).containsExactly(KNOWN + " on simpul-signatures");
  }

  @Test
  void get_signerIsUnknown_waitsWithStrangers() throws IOException {
    get(ours("b", UNKNOWN), 401);
    assertThat(trust.asked).containsExactly(UNKNOWN + " on simpul-strangers");
  }

  @Test
  void get_anotherSignatureNamesAPeer_waitsWithStrangers() throws IOException {
    get("a=(\"@method\");keyid=\"" + KNOWN + "#x\";tag=\"other\", " + ours("b", UNKNOWN), 401);
    assertThat(trust.asked).containsExactly(UNKNOWN + " on simpul-strangers");
  }

  @Test
  void get_twoSignaturesWithOurTag_asksNobody() throws IOException {
    get(ours("a", KNOWN) + ", " + ours("b", UNKNOWN), 401);
    assertThat(trust.asked).isEmpty();
  }
}
