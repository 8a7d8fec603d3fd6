package id.simpul.health.certificate.fetch;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.health.certificate.DidProofCheck;
import id.simpul.identity.DocumentAlgorithm;
import id.simpul.identity.DocumentKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The proof of a DID document of the WHO's network: {@code JsonWebSignature2020} with a detached
 * JWS (RFC 7797) and ES256, whose signature stands in DER in the documents that are published. What
 * is signed is the SHA-256 of the proof's options and the SHA-256 of the document, each in a
 * canonical form of RDF, which takes a JSON-LD processor (URDNA2015) that the caller brings: this
 * library has none. All else is done here. Immutable, thread-safe.
 */
public final class JsonWebSignature2020 implements DidProofCheck {
  /** Puts a JSON-LD document into its canonical form (RDF Dataset Canonicalization, N-Quads). */
  @FunctionalInterface
  public interface Canonicalization {
    /**
     * The canonical form, with contexts that are known beforehand: whoever fetches contexts lets
     * their servers say what is signed.
     *
     * @param document a document with its {@code @context}
     * @return its canonical N-Quads in UTF-8
     * @throws FormatException when it has none
     */
    byte[] apply(JsonObject document) throws FormatException;
  }

  /** The most characters of a JWS. */
  public static final int MAX_JWS_LENGTH = 1_024;

  private static final Limits HEADER_LIMITS = new Limits(512, 3, 64, 16, 16, 16);
  private static final int COORDINATE_BYTES = 32;

  private final DocumentKey key;
  private final String method;
  private final Canonicalization canonicalization;

  /**
   * A check.
   *
   * @param key the publisher's key over P-256, from where it publishes it
   * @param method the name of that key: what the proof must say as {@code verificationMethod}
   * @param canonicalization makes the canonical form
   * @throws TrustException {@code KEY_UNUSABLE} when the key is not for ES256
   */
  public JsonWebSignature2020(DocumentKey key, String method, Canonicalization canonicalization) {
    this.key = Objects.requireNonNull(key, "key");
    this.method = Objects.requireNonNull(method, "method");
    this.canonicalization = Objects.requireNonNull(canonicalization, "canonicalization");
    if (key.algorithm() != DocumentAlgorithm.ES256
        || key.signatureLength() != 2 * COORDINATE_BYTES) {
      throw new TrustException(Reason.KEY_UNUSABLE, "DID document", "wants a P-256 key", method);
    }
  }

  @Override
  public Optional<Instant> check(JsonObject document) {
    if (!(document.get("proof").orElse(null) instanceof JsonObject proof)) {
      throw fail(Reason.UNSIGNED, "has no proof, or several", "proof");
    }
    require(proof, "type", "JsonWebSignature2020");
    require(proof, "proofPurpose", "assertionMethod");
    require(proof, "verificationMethod", method);
    String[] parts = text(proof, "jws").split("\\.", -1);
    if (text(proof, "jws").length() > MAX_JWS_LENGTH || parts.length != 3 || !parts[1].isEmpty()) {
      throw fail(Reason.MALFORMED, "has no detached JWS", "proof/jws");
    }
    checkHeader(decoded(parts[0]));
    byte[] signature = rs(decoded(parts[2]));
    if (!key.verify(signed(parts[0], document, proof), signature)) {
      throw fail(Reason.SIGNATURE_INVALID, "has a signature that does not fit", "proof/jws");
    }
    try {
      return Optional.of(Instant.parse(text(proof, "created")));
    } catch (DateTimeException e) {
      throw fail(Reason.MALFORMED, "was signed at no time", "proof/created");
    }
  }

  private static void require(JsonObject proof, String name, String value) {
    if (!text(proof, name).equals(value)) {
      throw fail(Reason.NOT_ALLOWED, "has a proof of another kind, purpose or key", name);
    }
  }

  private static String text(JsonObject proof, String name) {
    return proof.get(name).orElse(null) instanceof JsonString text
        ? text.value()
        : fallThrough(name);
  }

