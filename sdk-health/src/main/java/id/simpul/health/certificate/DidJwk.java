package id.simpul.health.certificate;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * The members of a public key in the WHO's documents (RFC 7518, section 6), which write the zero of
 * a sign before numbers that have none. Whether the key is valid is found out by who uses it.
 */
final class DidJwk {
  private static final int P256_LENGTH = 32;
  private static final int P384_LENGTH = 48;
  private static final int MAX_RSA_LENGTH = 1024;

  private final JsonObject jwk;

  private DidJwk(JsonObject jwk) {
    this.jwk = jwk;
  }

  /** The key, or empty when it is of another kind or a member has another length. */
  static Optional<PublicKey> publicKey(JsonObject jwk) {
    DidJwk reader = new DidJwk(jwk);
    try {
      return switch (reader.text("kty") + " " + reader.text("crv")) {
        case "EC P-256" -> reader.ec("secp256r1", P256_LENGTH);
        case "EC P-384" -> reader.ec("secp384r1", P384_LENGTH);
        case "RSA " -> reader.rsa();
        default -> Optional.empty();
      };
    } catch (GeneralSecurityException e) {
      return Optional.empty(); // numbers of which the platform makes no key
    }
  }

  private Optional<PublicKey> ec(String curve, int length) throws GeneralSecurityException {
    Optional<BigInteger> x = coordinate("x", length);
    Optional<BigInteger> y = coordinate("y", length);
    if (x.isEmpty() || y.isEmpty()) {
      return Optional.empty();
    }
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(curve));
    ECParameterSpec named = parameters.getParameterSpec(ECParameterSpec.class);
    return Optional.of(
        KeyFactory.getInstance("EC")
            .generatePublic(new ECPublicKeySpec(new ECPoint(x.get(), y.get()), named)));
  }

  /** As long as the field, or with one zero before it. */
  private Optional<BigInteger> coordinate(String name, int length) {
    return bytes(name)
        .filter(b -> b.length == length || (b.length == length + 1 && b[0] == 0))
        .map(b -> new BigInteger(1, b));
  }

  private Optional<PublicKey> rsa() throws GeneralSecurityException {
    Optional<BigInteger> n = bytes("n").map(b -> new BigInteger(1, b));
    Optional<BigInteger> e = bytes("e").map(b -> new BigInteger(1, b));
    return n.isEmpty() || e.isEmpty()
        ? Optional.empty()
        : Optional.of(
            KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(n.get(), e.get())));
  }

  private Optional<byte[]> bytes(String name) {
    try {
      byte[] decoded = Base64.getUrlDecoder().decode(text(name));
      return Optional.of(decoded).filter(b -> b.length > 0 && b.length <= MAX_RSA_LENGTH);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String text(String name) {
    return jwk.get(name)
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).value())
        .orElse("");
  }
}
