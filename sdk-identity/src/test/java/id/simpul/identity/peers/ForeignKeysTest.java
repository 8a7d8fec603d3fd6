package id.simpul.identity.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import id.simpul.core.value.Secret;
import id.simpul.identity.CryptoLibrary;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.EveryLibrary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.jcajce.interfaces.MLDSAPrivateKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.conscrypt.Conscrypt;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Private keys that others made, read here, sign what others verify. */
class ForeignKeysTest {
  private static final byte[] MESSAGE = "laporan".getBytes(StandardCharsets.UTF_8);

  private static Secret pem(byte[] pkcs8) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\r', '\n'}).encodeToString(pkcs8);
    return Secret.of("-----BEGIN PRIVATE KEY-----\r\n" + text + "\r\n-----END PRIVATE KEY-----");
  }

  private static void agree(KeyPair pair, String signature, Provider provider)
      throws GeneralSecurityException {
    SigningKey key = SigningKeys.parse(pem(pair.getPrivate().getEncoded()));
    Signature theirs = Signature.getInstance(signature, provider);
    theirs.initVerify(pair.getPublic());
    theirs.update(MESSAGE);
    assertThat(theirs.verify(key.sign(MESSAGE))).isTrue();
    theirs.initSign(pair.getPrivate());
    theirs.update(MESSAGE);
    assertThat(key.publicKey().verify(MESSAGE, theirs.sign())).isTrue();
  }

  private static KeyPair p256(Provider provider) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SunEC", "BC"})
  void parse_pkcs8OfAProvider_isTheKey(String name) throws GeneralSecurityException {
    Provider provider = name.equals("BC") ? new BouncyCastleProvider() : Security.getProvider(name);
    agree(KeyPairGenerator.getInstance("Ed25519", provider).generateKeyPair(), "Ed25519", provider);
    String p1363 = name.equals("BC") ? "SHA256withPLAIN-ECDSA" : "SHA256withECDSAinP1363Format";
    agree(p256(provider), p1363, provider);
  }

  @Test
  void parse_pkcs8OfCorretto_isTheKey() throws GeneralSecurityException {
    EveryLibrary.on(CryptoLibrary.CORRETTO);
    Provider provider = AmazonCorrettoCryptoProvider.INSTANCE;
    agree(p256(provider), "SHA256withECDSAinP1363Format", provider);
    agree(KeyPairGenerator.getInstance("Ed25519", provider).generateKeyPair(), "EdDSA", provider);
  }

  @Test
  void parse_pkcs8OfConscrypt_isTheKey() throws GeneralSecurityException {
    EveryLibrary.on(CryptoLibrary.CONSCRYPT);
    Provider provider = Conscrypt.newProvider();
    agree(KeyPairGenerator.getInstance("EdDSA", provider).generateKeyPair(), "EdDSA", provider);
    agree(
        KeyPairGenerator.getInstance("ML-DSA-65", provider).generateKeyPair(),
        "ML-DSA-65",
        provider);
  }

  /** RFC 9881, section 6: seed, seed with expanded key, expanded key alone. */
  @Test
  void parse_pkcs8OfMlDsaInEachForm_isTheKeyWhereItsSeedIs() throws GeneralSecurityException {
    Provider provider = new BouncyCastleProvider();
    KeyPair pair = KeyPairGenerator.getInstance("ML-DSA-65", provider).generateKeyPair();
    agree(pair, "ML-DSA-65", provider);
    MLDSAPrivateKey seedAlone = ((MLDSAPrivateKey) pair.getPrivate()).getPrivateKey(true);
    agree(new KeyPair(pair.getPublic(), seedAlone), "ML-DSA-65", provider);
    Secret expanded = pem(((MLDSAPrivateKey) pair.getPrivate()).getPrivateKey(false).getEncoded());
    assertThatThrownBy(() -> SigningKeys.parse(expanded))
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(Reason.KEY_UNUSABLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-algorithm ed25519", "-algorithm EC -pkeyopt ec_paramgen_curve:P-256"})
  void parse_pkcs8OfOpenssl_isAKey(String options) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "skipped: no openssl here");
    Process process =
        new ProcessBuilder(("/usr/bin/openssl genpkey " + options).split(" ", -1))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String pem = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    SigningKey key = SigningKeys.parse(Secret.of(pem));
    assertThat(key.publicKey().verify(MESSAGE, key.sign(MESSAGE))).isTrue();
  }

  @Test
  void parse_jwkOfNimbus_isTheKey() throws Exception {
    JWK ec =
        new ECKeyGenerator(Curve.P_256)
            .keyUse(KeyUse.SIGNATURE)
            .keyIDFromThumbprint(true)
            .generate();
    JWK okp =
        new OctetKeyPairGenerator(Curve.Ed25519)
            .keyUse(KeyUse.SIGNATURE)
            .keyIDFromThumbprint(true)
            .generate();
    for (JWK theirs : new JWK[] {ec, okp}) {
      SigningKey key = SigningKeys.parse(Secret.of(theirs.toJSONString()));
      assertThat(key.keyId()).isEqualTo(theirs.getKeyID());
      assertThat(key.publicKey().verify(MESSAGE, key.sign(MESSAGE))).isTrue();
    }
  }

  @Test
  void parse_jwkOfJose4j_isTheKey() throws Exception {
    PublicJsonWebKey ec = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    PublicJsonWebKey okp = OkpJwkGenerator.generateJwk("Ed25519");
    for (PublicJsonWebKey theirs : new PublicJsonWebKey[] {ec, okp}) {
      SigningKey key =
          SigningKeys.parse(Secret.of(theirs.toJson(OutputControlLevel.INCLUDE_PRIVATE)));
      assertThat(key.keyId()).isEqualTo(theirs.calculateBase64urlEncodedThumbprint("SHA-256"));
      boolean isEc = theirs.getKeyType().equals("EC");
      assertThat(key.algorithm())
          .isEqualTo(isEc ? SignatureAlgorithm.ES256 : SignatureAlgorithm.ED25519);
    }
  }
}