  private static String fallThrough(String name) {
    throw fail(Reason.MALFORMED, "has a proof without a text it needs", "proof/" + name);
  }

  /** RFC 7797: the payload is not encoded, and whoever does not know that must refuse. */
  private static void checkHeader(byte[] bytes) {
    JsonValue critical = new JsonArray(List.of(new JsonString("b64")));
    try {
      if (Json.read(bytes, HEADER_LIMITS) instanceof JsonObject header
          && header.members().size() == 3
          && header.get("alg").filter(new JsonString("ES256")::equals).isPresent()
          && header.get("b64").filter(JsonBoolean.FALSE::equals).isPresent()
          && header.get("crit").filter(critical::equals).isPresent()) {
        return;
      }
    } catch (FormatException e) {
      throw fail(Reason.MALFORMED, "has a JWS whose header cannot be read", "proof/jws");
    }
    throw fail(Reason.NOT_ALLOWED, "has a JWS with another header", "proof/jws");
  }

  private static byte[] decoded(String part) {
    try {
      return Base64.getUrlDecoder().decode(part);
    } catch (IllegalArgumentException e) {
      throw fail(Reason.MALFORMED, "has a JWS that is no base64url", "proof/jws");
    }
  }

  private byte[] signed(String header, JsonObject document, JsonObject proof) {
    JsonObject.Builder unsigned = JsonObject.builder();
    document
        .members()
        .forEach((name, value) -> {
          if (!name.equals("proof")) {
            unsigned.put(name, value);
          }
        });
    JsonObject.Builder options = JsonObject.builder();
    document.get("@context").ifPresent(context -> options.put("@context", context));
    proof
        .members()
        .forEach((name, value) -> {
          if (!name.equals("jws") && !name.equals("@context")) {
            options.put(name, value);
          }
        });
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.writeBytes((header + ".").getBytes(StandardCharsets.US_ASCII));
    input.writeBytes(digest(options.build()));
    input.writeBytes(digest(unsigned.build()));
    return input.toByteArray();
  }

  private byte[] digest(JsonObject part) {
    try {
      return sha256(canonicalization.apply(part));
    } catch (FormatException e) {
      throw new TrustException(Reason.MALFORMED, "DID document", e.reason(), e.where(), e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Of r and s as JOSE wants them, or of DER as the WHO writes them, in its one form. */
  private static byte[] rs(byte[] signature) {
    if (signature.length == 2 * COORDINATE_BYTES) {
      return signature;
    }
    byte[] rs = new byte[2 * COORDINATE_BYTES];
    boolean sequence =
        signature.length > 2 && signature[0] == 0x30 && signature[1] == signature.length - 2;
    int after = sequence ? integer(signature, 2, rs, COORDINATE_BYTES) : -1;
    int end = after < 0 ? -1 : integer(signature, after, rs, 2 * COORDINATE_BYTES);
    if (end != signature.length) {
      throw fail(Reason.MALFORMED, "has a signature in no known form", "proof/jws");
    }
    return rs;
  }

  /** One INTEGER, positive and shortest (X.690, 8.3 and 10.1), put before {@code until}; or -1. */
  private static int integer(byte[] der, int at, byte[] to, int until) {
    if (at + 2 >= der.length || der[at] != 2) {
      return -1;
    }
    int length = der[at + 1];
    int from = at + 2;
    if (length < 1 || from + length > der.length || der[from] < 0) {
      return -1;
    }
    if (der[from] == 0) {
      boolean needed = length > 1 && der[from + 1] < 0;
      if (!needed) {
        return -1;
      }
      from++;
      length--;
    }
    if (length > COORDINATE_BYTES) {
      return -1;
    }
    System.arraycopy(der, from, to, until - length, length);
    return from + length;
  }

  private static TrustException fail(Reason reason, String what, String where) {
    return new TrustException(reason, "DID document", what, where);
  }

  @Override
  public String toString() {
    return "JsonWebSignature2020 by " + method;
  }
}
