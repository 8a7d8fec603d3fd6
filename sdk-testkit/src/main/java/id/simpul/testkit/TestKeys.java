package id.simpul.testkit;

import id.simpul.core.value.Secret;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Keys that are the same in every run: each follows from a seed and a name, so anybody can make
 * them. Thread-safe.
 */
public final class TestKeys {
  // RFC 8410, section 7: everything of an Ed25519 key in PKCS#8 but its 32 bytes.
  private static final String ED25519_PREFIX = "302e020100300506032b657004220420";

  private final long seed;

  private TestKeys(long seed) {
    this.seed = seed;
  }

  /**
   * The keys of a seed.
   *
   * @param seed any number
   * @return the keys
   */
  public static TestKeys of(long seed) {
    return new TestKeys(seed);
  }

  /**
   * An Ed25519 key.
   *
   * @param name whose key it is; the same name gives the same key
   * @return the key
   */
  public SigningKey signingKey(String name) {
    String pkcs8 = ED25519_PREFIX + derive("signing-key", name);
    return SigningKeys.parse(
        Secret.of(
            "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(pkcs8))
                + "\n-----END PRIVATE KEY-----\n"));
  }

  /**
   * An API key.
   *
   * @param name whose key it is; the same name gives the same key
   * @return 64 hex digits
   */
  public Secret apiKey(String name) {
    return Secret.of(derive("api-key", name));
  }

  private String derive(String use, String name) {
    Objects.requireNonNull(name, "name");
    String from = "simpul-testkit\n" + use + "\n" + seed + "\n" + name;
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(from.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "TestKeys[" + seed + "]";
  }
}
