package id.simpul.health.certificate;

import id.simpul.identity.CryptoProviders;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies SMART Health Cards (SMART Health Cards Framework 1.4): bounded, step by step, with one
 * verdict. Nobody is asked for keys unless the card's issuer is on the caller's list. It remembers
 * the key each issuer used last, for as long as the issuer's key set stays the same. Thread-safe.
 */
public final class HealthCardVerifier {
  /** The most characters of a JWS in one QR code. */
  public static final int MAX_SINGLE_LENGTH = 1_195;

  /** The most characters of a chunk. */
  public static final int MAX_CHUNK_LENGTH = 1_191;

  /** The most chunks. */
  public static final int MAX_CHUNKS = 16;

  /** The most characters of a JWS, however it came. */
  public static final int MAX_JWS_LENGTH = MAX_CHUNKS * MAX_CHUNK_LENGTH;

  /** The most bytes a payload opens to; cards in use have some thousands. */
  public static final int MAX_INFLATED_BYTES = 64 * 1024;

  /** How far the clocks of issuer and verifier may differ. */
  public static final Duration LEEWAY = Duration.ofSeconds(60);

  private final Set<String> issuers;
  private final HealthCardKeys keys;
  private final InstantSource clock;
  private final @Nullable CardRevocationCheck revocation;
  private final HealthCardKeyMemory memory;

  private HealthCardVerifier(
      Set<String> issuers,
      HealthCardKeys keys,
      InstantSource clock,
      @Nullable CardRevocationCheck revocation,
      HealthCardKeyMemory memory) {
    this.issuers = issuers;
    this.keys = keys;
    this.clock = clock;
    this.revocation = revocation;
    this.memory = memory;
  }

  /**
   * A verifier that asks nobody about revocation.
   *
   * @param issuers who is trusted: addresses that begin with {@code https://} and end without a
   *     slash
   * @param keys where their keys come from
   * @param clock says what time it is
   * @return the verifier
   */
  public static HealthCardVerifier of(
      Collection<String> issuers, HealthCardKeys keys, InstantSource clock) {
    issuers.forEach(HealthCardVerifier::checkIssuer);
    return new HealthCardVerifier(
        Set.copyOf(issuers),
        Objects.requireNonNull(keys, "keys"),
        Objects.requireNonNull(clock, "clock"),
        null,
        new HealthCardKeyMemory(CryptoProviders.bouncyCastle()));
  }

  static void checkIssuer(String issuer) {
    URI uri = URI.create(issuer);
    if (!"https".equals(uri.getScheme())
        || uri.getHost() == null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || uri.getRawUserInfo() != null
        || issuer.endsWith("/")) {
      throw new IllegalArgumentException(
          "An issuer is an https address without a slash at its end");
    }
  }

  /**
   * This verifier, which asks whether a card was taken back, last of all.
   *
   * @param check who is asked about cards that have an identifier for that
   * @return a copy
   */
  public HealthCardVerifier withRevocation(CardRevocationCheck check) {
    return new HealthCardVerifier(
        issuers, keys, clock, Objects.requireNonNull(check, "check"), memory);
  }

  /**
   * This verifier with keys in the hands of a faster library.
   *
   * @param providers which library computes what
   * @return a copy
   */
  public HealthCardVerifier bind(CryptoProviders providers) {
    return new HealthCardVerifier(
        issuers, keys, clock, revocation, new HealthCardKeyMemory(providers));
  }

  /**
   * Verifies a card.
   *
   * @param text what a QR code holds, or a compact JWS, with nothing around it
   * @return every step and the verdict
   */
  public Verification<VerifiedHealthCard> verify(String text) {
    return new HealthCardCheck(this).run(List.of(text), false);
  }

  /**
   * Verifies a card of several QR codes.
   *
   * @param texts what they hold, in any order
   * @return every step and the verdict
   */
  public Verification<VerifiedHealthCard> verifyChunks(List<String> texts) {
    return new HealthCardCheck(this).run(texts, true);
  }

  /**
   * Verifies the cards of a file ({@code .smart-health-card}).
   *
   * @param json the file
   * @return a verification for each card in it, or one that failed at once when it is no such file
   */
  public List<Verification<VerifiedHealthCard>> verifyFile(byte[] json) {
    return HealthCardFile.read(json)
        .map(cards -> cards.stream().map(this::verify).toList())
        .orElseGet(() -> List.of(new HealthCardCheck(this).noFile()));
  }

  boolean trusts(String issuer) {
    return issuers.contains(issuer);
  }

  HealthCardKeys keys() {
    return keys;
  }

  HealthCardKeyMemory memory() {
    return memory;
  }

  InstantSource clock() {
    return clock;
  }

  Optional<CardRevocationCheck> revocation() {
    return Optional.ofNullable(revocation);
  }

  @Override
  public String toString() {
    return "health card verifier with " + issuers.size() + " issuers";
  }
}
