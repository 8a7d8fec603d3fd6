package id.simpul.health.certificate;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.jose.PublicJwk;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The keys of one issuer (SMART Health Cards Framework 1.4, "Determining keys"). */
final class HealthCardKeySet {
  private static final Limits LIMITS = Limits.DEFAULT.withMaxBytes(HealthCardKeys.MAX_BYTES);
  private static final int URI_NAME = 6;

  private final JsonArray keys;
  private final String issuer;

  private HealthCardKeySet(JsonArray keys, String issuer) {
    this.keys = keys;
    this.issuer = issuer;
  }

  /** The set, or empty when it is none. */
  static Optional<HealthCardKeySet> read(byte[] jwks, String issuer) {
    try {
      return Json.read(jwks, LIMITS) instanceof JsonObject set
              && set.get("keys").orElse(null) instanceof JsonArray keys
          ? Optional.of(new HealthCardKeySet(keys, issuer))
          : Optional.empty();
    } catch (FormatException e) {
      return Optional.empty();
    }
  }

  /** The key of a name, when it is one for cards. */
  Optional<VerificationKey> find(String kid) {
    for (JsonValue item : keys.items()) {
      if (item instanceof JsonObject jwk && text(jwk, "kid").filter(kid::equals).isPresent()) {
        return usable(jwk);
      }
    }
    return Optional.empty();
  }

  /** P-256 for signatures with ES256, named by its thumbprint, without its private half. */
  private Optional<VerificationKey> usable(JsonObject jwk) {
    try {
      PublicJwk key = PublicJwk.of(jwk);
      boolean good =
          key.key().algorithm() == SignatureAlgorithm.ES256
              && key.kid().equals(key.key().keyId())
              && text(jwk, "use").filter("sig"::equals).isPresent()
              && text(jwk, "alg").filter("ES256"::equals).isPresent()
              && (jwk.get("x5c").isEmpty() || isCertified(jwk));
      return good ? Optional.of(key.key()) : Optional.empty();
    } catch (TrustException e) {
      return Optional.empty(); // it is no key that could have signed a card
    }
  }

  /** The certificate is of this key, and of this issuer by the URI in its alternative names. */
  private boolean isCertified(JsonObject jwk) {
    Optional<PublicKey> own = DidJwk.publicKey(jwk);
    if (!(jwk.get("x5c").orElse(null) instanceof JsonArray chain)
        || chain.items().isEmpty()
        || !(chain.items().get(0) instanceof JsonString first)
        || own.isEmpty()) {
      return false;
    }
    try {
      X509Certificate certificate =
          SignerCertificates.read(Base64.getDecoder().decode(first.value()));
      byte[] key = certificate.getPublicKey().getEncoded();
      return Arrays.equals(key, own.get().getEncoded()) && names(certificate);
    } catch (IllegalArgumentException | CertificateParsingException e) {
      return false;
    }
  }

  private boolean names(X509Certificate certificate) throws CertificateParsingException {
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    return names != null
        && names.stream()
            .anyMatch(name -> name.get(0).equals(URI_NAME) && issuer.equals(name.get(1)));
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object
        .get(name)
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).value());
  }
}
