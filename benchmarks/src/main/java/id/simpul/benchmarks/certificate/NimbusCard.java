package id.simpul.benchmarks.certificate;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Map;

/**
 * Nimbus JOSE + JWT and the platform's Inflater. The key is found by its name in a map that was
 * made beforehand. Of what Simpul checks it leaves out the limits and the form of the bundle's
 * entries.
 */
final class NimbusCard {
  private static final String PREFIX = "shc:/";
  private static final String TYPE = "https://smarthealth.cards#health-card";

  private NimbusCard() {}

  static CertificateVerifier of(String kid, ECPublicKey key) throws Exception {
    Map<String, JWSVerifier> keys = Map.of(kid, new ECDSAVerifier(key));
    return text -> {
      JWSObject jws = JWSObject.parse(characters(text));
      JWSVerifier named = keys.get(jws.getHeader().getKeyID());
      if (named == null || !jws.verify(named)) {
        throw new SignatureException("refused");
      }
      byte[] opened = PeerText.inflate(jws.getPayload().toBytes(), true);
      return checked(JSONObjectUtils.parse(new String(opened, StandardCharsets.UTF_8)));
    };
  }

  private static String characters(String text) {
    StringBuilder jws = new StringBuilder();
    for (int i = PREFIX.length(); i < text.length(); i += 2) {
      int pair = 10 * (text.charAt(i) - '0') + text.charAt(i + 1) - '0';
      jws.append((char) (pair + '-'));
    }
    return jws.toString();
  }

  private static Object checked(Map<String, Object> payload) throws Exception {
    Map<String, Object> vc = JSONObjectUtils.getJSONObject(payload, "vc");
    List<String> types = JSONObjectUtils.getStringList(vc, "type");
    long from = JSONObjectUtils.getLong(payload, "nbf");
    if (!Cards.ISSUER.equals(payload.get("iss"))
        || !types.contains(TYPE)
        || from > Cards.NOW.getEpochSecond()) {
      throw new SignatureException("refused");
    }
    return JSONObjectUtils.getJSONObject(
        JSONObjectUtils.getJSONObject(vc, "credentialSubject"), "fhirBundle");
  }
}
