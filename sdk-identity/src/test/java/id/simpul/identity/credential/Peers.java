package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import id.simpul.core.value.Secret;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import java.text.ParseException;

/** Keys and signatures of somebody else's library (Nimbus), for peers that bring none. */
final class Peers {
  final ECKey issuerKey = newKey();
  final ECKey holderKey = newKey();
  final Office office = new Office(ours(issuerKey), ours(holderKey));

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static SigningKey ours(ECKey key) {
    return SigningKeys.parse(Secret.of(key.toJSONString()));
  }

  /** Signs a payload; without {@code kid}, as these peers do. */
  static String sign(ECKey key, String typ, String payload) {
    try {
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType(typ)).build();
      JWSObject jws = new JWSObject(header, new Payload(payload));
      jws.sign(new ECDSASigner(key));
      return jws.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** The payload of a JWS whose signature holds. */
  static String verify(ECKey key, String typ, String jws) {
    try {
      JWSObject parsed = JWSObject.parse(jws);
      assertThat(parsed.getHeader().getType().getType()).isEqualTo(typ);
      assertThat(parsed.verify(new ECDSAVerifier(key.toECPublicKey()))).isTrue();
      return parsed.getPayload().toString();
    } catch (JOSEException | ParseException e) {
      throw new AssertionError(e);
    }
  }

  /** Claims of every JSON type that all libraries read alike. */
  CredentialContent content() {
    return CredentialContent.builder()
        .claim("office", Office.json("{\"name\":\"Dukcapil\"}"))
        .selective("name", "Budi \"Möbius\" 太郎")
        .selective("home", Office.json("{\"street\":\"Jalan Mawar\",\"city\":\"Jambi\"}"))
        .selective(ClaimPath.of("home", "street"))
        .claim("list", Office.json("{\"l\":[\"a\",\"b\",{\"c\":true}]}").get("l").orElseThrow())
        .selective(ClaimPath.of("list").element(0))
        .selective(ClaimPath.of("list").element(2))
        .holder(office.holderJwk())
        .build();
  }
}
