package id.simpul.health.internal.cose;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.health.certificate.testing.Vectors;
import id.simpul.health.internal.cbor.CborLimits;
import id.simpul.identity.DocumentKey;
import java.math.BigInteger;
import java.nio.file.Path;
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
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The COSE working group's examples: which of them are messages of our profile, and verify. */
@Tag("vectors")
class CoseVectorsTest {
  private static final CborLimits LIMITS = CborLimits.ofBytes(16 * 1024);
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void verify_examplesOfTheWorkingGroup_agrees() {
    Vectors vectors = Vectors.of("cbor-cose/cose", "/vectors/cose-deviations.tsv");
    Path folder = Vectors.folder("cbor-cose").resolve("cose");
    for (Path file : Vectors.files(folder, ".json")) {
      JsonObject example = (JsonObject) Vectors.json(file);
      boolean valid = !example.get("fail").filter(JsonBoolean.TRUE::equals).isPresent();
      String outcome = outcome(example);
      boolean same = outcome.isEmpty() == valid;
      String name = folder.relativize(file).toString().replace('\\', '/');
      vectors.judge(name, valid, same ? "" : "valid, but: " + outcome);
    }
    vectors.finish();
  }

  /** Why a message is not taken, or nothing. */
  private static String outcome(JsonObject example) {
    try {
      String hex = ((JsonString) at(example, "output", "cbor")).value();
      CoseSign1 message = CoseSign1.read(HEX.parseHex(hex), LIMITS);
      CoseAlgorithm algorithm =
          message.algorithm().orElseThrow(() -> new FormatException("alg", "is not taken"));
      DocumentKey key = DocumentKey.of(key((JsonObject) at(example, "input", "sign0", "key")));
      boolean ours = key.algorithm() == algorithm.algorithm();
      return ours && message.isSignedBy(key) ? "" : "signature";
    } catch (FormatException | GeneralSecurityException e) {
      return e.getMessage();
    }
  }

  private static JsonValue at(JsonObject object, String... names) {
    JsonValue value = object;
    for (String name : names) {
      value = ((JsonObject) value).get(name).orElseThrow();
    }
    return value;
  }

  private static PublicKey key(JsonObject jwk) throws GeneralSecurityException {
    if (((JsonString) at(jwk, "kty")).value().equals("RSA")) {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
    }
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(
                new ECPoint(number(jwk, "x"), number(jwk, "y")),
                curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static BigInteger number(JsonObject jwk, String name) {
    return jwk.get(name + "_hex")
        .map(hex -> new BigInteger(((JsonString) hex).value(), 16))
        .orElseGet(() ->
            new BigInteger(1, Base64.getUrlDecoder().decode(((JsonString) at(jwk, name)).value())));
  }
}
