package id.simpul.identity.credential;

import id.simpul.identity.internal.credential.SdJwt;
import id.simpul.identity.jose.JwsProfile;
import java.time.Duration;

/** The three JWS of an SD-JWT VC. */
final class Profiles {
  /** How long ago a presentation may have been made. */
  static final Duration KEY_BINDING_MAX_AGE = Duration.ofMinutes(5);

  /** A credential on its way out: {@code kid} names the key. */
  static JwsProfile issued(Duration maxLifetime) {
    return credential(maxLifetime).build();
  }

  /** A credential that came in: {@code kid} is optional (SD-JWT VC, draft 18, section 2.5). */
  static JwsProfile received(Duration maxLifetime) {
    return credential(maxLifetime).keyOfContext().build();
  }

  private static JwsProfile.Builder credential(Duration maxLifetime) {
    return JwsProfile.typed(SdJwt.TYP)
        .maxLength(SdJwt.MAX_ISSUER_JWT_LENGTH)
        .maxLifetime(maxLifetime);
  }

  /** The holder's word; the key is the one the issuer put into the credential. */
  static final JwsProfile KEY_BINDING =
      JwsProfile.typed(SdJwt.KEY_BINDING_TYP)
          .keyOfContext()
          .expiryByAge(KEY_BINDING_MAX_AGE)
          .build();

  private Profiles() {}
}
