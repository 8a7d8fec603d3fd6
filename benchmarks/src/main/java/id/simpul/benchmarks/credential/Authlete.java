package id.simpul.benchmarks.credential;

import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import id.simpul.benchmarks.jws.PlatformKeys;
import id.simpul.identity.jose.PublicJwk;
import java.security.SignatureException;
import java.util.Map;
import java.util.Objects;

/** com.authlete:sd-jwt, which leaves signatures to others: here to Nimbus. */
final class Authlete {
  private Authlete() {}

  static CredentialVerifier of(PublicJwk key) throws JOSEException {
    JWSVerifier verifier = new ECDSAVerifier(PlatformKeys.of(key));
    SDObjectDecoder decoder = new SDObjectDecoder();
    return credential -> {
      SDJWT parts = SDJWT.parse(credential);
      JWSObject jws = JWSObject.parse(parts.getCredentialJwt());
      if (!jws.verify(verifier)) {
        throw new SignatureException("refused");
      }
      Map<String, Object> encoded = jws.getPayload().toJSONObject();
      Map<String, Object> claims = decoder.decode(encoded, parts.getDisclosures());
      PeerChecks.check(
          jws.getHeader().getType().getType(),
          Objects.requireNonNull(claims.get("iss")),
          Objects.requireNonNull(claims.get("vct")),
          ((Number) Objects.requireNonNull(claims.get("exp"))).longValue());
      return claims;
    };
  }
}
