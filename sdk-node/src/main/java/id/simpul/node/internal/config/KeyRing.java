package id.simpul.node.internal.config;

import id.simpul.core.operation.Violation;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.node.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys a node uses for one purpose, one after the other: one signs, the next may be published
 * already, the one before may still be. Each is a file of its own; an index beside them says which
 * is which, and stands for the whole: it is replaced at once, so that a step is done or is not.
 * Immutable; every step gives a new ring.
 */
public final class KeyRing {
  /**
   * The most keys others may have to know at one time: with those of messages they fit into one set
   * of keys.
   */
  public static final int MAX_KEYS = 12;

  private static final int NAME_LENGTH = 8;

  private final Path firstFile;
  private final RingIndex index;
  private final SigningKey signing;
  private final @Nullable SigningKey next;

  private KeyRing(Path firstFile, RingIndex index) {
    this.firstFile = firstFile;
    this.index = index;
    this.signing = SigningKeys.load(file(index.signing().file()));
    this.next = index.next() == null ? null : SigningKeys.load(file(index.next().file()));
  }

  /**
   * Opens a ring; its first key is made when there is none.
   *
   * @param firstFile where its first key is; the others and the index stand beside it
   * @param random where the bits of a first key come from
   * @return the ring
   * @throws ConfigException when the index cannot be read
   * @throws id.simpul.identity.TrustException {@code KEY_UNUSABLE} when a key cannot be read
   */
  public static KeyRing open(Path firstFile, SecureRandom random) {
    return open(firstFile, SignatureAlgorithm.ED25519, random);
  }

  /**
   * Opens the ring of the keys that sign credentials; its first key is made when there is none, and
   * is of the algorithm that every wallet knows (HAIP 1.0, section 7).
   *
   * @param data the data directory of the node
   * @param random where the bits of a first key come from
   * @return the ring
   * @throws ConfigException when the index cannot be read
   * @throws id.simpul.identity.TrustException {@code KEY_UNUSABLE} when a key cannot be read
   */
  public static KeyRing ofCredentials(Path data, SecureRandom random) {
    return open(data.resolve("credential-key.pem"), SignatureAlgorithm.ES256, random);
  }

  private static KeyRing open(Path firstFile, SignatureAlgorithm algorithm, SecureRandom random) {
    Path file = indexOf(firstFile);
    if (!Files.exists(file)) {
      NodeFiles.signingKey(firstFile, algorithm, random);
      return new KeyRing(firstFile, RingIndex.of(name(firstFile), made(firstFile)));
    }
    return new KeyRing(firstFile, RingIndex.read(file));
  }

  /**
   * Where the index of a ring is.
   *
   * @param firstFile where its first key is
   * @return a file that need not exist
   */
  public static Path indexOf(Path firstFile) {
    return firstFile.resolveSibling(name(firstFile).replaceFirst("\\.pem$", "") + ".ring.json");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static Instant made(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH; // it only says since when, for a person
    }
  }

  private Path file(String name) {
    return firstFile.resolveSibling(name);
  }

  /**
   * The key that signs.
   *
   * @return the key
   */
  public SigningKey signing() {
    return signing;
  }

  /**
   * The key that will sign next.
   *
   * @return the key, published already, or empty
   */
  public Optional<SigningKey> next() {
    return Optional.ofNullable(next);
  }

  /**
   * The key that signed before.
   *
   * @return the key, still published, or empty
   */
  public Optional<VerificationKey> previous() {
    return Optional.ofNullable(index.previous()).map(RingIndex.Previous::key).map(PublicJwk::key);
  }

  /**
   * Since when things stand as they do.
   *
   * @return when the last step was taken
   */
  public Instant since() {
    return index.since();
  }

  /**
   * Keys beside the one that signs that others may meet or have met.
   *
   * @return the previous and the next, as far as there are any
   */
  public List<VerificationKey> others() {
    return Stream.concat(previous().stream(), next().map(SigningKey::publicKey).stream()).toList();
  }

  /**
   * All keys that are published.
   *
   * @return the one that signs first
   */
  public List<VerificationKey> published() {
    List<VerificationKey> all = new ArrayList<>(List.of(signing.publicKey()));
    all.addAll(others());
    return all;
  }

