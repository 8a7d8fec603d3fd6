package id.simpul.identity.jose;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.internal.jose.Base64Url;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/**
 * A key whose private half this library never sees, as in an HSM: signatures come from the
 * platform's own provider, the public half is imported as a JWK.
 */
record DeviceKey(
    SignatureAlgorithm algorithm,
    VerificationKey publicKey,
    KeyPair pair,
    String jcaName,
    @Nullable Provider device)
    implements SigningKey {
  private static final String IN_DER = "SHA256withECDSA";
  private static final int USUAL_DER = 70;

  static DeviceKey generate(SignatureAlgorithm algorithm) {
    return switch (algorithm) {
      case ES256 -> p256("SHA256withECDSAinP1363Format");
      case ED25519 -> ed25519();
      case ML_DSA_65 -> mlDsa65();
    };
  }

  /** A longer form that many devices give: r and s as ASN.1, of 70 to 72 bytes. */
  static DeviceKey answeringInDer() {
    return p256(IN_DER);
  }

  private static DeviceKey p256(String jcaName) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      var point = ((ECPublicKey) pair.getPublic()).getW();
      JsonObject jwk =
          JsonObject.builder()
              .put("kty", "EC")
              .put("crv", "P-256")
              .put("x", Base64Url.encode(bigEndian(point.getAffineX())))
              .put("y", Base64Url.encode(bigEndian(point.getAffineY())))
              .build();
      return new DeviceKey(SignatureAlgorithm.ES256, PublicJwk.of(jwk).key(), pair, jcaName, null);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static DeviceKey ed25519() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      var point = ((EdECPublicKey) pair.getPublic()).getPoint();
      byte[] y = bigEndian(point.getY());
      byte[] encoded = new byte[32];
      for (int i = 0; i < 32; i++) {
        encoded[i] = y[31 - i];
      }
      if (point.isXOdd()) {
        encoded[31] |= (byte) 0x80;
      }
      JsonObject jwk =
          JsonObject.builder()
              .put("kty", "OKP")
              .put("crv", "Ed25519")
              .put("x", Base64Url.encode(encoded))
              .build();
      VerificationKey key = PublicJwk.of(jwk).key();
      return new DeviceKey(SignatureAlgorithm.ED25519, key, pair, "Ed25519", null);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** From another provider, because a platform older than 24 has none. */
  private static DeviceKey mlDsa65() {
    try {
      Provider device = new BouncyCastleProvider();
      KeyPair pair = KeyPairGenerator.getInstance("ML-DSA-65", device).generateKeyPair();
      byte[] spki = pair.getPublic().getEncoded();
      byte[] pub = Arrays.copyOfRange(spki, spki.length - 1952, spki.length);
      JsonObject jwk =
          JsonObject.builder()
              .put("kty", "AKP")
              .put("alg", "ML-DSA-65")
              .put("pub", Base64Url.encode(pub))
              .build();
      VerificationKey key = PublicJwk.of(jwk).key();
      return new DeviceKey(SignatureAlgorithm.ML_DSA_65, key, pair, "ML-DSA-65", device);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bigEndian(BigInteger value) {
    byte[] bytes = new byte[32];
    byte[] big = value.toByteArray();
    int from = Math.max(0, big.length - 32);
    System.arraycopy(big, from, bytes, 32 - big.length + from, big.length - from);
    return bytes;
  }

  @Override
  public byte[] sign(byte[] message) {
    byte[] signature = signOnce(message);
    // A shorter r or s is rare; another signature is as good.
    return jcaName.equals(IN_DER) && signature.length < USUAL_DER ? sign(message) : signature;
  }

  private byte[] signOnce(byte[] message) {
    try {
      Signature signature =
          device == null ? Signature.getInstance(jcaName) : Signature.getInstance(jcaName, device);
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String toString() {
    return "device key " + keyId();
  }
}
