package id.simpul.health.certificate.link;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.Limits;
import id.simpul.health.certificate.link.HealthLinkException.Reason;
import id.simpul.health.internal.hcert.Deflate;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Files of links, encrypted: a JWE in its compact form with {@code dir} and {@code A256GCM} (RFC
 * 7516; RFC 7518, sections 4.5 and 5.3). What was compressed before is opened after it was
 * decrypted, to {@link #MAX_FILE_BYTES} and no further.
 */
public final class LinkEncryption {
  /** The longest encrypted file in characters. */
  public static final int MAX_LENGTH = 8 * 1024 * 1024;

  /** The most bytes of a file, compressed or not. */
  public static final int MAX_FILE_BYTES = 5 * 1024 * 1024;

  private static final Limits HEADER_LIMITS = new Limits(1024, 4, 256, 64, 32, 32);
  private static final int PARTS = 5;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private LinkEncryption() {}

  /**
   * Encrypts a file, under a nonce of its own.
   *
   * @param file the file, at most {@link #MAX_FILE_BYTES}
   * @param key the key of the link
   * @param random a source nobody can foresee
   * @return the JWE, which is what a server hands out
   * @throws HealthLinkException {@code MALFORMED} when the file is too large
   */
  public static String encrypt(LinkedFile file, LinkKey key, SecureRandom random) {
    byte[] content = file.content();
    if (content.length > MAX_FILE_BYTES) {
      throw new HealthLinkException(Reason.MALFORMED, "has a file that is too large", null);
    }
    JsonObject header =
        JsonObject.builder()
            .put("alg", "dir")
            .put("enc", "A256GCM")
            .put("cty", file.contentType())
            .build();
    String head = base64(Json.toBytes(header));
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, head).doFinal(content);
      int length = sealed.length - TAG_BYTES;
      return String.join(
          ".",
          head,
          "",
          base64(nonce),
          base64(Arrays.copyOf(sealed, length)),
          base64(Arrays.copyOfRange(sealed, length, sealed.length)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES in GCM", e);
    }
  }

  /**
   * Decrypts a file.
   *
   * @param jwe what the server handed out
   * @param key the key of the link
   * @param contentType what the manifest says it is, or null when there is none
   * @return the file
   * @throws HealthLinkException {@code UNREADABLE} when it is encrypted otherwise, was changed, is
   *     for another key, opens to too much, or is of another kind than the manifest says
   */
  public static LinkedFile decrypt(String jwe, LinkKey key, @Nullable String contentType) {
    String[] parts = jwe.length() > MAX_LENGTH ? new String[0] : jwe.split("\\.", -1);
    if (parts.length != PARTS || !parts[1].isEmpty()) {
      throw unreadable("has a file in another form, or too large a one");
    }
    JsonObject header = header(decoded(parts[0]));
    String kind = kind(header, contentType);
    byte[] content = opened(parts, key);
    if (header.get("zip").isPresent()) {
      content = inflated(content);
    }
    if (content.length > MAX_FILE_BYTES) {
      throw unreadable("has a file that is too large");
    }
    return new LinkedFile(kind, content);
  }

  private static String kind(JsonObject header, @Nullable String contentType) {
    if (!text(header, "alg").equals(Optional.of("dir"))
        || !text(header, "enc").equals(Optional.of("A256GCM"))
        || header.get("crit").isPresent()
        || (header.get("zip").isPresent() && !text(header, "zip").equals(Optional.of("DEF")))) {
      throw unreadable("has a file that is encrypted in another way");
    }
    Optional<String> own = text(header, "cty");
    if (contentType != null && own.isPresent() && !own.get().equals(contentType)) {
      throw unreadable("has a file of another kind than its manifest says");
    }
    return own.or(() -> Optional.ofNullable(contentType))
        .filter(LinkedFile::isKnown)
        .orElseThrow(() -> unreadable("has a file of no known kind"));
  }

  private static byte[] opened(String[] parts, LinkKey key) {
    byte[] nonce = decoded(parts[2]);
    byte[] content = decoded(parts[3]);
    byte[] tag = decoded(parts[4]);
    if (nonce.length != NONCE_BYTES || tag.length != TAG_BYTES) {
      throw unreadable("has a file with a nonce or tag of another length");
    }
    byte[] sealed = Arrays.copyOf(content, content.length + TAG_BYTES);
    System.arraycopy(tag, 0, sealed, content.length, TAG_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, parts[0]).doFinal(sealed);
    } catch (GeneralSecurityException e) {
      throw new HealthLinkException(
          Reason.UNREADABLE, "has a file that was changed, or is for another key", e);
    }
  }

  private static Cipher cipher(int mode, LinkKey key, byte[] nonce, String head)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(key.bytes(), "AES"),
        new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(head.getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }

  private static byte[] inflated(byte[] content) {
    try {
      return Deflate.RAW.inflate(content, MAX_FILE_BYTES);
    } catch (FormatException e) {
      throw new HealthLinkException(
          Reason.UNREADABLE, "has a file that is compressed wrongly, or to cause harm", e);
    }
  }

  private static JsonObject header(byte[] bytes) {
    try {
      if (Json.read(bytes, HEADER_LIMITS) instanceof JsonObject header) {
        return header;
      }
    } catch (FormatException e) {
      throw new HealthLinkException(Reason.UNREADABLE, "has a file without a header", e);
    }
    throw unreadable("has a file without a header");
  }

  private static Optional<String> text(JsonObject header, String name) {
    return header
        .get(name)
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).value());
  }

  private static byte[] decoded(String part) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      if (base64(bytes).equals(part)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new HealthLinkException(Reason.UNREADABLE, "has a file that is no base64url", e);
    }
    throw unreadable("has a file that is no base64url");
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static HealthLinkException unreadable(String what) {
    return new HealthLinkException(Reason.UNREADABLE, what, null);
  }
}
