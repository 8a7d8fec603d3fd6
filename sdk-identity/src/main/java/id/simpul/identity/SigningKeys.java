package id.simpul.identity;

import id.simpul.core.value.Secret;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.crypto.LocalSigningKey;
import id.simpul.identity.internal.crypto.Pem;
import id.simpul.identity.internal.crypto.Pkcs8;
import id.simpul.identity.internal.jose.JoseJson;
import id.simpul.identity.internal.jose.JwkReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Makes, reads and writes private keys that live in this process. For a key in an HSM, implement
 * {@link SigningKey}. Thread-safe.
 */
public final class SigningKeys {
  /** The largest key file in bytes; of the kinds read here none needs half of it. */
  public static final int MAX_FILE_BYTES = 16 * 1024;

  private SigningKeys() {}

  /**
   * Makes a new key.
   *
   * @param algorithm what it will sign with
   * @param random a strong source, such as {@code new SecureRandom()}
   * @return the key
   */
  public static SigningKey generate(SignatureAlgorithm algorithm, SecureRandom random) {
    return LocalSigningKey.generate(algorithm, random);
  }

  /**
   * Reads a key file: PKCS#8 in PEM (RFC 7468, section 10), or a private JWK (RFC 7517) whose
   * public members are its own. An ML-DSA-65 key has its seed in either, with or without the
   * expanded key (RFC 9881, section 6; RFC 9964, section 4). On a POSIX file system the file must
   * belong to its owner alone, so that a key others could read is found at start and not after a
   * theft.
   *
   * @param file the file
   * @return the key
   * @throws TrustException {@code KEY_UNUSABLE} when the file cannot be read, is open to group or
   *     others, is too large, or holds no unencrypted Ed25519, P-256 or ML-DSA-65 private key;
   *     {@code MALFORMED} when it is a JWK that breaks its rules
   */
  public static SigningKey load(Path file) {
    return parse(KeyFile.read(file, MAX_FILE_BYTES), file.toString());
  }

  /**
   * Reads a key from a text, for programs that get it from a secret store.
   *
   * @param text PKCS#8 in PEM, or a private JWK, of at most {@link #MAX_FILE_BYTES} bytes
   * @return the key
   * @throws TrustException {@code KEY_UNUSABLE} or {@code MALFORMED} when it is no unencrypted
   *     Ed25519, P-256 or ML-DSA-65 private key
   */
  public static SigningKey parse(Secret text) {
    return parse(text.reveal().getBytes(StandardCharsets.UTF_8), "private key");
  }

  private static SigningKey parse(byte[] content, String who) {
    if (content.length > MAX_FILE_BYTES) {
      throw new TrustException(
          Reason.KEY_UNUSABLE, who, "is larger than " + MAX_FILE_BYTES + " bytes", "private key");
    }
    String text = new String(content, StandardCharsets.ISO_8859_1);
    if (text.stripLeading().startsWith("{")) {
      return new JwkReader(JoseJson.read(content, who), who).privateKey();
    }
    return Pem.PRIVATE_KEY
        .read(text)
        .flatMap(Pkcs8::read)
        .orElseThrow(() ->
            new TrustException(
                Reason.KEY_UNUSABLE,
                who,
                "is no unencrypted Ed25519, P-256 or ML-DSA-65 key in PKCS#8 PEM or JWK",
                "private key"));
  }

  /**
   * Writes a key as PKCS#8 in PEM to a new file. On a POSIX file system its owner alone may read
   * and write it; elsewhere it gets what its folder gives.
   *
   * @param key a key that was made or read here
   * @param file where to, not there yet
   * @throws TrustException {@code KEY_UNUSABLE} when the key cannot leave where it is, the file is
   *     there already, or it cannot be written
   */
  public static void save(SigningKey key, Path file) {
    if (!(key instanceof LocalSigningKey local)) {
      throw new TrustException(
          Reason.KEY_UNUSABLE, key.keyId(), "is not held in memory", "private key");
    }
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(local.revealPkcs8())
            + "\n-----END PRIVATE KEY-----\n";
    KeyFile.write(file, pem.getBytes(StandardCharsets.US_ASCII));
  }
}
