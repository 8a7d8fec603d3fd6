package id.simpul.fuzz.health;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.fuzz.Invariant;
import id.simpul.health.certificate.HcertVerifier;
import id.simpul.health.certificate.Kid;
import id.simpul.health.certificate.TrustList;
import id.simpul.health.certificate.TrustListHolder;
import id.simpul.health.certificate.TrustedKey;
import id.simpul.health.certificate.Verification;
import id.simpul.health.certificate.VerifiedHcert;
import id.simpul.health.internal.cose.CoseSign1;
import id.simpul.health.internal.hcert.Base45;
import id.simpul.health.internal.hcert.Deflate;
import id.simpul.identity.DocumentKey;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.jose.PublicJwk;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

/**
 * Health certificates: an input as the text of a QR code, as the message inside one, and as claims
 * that a trusted key signed. Nothing is thrown; only the last can be valid, and nobody is shown.
 */
public final class HcertTarget implements FuzzTarget {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T03:00:00Z"));
  private static final Kid KID = new Kid(1);

  private final SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
  private final HcertVerifier verifier;

  /** Makes the target. */
  public HcertTarget() {
    TrustList list =
        TrustList.asOf(CLOCK.instant())
            .add(KID, TrustedKey.of(DocumentKey.of(publicKey()), "ID"))
            .build();
    verifier =
        HcertVerifier.builder(new TrustListHolder(list, Duration.ofDays(1), CLOCK), CLOCK).build();
  }

  private PublicKey publicKey() {
    JsonObject jwk = PublicJwk.of(key.publicKey()).toJson();
    try {
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      return KeyFactory.getInstance("EC")
          .generatePublic(
              new ECPublicKeySpec(
                  new ECPoint(number(jwk, "x"), number(jwk, "y")),
                  curve.getParameterSpec(ECParameterSpec.class)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key that was made is one", e);
    }
  }

  private static BigInteger number(JsonObject jwk, String name) {
    String text = ((JsonString) jwk.get(name).orElseThrow()).value();
    return new BigInteger(1, Base64.getUrlDecoder().decode(text));
  }

  @Override
  public void run(byte[] input) {
    require(verify(Input.text(input)).certificate().isEmpty(), "an unsigned text is valid");
    require(verify(text(input)).certificate().isEmpty(), "a message nobody signed is valid");
    Verification<VerifiedHcert> signed = verify(text(CoseSign1.sign(key, KID.bytes(), input)));
    signed
        .certificate()
        .ifPresent(certificate -> {
          require(certificate.issuingCountry().isPresent(), "nobody issued it");
          require(certificate.expiresAt().isAfter(certificate.issuedAt()), "ends too early");
          require(isSilent(certificate.toString()), "shows a person");
        });
  }

  private static String text(byte[] message) {
    return "HC1:" + Base45.encode(Deflate.ZLIB.deflate(message));
  }

  private Verification<VerifiedHcert> verify(String text) {
    Verification<VerifiedHcert> result = verifier.verify(text);
    require(isSilent(result.toString() + result.warnings()), "shows what it verified");
    return result;
  }

  private static boolean isSilent(String shown) {
    return !shown.contains(Invariant.PLANTED_NIK);
  }
}
