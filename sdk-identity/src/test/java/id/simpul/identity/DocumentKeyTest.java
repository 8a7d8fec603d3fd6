package id.simpul.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.EveryLibrary;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentKeyTest {
  private static final byte[] MESSAGE = "Signature1".getBytes(StandardCharsets.US_ASCII);
  private static final BigInteger F4 = BigInteger.valueOf(65537);

  /** A key pair of somebody else, and how the Java platform signs with it. */
  record Signer(KeyPair pair, DocumentAlgorithm algorithm, String jca, AlgorithmParameterSpec pss) {
    byte[] sign(byte[] message) throws GeneralSecurityException {
      Signature signer = Signature.getInstance(jca);
      if (pss != null) {
        signer.setParameter(pss);
      }
      signer.initSign(pair.getPrivate());
      signer.update(message);
      return signer.sign();
    }

    DocumentKey key() {
      return DocumentKey.of(pair.getPublic());
    }

    @Override
    public String toString() {
      return algorithm + " " + key().signatureLength();
    }
  }

  private Signer p256;
  private Signer p384;
  private Signer rsa;

  @BeforeAll
  void makeKeys() throws GeneralSecurityException {
    p256 = ec("secp256r1");
    p384 = ec("secp384r1");
    rsa = rsa("RSA", 2048, 32);
  }

  Signer[] signers() {
    return new Signer[] {p256, p384, rsa};
  }

  private static Signer ec(String curve) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return new Signer(
        generator.generateKeyPair(), DocumentAlgorithm.ES256, "SHA256withECDSAinP1363Format", null);
  }

  private static Signer rsa(String kind, int bits, int salt) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    generator.initialize(new RSAKeyGenParameterSpec(bits, F4));
    var pss = new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, salt, 1);
    return new Signer(generator.generateKeyPair(), DocumentAlgorithm.PS256, "RSASSA-PSS", pss);
  }

  private static PublicKey rsaOf(BigInteger modulus, BigInteger exponent)
      throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
  }

  private static void refused(PublicKey key) {
    assertThatThrownBy(() -> DocumentKey.of(key))
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(Reason.KEY_UNUSABLE));
  }

  @ParameterizedTest
  @MethodSource("signers")
  void verify_goodSignature_isTaken(Signer signer) throws GeneralSecurityException {
    DocumentKey key = signer.key();

    assertThat(key.algorithm()).isEqualTo(signer.algorithm());
    assertThat(key.verify(MESSAGE, signer.sign(MESSAGE))).isTrue();
    assertThat(key.verify(new byte[0], signer.sign(new byte[0]))).isTrue();
    assertThat(key.verify(new byte[0], signer.sign(MESSAGE))).isFalse();
  }

  @Test
  void signatureLength_eachKey_isItsOnly() {
    assertThat(p256.key().signatureLength()).isEqualTo(64);
    assertThat(p384.key().signatureLength()).isEqualTo(96);
    assertThat(rsa.key().signatureLength()).isEqualTo(256);
  }

  @ParameterizedTest
  @MethodSource("signers")
  void verify_everyOtherLength_isRefused(Signer signer) throws GeneralSecurityException {
    byte[] good = signer.sign(MESSAGE);
    for (int length = 0; length < good.length + 80; length++) {
      if (length != good.length) {
        assertThat(signer.key().verify(MESSAGE, Arrays.copyOf(good, length))).isFalse();
      }
    }
    byte[] padded = new byte[good.length + 1];
    System.arraycopy(good, 0, padded, 1, good.length);
    assertThat(signer.key().verify(MESSAGE, padded)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("signers")
  void verify_anyByteChanged_isRefused(Signer signer) throws GeneralSecurityException {
    SplittableRandom random = new SplittableRandom(8230);
    byte[] good = signer.sign(MESSAGE);
    for (int at = 0; at < good.length; at++) {
      byte[] changed = good.clone();
      changed[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      assertThat(signer.key().verify(MESSAGE, changed)).as("byte %s", at).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp384r1"})
  void verify_der_isRefused(String curve) throws GeneralSecurityException {
    Signer signer = ec(curve);
    Signature der = Signature.getInstance("SHA256withECDSA");
    der.initSign(signer.pair().getPrivate());
    der.update(MESSAGE);

    assertThat(signer.key().verify(MESSAGE, der.sign())).isFalse();
  }

  @Test
  void verify_p384WithItsOwnHash_isRefused() throws GeneralSecurityException {
    Signature sha384 = Signature.getInstance("SHA384withECDSAinP1363Format");
    sha384.initSign(p384.pair().getPrivate());
    sha384.update(MESSAGE);

    assertThat(p384.key().verify(MESSAGE, sha384.sign())).isFalse();
  }

  /** What CVE-2022-21449 was about, and the order in their place. */
  @Test
  void verify_numbersOutOfRange_areRefused() throws GeneralSecurityException {
    byte[] good = p384.sign(MESSAGE);
    byte[] order = new byte[48];
    byte[] n =
        new BigInteger(
                "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf"
                    + "581a0db248b0a77aecec196accc52973",
                16)
            .toByteArray();
    System.arraycopy(n, 1, order, 0, order.length);
    for (byte[] half : new byte[][] {new byte[48], order}) {
      byte[] r = good.clone();
      byte[] s = good.clone();
      byte[] both = good.clone();
      System.arraycopy(half, 0, r, 0, 48);
      System.arraycopy(half, 0, s, 48, 48);
      System.arraycopy(half, 0, both, 0, 48);
      System.arraycopy(half, 0, both, 48, 48);
      assertThat(p384.key().verify(MESSAGE, r)).isFalse();
      assertThat(p384.key().verify(MESSAGE, s)).isFalse();
      assertThat(p384.key().verify(MESSAGE, both)).isFalse();
    }
    byte[] full = new byte[256];
    Arrays.fill(full, (byte) 0xff);
    assertThat(rsa.key().verify(MESSAGE, full)).isFalse();
    assertThat(rsa.key().verify(MESSAGE, new byte[256])).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 31, 33, 64})
  void verify_saltOfAnotherLength_isRefused(int salt) throws GeneralSecurityException {
    Signer signer = rsa("RSA", 2048, salt);
    assertThat(signer.key().verify(MESSAGE, signer.sign(MESSAGE))).isFalse();
  }

  @Test
  void verify_rsaWithOlderPadding_isRefused() throws GeneralSecurityException {
    Signature older = Signature.getInstance("SHA256withRSA");
    older.initSign(rsa.pair().getPrivate());
    older.update(MESSAGE);

    assertThat(rsa.key().verify(MESSAGE, older.sign())).isFalse();
  }

  @Test
  void of_rsaKeyForPssAlone_isTaken() throws GeneralSecurityException {
    Signer signer = rsa("RSASSA-PSS", 2048, 32);
    assertThat(signer.key().verify(MESSAGE, signer.sign(MESSAGE))).isTrue();
  }

  private BigInteger modulus() {
    return ((RSAPublicKey) rsa.pair().getPublic()).getModulus();
  }

  @Test
  void of_rsaModulus_isLimited() throws GeneralSecurityException {
    assertThat(DocumentKey.MAX_RSA_BITS).isEqualTo(4096);
    assertThat(rsa("RSA", DocumentKey.MAX_RSA_BITS, 32).key().signatureLength()).isEqualTo(512);
    // Of primes, so that nothing but their length is wrong with them.
    refused(rsa("RSA", DocumentKey.MAX_RSA_BITS + 1, 32).pair().getPublic());

    assertThat(DocumentKey.MIN_RSA_BITS).isEqualTo(2048);
    assertThat(modulus().bitLength()).isEqualTo(DocumentKey.MIN_RSA_BITS);
    refused(rsa("RSA", DocumentKey.MIN_RSA_BITS - 1, 32).pair().getPublic());
    refused(rsaOf(modulus().clearBit(0), F4));
  }

  @Test
  void of_rsaExponent_isLimited() throws GeneralSecurityException {
    BigInteger modulus = modulus();
    BigInteger longest = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    assertThat(DocumentKey.of(rsaOf(modulus, longest))).isNotNull();
    refused(rsaOf(modulus, BigInteger.TWO.pow(64).add(BigInteger.ONE)));
    refused(rsaOf(modulus, BigInteger.valueOf(65535)));
    refused(rsaOf(modulus, BigInteger.valueOf(3)));
    refused(rsaOf(modulus, BigInteger.valueOf(65538)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp521r1"})
  void of_otherCurve_isRefused(String curve) throws GeneralSecurityException {
    refused(ec(curve).pair().getPublic());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "X25519", "DSA"})
  void of_otherKind_isRefused(String kind) throws GeneralSecurityException {
    refused(KeyPairGenerator.getInstance(kind).generateKeyPair().getPublic());
  }

  @Test
  void of_anyByteOfAKeyChanged_isAnotherKeyOrRefused() throws GeneralSecurityException {
    for (Signer signer : signers()) {
      byte[] signature = signer.sign(MESSAGE);
      byte[] encoded = signer.pair().getPublic().getEncoded();
      for (int at = 0; at < encoded.length; at++) {
        byte[] changed = encoded.clone();
        changed[at] ^= 1;
        try {
          boolean taken = DocumentKey.of(new Bytes(changed)).verify(MESSAGE, signature);
          // The parameters of an RSA key say nothing, so that they can change.
          assertThat(taken && signer.algorithm() != DocumentAlgorithm.PS256)
              .as("byte %s", at)
              .isFalse();
        } catch (TrustException e) {
          assertThat(e.reason()).isEqualTo(Reason.KEY_UNUSABLE);
        }
      }
    }
  }

  @Test
  void of_keyThatHides_isRefused() {
    refused(new Bytes(null));
    refused(new Bytes(new byte[0]));
  }

  @ParameterizedTest
  @EnumSource
  void bind_everyLibrary_verifiesTheSame(CryptoLibrary library) throws GeneralSecurityException {
    CryptoProviders providers = EveryLibrary.on(library);
    for (Signer signer : signers()) {
      DocumentKey bound = signer.key().bind(providers);
      byte[] good = signer.sign(MESSAGE);
      assertThat(bound.verify(MESSAGE, good)).isTrue();
      good[5] ^= 1;
      assertThat(bound.verify(MESSAGE, good)).isFalse();
      assertThat(bound.algorithm()).isEqualTo(signer.algorithm());
    }
  }

  @Test
  void toString_key_saysItsKindAlone() {
    assertThat(rsa.key()).hasToString("PS256 document key, signatures of 256 bytes");
    assertThat(p384.key()).hasToString("ES256 document key, signatures of 96 bytes");
  }

  /** A key that shows some bytes. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Bytes(byte[] getEncoded) implements PublicKey {
    private static final long serialVersionUID = 1L;

    @Override
    public String getAlgorithm() {
      return "any";
    }

    @Override
    public String getFormat() {
      return "X.509";
    }
  }
}
