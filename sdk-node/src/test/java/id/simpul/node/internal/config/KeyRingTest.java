package id.simpul.node.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.node.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();

  private KeyRing ring() {
    return KeyRing.open(folder.resolve("key.pem"), random);
  }

  private List<String> privateKeys() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".pem")).toList();
    }
  }

  @Test
  void open_nothingThere_makesOneKeyAndFindsItAgain() {
    String made = ring().signing().keyId();

    assertThat(ring().signing().keyId()).isEqualTo(made);
    assertThat(ring().published()).hasSize(1);
  }

  @Test
  void steps_oneAfterTheOther_publishSwitchAndRemove() throws IOException {
    SigningKey old = ring().signing();

    SigningKey next = ring().publishNext(random, NOW).next().orElseThrow();
    assertThat(ring().signing().keyId()).isEqualTo(old.keyId());
    assertThat(ring().published()).containsExactly(old.publicKey(), next.publicKey());

    ring().switchToNext(NOW);
    assertThat(ring().signing().keyId()).isEqualTo(next.keyId());
    assertThat(ring().previous()).contains(old.publicKey());
    assertThat(ring().published()).containsExactly(next.publicKey(), old.publicKey());
    assertThat(privateKeys()).hasSize(1).doesNotContain("key.pem");

    ring().removePrevious(NOW);
    assertThat(ring().published()).containsExactly(next.publicKey());
    assertThat(ring().retired()).extracting(r -> r.key().kid()).containsExactly(old.keyId());
    assertThat(ring().since()).isEqualTo(NOW);
  }

  @Test
  void switchToNext_withAnEnd_keepsTheOldKeyNeededUntilThenAndFreesTheRing() throws IOException {
    SigningKey old = ring().signing();
    Instant until = NOW.plusSeconds(60);
    ring().publishNext(random, NOW);

    KeyRing switched = ring().switchToNext(NOW, until);

    assertThat(switched.published()).hasSize(1).doesNotContain(old.publicKey());
    assertThat(ring().stillNeeded(until.minusMillis(1)))
        .extracting(r -> r.key().kid())
        .containsExactly(old.keyId());
    assertThat(ring().stillNeeded(until)).isEmpty();
    assertThat(privateKeys()).hasSize(1).doesNotContain("key.pem");
    assertThat(ring().publishNext(random, NOW).next()).isPresent();
  }

  @Test
  void withdraw_keysStillNeeded_endsThemNow() {
    ring().publishNext(random, NOW);
    ring().switchToNext(NOW, NOW.plusSeconds(60));

    assertThat(ring().withdraw(NOW).stillNeeded(NOW)).isEmpty();
    assertThat(ring().retired()).hasSize(1);
  }

  @Test
  void publishNext_asManyKeysAsMayBeAndOneMore_isTakenAndRefused() {
    Instant until = NOW.plusSeconds(60);
    for (int i = 1; i < KeyRing.MAX_KEYS; i++) {
      ring().publishNext(random, NOW);
      ring().switchToNext(NOW, until);
    }
    assertThat(ring().stillNeeded(NOW)).hasSize(KeyRing.MAX_KEYS - 1);

    assertThatThrownBy(() -> ring().publishNext(random, NOW)).isInstanceOf(ConfigException.class);
    assertThat(ring().publishNext(random, until).next()).isPresent();
  }

  @Test
  void ofCredentials_nothingThere_makesAKeyEveryWalletKnows() {
    assertThat(KeyRing.ofCredentials(folder, random).signing().algorithm())
        .isEqualTo(SignatureAlgorithm.ES256);
    assertThat(folder.resolve("credential-key.pem")).exists();
  }

  @Test
  void publishNext_whileOneIsPublished_isRefused() {
    KeyRing under = ring().publishNext(random, NOW);

    assertThatThrownBy(() -> under.publishNext(random, NOW))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void open_indexThatNamesAFileElsewhere_isRefused() throws IOException {
    ring().publishNext(random, NOW);
    Path index = KeyRing.indexOf(folder.resolve("key.pem"));
    Files.writeString(index, Files.readString(index).replace("key.pem", "../key.pem"));

    assertThatThrownBy(this::ring)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("key.ring.json");
  }

  @Test
  void index_rotation_holdsNoPrivateKeyAndBelongsToItsOwner() throws IOException {
    ring().publishNext(random, NOW);
    ring().switchToNext(NOW);
    Path index = KeyRing.indexOf(folder.resolve("key.pem"));

    assertThat(Files.readString(index)).doesNotContain("\"d\"");
    assertThat(OwnerOnly.readableByOthers(index)).isFalse();
  }
}
