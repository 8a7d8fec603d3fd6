package id.simpul.identity;

import id.simpul.core.value.Secret;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.crypto.HmacSha256;
import id.simpul.identity.internal.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secret a node makes pseudonyms with. It never leaves the node; whoever has it can find out
 * whom a pseudonym stands for. Immutable, thread-safe, equal by id.
 */
public final class PseudonymKey {
  /** The fewest bytes of a key: what HMAC-SHA-256 gives (RFC 2104, section 3). */
  public static final int MIN_BYTES = 32;

  /** The most bytes of a key: a block of SHA-256. More would be hashed down to less. */
  public static final int MAX_BYTES = 64;

  /** The largest key file in bytes. */
  public static final int MAX_FILE_BYTES = 256;

  private static final String WHERE = "pseudonym key";
  private static final byte[] ID_LABEL = label("simpul-pseudonym-v1 key id");
  private static final int ID_BYTES = 8;

  private final byte[] bytes;
  private final HmacSha256 mac;
  private final String id;

  private PseudonymKey(byte[] bytes) {
    this.bytes = bytes;
    mac = new HmacSha256(bytes);
    // A code under the key tells no more of it than any pseudonym does.
    id = HexFormat.of().formatHex(mac.of(ID_LABEL), 0, ID_BYTES);
  }

  private static byte[] label(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Makes a new key of {@link #MIN_BYTES} bytes.
   *
   * @param random a strong source, such as {@code new SecureRandom()}
   * @return the key
   */
  public static PseudonymKey generate(SecureRandom random) {
    byte[] bytes = new byte[MIN_BYTES];
    random.nextBytes(bytes);
    return new PseudonymKey(bytes);
  }

  /**
   * Reads a key file: base64url without padding of {@link #MIN_BYTES} to {@link #MAX_BYTES} bytes,
   * and white space around it. On a POSIX file system the file must belong to its owner alone.
   *
   * @param file the file
   * @return the key
   * @throws TrustException {@code KEY_UNUSABLE} when the file cannot be read, is open to group or
   *     others, is too large, or holds no such key
   */
  public static PseudonymKey load(Path file) {
    byte[] content = KeyFile.read(file, MAX_FILE_BYTES);
    if (content.length > MAX_FILE_BYTES) {
      throw unusable(file.toString(), "is larger than " + MAX_FILE_BYTES + " bytes");
    }
    return parse(new String(content, StandardCharsets.ISO_8859_1), file.toString());
  }

  /**
   * Reads a key from a text, for programs that get it from a secret store.
   *
   * @param text as in a key file
   * @return the key
   * @throws TrustException {@code KEY_UNUSABLE} when it is no such key
   */
  public static PseudonymKey parse(Secret text) {
    return parse(text.reveal(), WHERE);
  }

  private static PseudonymKey parse(String text, String who) {
    return Base64Url.decode(text.strip())
        .filter(bytes -> bytes.length >= MIN_BYTES && bytes.length <= MAX_BYTES)
        .map(PseudonymKey::new)
        .orElseThrow(() ->
            unusable(who, "is not base64url of " + MIN_BYTES + " to " + MAX_BYTES + " bytes"));
  }

  private static TrustException unusable(String who, String what) {
    return new TrustException(Reason.KEY_UNUSABLE, who, what, WHERE);
  }

  /**
   * Writes the key to a new file. On a POSIX file system its owner alone may read and write it;
   * elsewhere it gets what its folder gives.
   *
   * @param file where to, not there yet
   * @throws TrustException {@code KEY_UNUSABLE} when the file is there already or cannot be written
   */
  public void save(Path file) {
    KeyFile.write(file, label(Base64Url.encode(bytes) + "\n"));
  }

  /**
   * The name of the key, made from it, so that no two keys share one by mistake.
   *
   * @return 16 hexadecimal digits
   */
  public String id() {
    return id;
  }

  /** A key of its own for one context. */
  HmacSha256 derive(byte[] context) {
    return new HmacSha256(mac.of(context));
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof PseudonymKey other && id.equals(other.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The id and no secret. */
  @Override
  public String toString() {
    return "pseudonym key " + id;
  }
}
