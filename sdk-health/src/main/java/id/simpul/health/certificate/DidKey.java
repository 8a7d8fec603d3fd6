package id.simpul.health.certificate;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.DocumentKey;
import id.simpul.identity.TrustException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One key of a DID document: its name and what is trusted, or why it is not. Its participant is a
 * country and the key is that country's. What its certificate says counts beside, when it brings
 * one; its own members must then be the same key, and the country no other.
 */
final class DidKey {
  private static final String SIGNERS = "DSC";
  private static final int PARTS_OF_PATH = 3;

  /** Participants have three letters (ISO 3166-1 alpha-3), certificates two. */
  private static final Map<String, String> COUNTRIES =
      Arrays.stream(Locale.getISOCountries())
          .collect(
              Collectors.toUnmodifiableMap(
                  two -> new Locale.Builder().setRegion(two).build().getISO3Country(), two -> two));

  private final @Nullable Kid kid;
  private final @Nullable TrustedKey key;
  private final String why;

  private DidKey(@Nullable Kid kid, @Nullable TrustedKey key, String why) {
    this.kid = kid;
    this.key = key;
    this.why = why;
  }

  static DidKey read(JsonObject method, String domain) {
    String id = text(method, "id").orElse("");
    int fragment = id.indexOf('#');
    String[] path = (fragment < 0 ? id : id.substring(0, fragment)).split(":", -1);
    if (path.length < PARTS_OF_PATH
        || !path[path.length - 1].equals(SIGNERS)
        || !path[path.length - 3].equals(domain)) {
      return refused("is no key of a document signer of this domain");
    }
    if (!(method.get("publicKeyJwk").orElse(null) instanceof JsonObject jwk)) {
      return refused("has no publicKeyJwk");
    }
    Optional<Kid> kid =
        text(jwk, "kid")
            .or(() -> Optional.of(id.substring(fragment + 1)))
            .flatMap(DidKey::base64)
            .flatMap(Kid::of);
    if (kid.isEmpty()) {
      return refused("has no name of 8 bytes");
    }
    String country = COUNTRIES.get(path[path.length - 2]);
    if (country == null) {
      return refused("is of a participant that is no country");
    }
    try {
      return read(jwk, kid.get(), country);
    } catch (TrustException e) {
      return refused("is a key, or has a certificate, that cannot be used");
    }
  }

  private static DidKey read(JsonObject jwk, Kid kid, String country) {
    Optional<PublicKey> own = DidJwk.publicKey(jwk);
    if (own.isEmpty()) {
      return refused("is no key whose members are as they should be");
    }
    if (jwk.get("x5c").isEmpty()) {
      return new DidKey(kid, TrustedKey.of(DocumentKey.of(own.get()), country), "");
    }
    Optional<X509Certificate> certificate = certificate(jwk);
    if (certificate.isEmpty()
        || !Kid.of(certificate.get()).equals(kid)
        || !isSame(certificate.get().getPublicKey(), own.get())) {
      return refused("has a certificate that is not its own");
    }
    TrustedKey key = TrustedKey.of(certificate.get());
    if (!key.country().orElse(country).equals(country)) {
      return refused("has a certificate of another country than its participant");
    }
    return new DidKey(kid, key.of(country), "");
  }

  private static DidKey refused(String why) {
    return new DidKey(null, null, why);
  }

  private static boolean isSame(PublicKey one, PublicKey other) {
    if (one instanceof RSAPublicKey rsa && other instanceof RSAPublicKey otherRsa) {
      // A certificate may bind its key to PSS (RFC 4055, section 1.2); members of a key cannot.
      return rsa.getModulus().equals(otherRsa.getModulus())
          && rsa.getPublicExponent().equals(otherRsa.getPublicExponent());
    }
    return Arrays.equals(one.getEncoded(), other.getEncoded());
  }

  /** RFC 7517, section 4.7: base64 of DER, the key's own first. */
  private static Optional<X509Certificate> certificate(JsonObject jwk) {
    JsonValue chain = jwk.get("x5c").orElse(null);
    if (chain instanceof JsonArray array
        && !array.items().isEmpty()
        && array.items().get(0) instanceof JsonString first) {
      return base64(first.value()).map(SignerCertificates::read);
    }
    return Optional.empty();
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object
        .get(name)
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).value());
  }

  /** In either alphabet, because both are in use. */
  private static Optional<byte[]> base64(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Puts the key on a list, or says why not.
   *
   * @param bare the names of keys without a certificate so far, each of a country, which this adds
   *     to: nothing ties such a key to its name, so that each country has one of a name
   */
  Optional<String> addTo(TrustList.Builder list, Set<String> bare) {
    if (kid == null || key == null) {
      return Optional.of(why);
    }
    if (key.isBare() && !bare.add(kid + " " + key.country())) {
      return Optional.of("has the name of another key of its participant");
    }
    return list.offer(kid, key) ? Optional.empty() : Optional.of("is one key too many of its name");
  }
}
