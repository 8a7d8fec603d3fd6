package id.simpul.identity.http;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.Base64Url;
import id.simpul.identity.internal.sf.BareItem;
import id.simpul.identity.internal.sf.Parameters;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a signature (RFC 9421, 2.3), checked for form.
 *
 * @param created when it was made
 * @param expires until when it is good
 * @param nonce base64url of {@link SignatureProfile#NONCE_BYTES} bytes
 * @param signer the entity that claims to have signed
 * @param thumbprint the key it claims to have used
 * @param algorithm the {@code alg} parameter, or null when there is none
 */
record SignatureParameters(
    Instant created,
    Instant expires,
    String nonce,
    EntityId signer,
    String thumbprint,
    @Nullable String algorithm) {
  private static final Set<String> KNOWN =
      Set.of("created", "expires", "nonce", "keyid", "tag", "alg");
  private static final String WHERE = "Signature-Input";

  static SignatureParameters of(Parameters parameters) throws Refused {
    Map<String, BareItem> values = parameters.values();
    if (!KNOWN.containsAll(values.keySet())) {
      throw new Refused(Reason.NOT_ALLOWED, "has a parameter the profile does not know", WHERE);
    }
    String keyId = string(values, "keyid");
    int hash = keyId.indexOf('#');
    if (hash < 0) {
      throw new Refused(Reason.MALFORMED, "keyid is not <entity>#<thumbprint>", WHERE);
    }
    return new SignatureParameters(
        time(values, "created"),
        time(values, "expires"),
        nonce(string(values, "nonce")),
        entity(keyId.substring(0, hash)),
        keyId.substring(hash + 1),
        values.containsKey("alg") ? string(values, "alg") : null);
  }

  private static String string(Map<String, BareItem> values, String name) throws Refused {
    if (values.get(name) instanceof BareItem.StringItem string) {
      return string.value();
    }
    throw new Refused(Reason.MALFORMED, name + " is missing or is no string", WHERE);
  }

  private static Instant time(Map<String, BareItem> values, String name) throws Refused {
    if (values.get(name) instanceof BareItem.IntegerItem seconds) {
      return Instant.ofEpochSecond(seconds.value());
    }
    throw new Refused(Reason.MALFORMED, name + " is missing or is no integer", WHERE);
  }

  private static String nonce(String nonce) throws Refused {
    boolean fits =
        Base64Url.decode(nonce)
            .filter(bytes -> bytes.length == SignatureProfile.NONCE_BYTES)
            .isPresent();
    if (!fits) {
      throw new Refused(
          Reason.MALFORMED,
          "nonce is not " + SignatureProfile.NONCE_BYTES + " bytes in base64url",
          WHERE);
    }
    return nonce;
  }

  private static EntityId entity(String text) throws Refused {
    try {
      return new EntityId(text);
    } catch (IllegalArgumentException e) {
      throw new Refused(Reason.MALFORMED, "keyid does not start with an entity", WHERE, e);
    }
  }

  /** The {@code keyid} parameter. */
  String keyId() {
    return signer.value() + "#" + thumbprint;
  }

  /** Checks the windows; both ends of each belong to it. */
  void checkTime(Instant now) throws Refused {
    if (!expires.isAfter(created)) {
      throw new Refused(Reason.MALFORMED, "expires is not after created", WHERE);
    }
    if (expires.isAfter(created.plus(SignatureProfile.MAX_LIFETIME))) {
      throw new Refused(
          Reason.NOT_ALLOWED,
          "lives longer than " + SignatureProfile.MAX_LIFETIME.toSeconds() + " s",
          WHERE);
    }
    if (created.isAfter(now.plus(SignatureProfile.CLOCK_SKEW))) {
      throw new Refused(Reason.NOT_YET_VALID, "created lies in the future", WHERE);
    }
    if (now.isAfter(expires) || now.isAfter(created.plus(SignatureProfile.CLOCK_SKEW))) {
      throw new Refused(Reason.EXPIRED, "was created too long ago", WHERE);
    }
  }
}