  /**
   * Keys that sign no more, beside the previous one.
   *
   * @return the oldest first; see {@link #stillNeeded}
   */
  public List<RetiredKey> retired() {
    return index.retired();
  }

  /**
   * Keys that sign no more, and with which others still verify what was signed before.
   *
   * @param now the time
   * @return the oldest first; none in a ring whose keys are removed with what they signed
   */
  public List<RetiredKey> stillNeeded(Instant now) {
    return retired().stream().filter(old -> now.isBefore(old.until())).toList();
  }

  /**
   * Makes the key that will sign next.
   *
   * @param random where its bits come from
   * @param now the time
   * @return the ring with it, on disk
   * @throws ConfigException when {@link #MAX_KEYS} are published already
   */
  public KeyRing publishNext(SecureRandom random, Instant now) {
    if (next != null || previous().isPresent()) {
      throw new IllegalStateException("A rotation is under way");
    }
    if (1 + stillNeeded(now).size() >= MAX_KEYS) {
      throw new ConfigException(
          List.of(
              new Violation(
                  Violation.RANGE,
                  indexOf(firstFile).toString(),
                  MAX_KEYS + " keys are published; wait until the oldest has ended")));
    }
    SigningKey key = SigningKeys.generate(signing.algorithm(), random);
    String stem = name(firstFile).replaceFirst("\\.pem$", "");
    String name = stem + "-" + key.keyId().substring(0, NAME_LENGTH) + ".pem";
    SigningKeys.save(key, file(name));
    return store(index.withNext(name, now));
  }

  /**
   * Counts the days of the next key from now on, because others could not see it before.
   *
   * @param now the time
   * @return the ring, on disk
   */
  public KeyRing waitAnew(Instant now) {
    RingIndex.Signing waiting = index.next();
    if (waiting == null) {
      throw new IllegalStateException("There is no next key");
    }
    return store(index.withNext(waiting.file(), now));
  }

  /**
   * Signs with the next key from now on, and deletes the private half of the one before.
   *
   * @param now the time
   * @return the ring, on disk
   */
  public KeyRing switchToNext(Instant now) {
    if (next == null) {
      throw new IllegalStateException("There is no next key");
    }
    KeyRing switched = store(index.switched(PublicJwk.of(signing.publicKey()), now));
    forget(index.signing().file());
    return switched;
  }

  /**
   * Signs with the next key from now on, deletes the private half of the one before, and keeps
   * publishing its other half for a time of its own.
   *
   * @param now the time
   * @param until when everything the old key signed has ended
   * @return the ring, on disk; the next rotation may begin
   */
  public KeyRing switchToNext(Instant now, Instant until) {
    if (next == null) {
      throw new IllegalStateException("There is no next key");
    }
    RingIndex switched = index.switched(PublicJwk.of(signing.publicKey()), now);
    KeyRing ring = store(switched.removed(until, now));
    forget(index.signing().file());
    return ring;
  }

  /**
   * Publishes keys that sign no more no longer, whatever they signed.
   *
   * @param now the time
   * @return the ring, on disk
   */
  public KeyRing withdraw(Instant now) {
    return store(index.ending(now));
  }

  /**
   * Publishes the previous key no more.
   *
   * @param now the time
   * @return the ring, on disk
   */
  public KeyRing removePrevious(Instant now) {
    RingIndex.Previous previous = index.previous();
    if (previous == null) {
      throw new IllegalStateException("There is no previous key");
    }
    KeyRing removed = store(index.removed(now, now));
    forget(previous.file());
    return removed;
  }

  private KeyRing store(RingIndex changed) {
    changed.write(indexOf(firstFile));
    return new KeyRing(firstFile, changed);
  }

  private void forget(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new ConfigException(
          List.of(
              new Violation(
                  Violation.UNSUPPORTED,
                  file(name).toString(),
                  "is not used any more and cannot be deleted; delete it")),
          e);
    }
  }

  @Override
  public String toString() {
    return "key ring signing with " + signing.keyId();
  }
}
