package id.simpul.identity.issuance;

import id.simpul.core.value.Secret;
import id.simpul.identity.http.NonceStore;
import id.simpul.identity.internal.crypto.HmacSha256;
import id.simpul.identity.internal.issuance.Codes;
import id.simpul.identity.internal.jose.Base64Url;
import id.simpul.identity.jose.JwsProfile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;

/**
 * Nonces for key proofs (OpenID4VCI 1.0, section 7). Anybody may fetch one, so nothing is kept of a
 * nonce until it is used: it carries its own end and a seal of the issuer. Thread-safe.
 */
public final class ProofNonces {
  /** The fewest characters of the key that seals nonces. */
  public static final int MIN_KEY_LENGTH = 32;

  private static final String SCOPE = "openid4vci c_nonce";
  private static final int RANDOM_BYTES = 16;
  private static final int SEALED_BYTES = RANDOM_BYTES + Long.BYTES;
  private static final int SEAL_BYTES = 16;
  private static final int STORED_LENGTH = 22;

  private final HmacSha256 mac;
  private final NonceStore used;
  private final SecureRandom random;
  private final InstantSource clock;

  /**
   * Nonces of one issuer.
   *
   * @param key seals them: the same in all processes of the issuer, at least {@link
   *     #MIN_KEY_LENGTH} characters
   * @param used remembers those that were used
   * @param random a strong source
   * @param clock says what time it is
   */
  public ProofNonces(Secret key, NonceStore used, SecureRandom random, InstantSource clock) {
    if (key.reveal().length() < MIN_KEY_LENGTH) {
      throw new IllegalArgumentException("A key has at least " + MIN_KEY_LENGTH + " characters");
    }
    this.mac = new HmacSha256((SCOPE + "\n" + key.reveal()).getBytes(StandardCharsets.UTF_8));
    this.used = Objects.requireNonNull(used, "used");
    this.random = Objects.requireNonNull(random, "random");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * A fresh nonce, good for {@link IssuanceLimits#NONCE_LIFETIME}.
   *
   * @return 54 characters of base64url
   */
  public String next() {
    byte[] drawn = new byte[RANDOM_BYTES];
    random.nextBytes(drawn);
    long end = clock.instant().plus(IssuanceLimits.NONCE_LIFETIME).toEpochMilli();
    byte[] sealed = ByteBuffer.allocate(SEALED_BYTES).put(drawn).putLong(end).array();
    return Base64Url.encode(
        ByteBuffer.allocate(SEALED_BYTES + SEAL_BYTES).put(sealed).put(seal(sealed)).array());
  }

  private byte[] seal(byte[] sealed) {
    return Arrays.copyOf(mac.of(sealed), SEAL_BYTES);
  }

  /**
   * Uses a nonce up, atomically: of any number of calls, in any threads and processes, exactly one
   * gets {@code true}.
   *
   * @param nonce what stands in a proof
   * @return true when it is a nonce of this issuer that is still good and was not used before
   * @throws id.simpul.identity.TrustException {@code BUDGET_EXCEEDED} when it cannot be remembered
   */
  public boolean consume(String nonce) {
    byte[] bytes = Base64Url.decode(nonce).orElse(new byte[0]);
    if (bytes.length != SEALED_BYTES + SEAL_BYTES) {
      return false;
    }
    byte[] sealed = Arrays.copyOf(bytes, SEALED_BYTES);
    byte[] seal = Arrays.copyOfRange(bytes, SEALED_BYTES, bytes.length);
    if (!MessageDigest.isEqual(seal, seal(sealed))) {
      return false;
    }
    Instant end = Instant.ofEpochMilli(ByteBuffer.wrap(sealed).getLong(RANDOM_BYTES));
    if (!clock.instant().isBefore(end)) {
      return false;
    }
    // Clocks of processes that share a store may differ, so it outlives the nonce a while.
    String stored = Codes.digest(nonce).substring(0, STORED_LENGTH);
    return used.consume(SCOPE, stored, end.plus(JwsProfile.MAX_LEEWAY));
  }

  @Override
  public String toString() {
    return "nonces for key proofs";
  }
}
