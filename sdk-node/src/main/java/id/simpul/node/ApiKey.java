package id.simpul.node;

import id.simpul.core.value.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An API key as the node keeps it: a name, a role, and the SHA-256 of the key. A key is 256 random
 * bits, so a plain hash gives nothing away.
 *
 * @param name who holds it, shown in events
 * @param role what it is for
 * @param digest SHA-256 of the key, 64 hex digits
 */
public record ApiKey(String name, Role role, String digest) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /** What a key is for. */
  public enum Role {
    /** An application that files reports for citizens. */
    REPORTER,
    /** An officer who works on reports. */
    OFFICER,
    /** An officer of the population office, who issues residents' credentials and revokes them. */
    REGISTRAR,
    /** An officer at a counter, who asks residents to show something and sees what they show. */
    VERIFIER,
    /** A health worker, or the system of a health facility, that reads and writes records. */
    HEALTH,
    /** Who answers for the health records: reads them, and erases what a person has a right to. */
    CUSTODIAN,
    /** A system that takes copies of all health records: an export at a time, and nothing else. */
    EXPORTER
  }

  /** Checks the members. */
  public ApiKey {
    Objects.requireNonNull(role, "role");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The name of a key has 1 to 64 of a-z, 0-9, dot and hyphen");
    }
    if (!DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException("The digest of a key has 64 lower-case hex digits");
    }
  }

  /**
   * A key's record.
   *
   * @param name who holds it
   * @param role what it is for
   * @param key the key itself
   * @return what the node keeps
   */
  public static ApiKey of(String name, Role role, Secret key) {
    return new ApiKey(name, role, HexFormat.of().formatHex(sha256(key)));
  }

  /**
   * Whether a key is this one; takes the same time wherever they differ.
   *
   * @param candidate the key presented
   * @return true when it is
   */
  public boolean matches(Secret candidate) {
    return MessageDigest.isEqual(HexFormat.of().parseHex(digest), sha256(candidate));
  }

  private static byte[] sha256(Secret key) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(key.reveal().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
