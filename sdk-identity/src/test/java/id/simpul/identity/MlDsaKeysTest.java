package id.simpul.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.value.Secret;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.crypto.LocalSigningKey;
import id.simpul.identity.internal.crypto.MlDsa65PublicKey;
import id.simpul.identity.jose.PublicJwk;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithContext;
import org.bouncycastle.crypto.signers.HashMLDSASigner;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Private keys of ML-DSA-65 in the forms of RFC 9881 and RFC 9964, and what they sign. */
class MlDsaKeysTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] MESSAGE = "laporan".getBytes(StandardCharsets.UTF_8);
  private static final byte[] SEED = HEX.parseHex("0c".repeat(32));
  private static final byte[] EXPANDED =
      new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_65, SEED).getEncoded();
  private static final String ALGORITHM = "300b0609608648016503040312";

  private final SigningKey key = key(SEED);

  /** Appendix A.1 of RFC 9964 uses the seed of zeros. */
  private static final String RFC9964_THUMBPRINT = "Suiu29qbfuaBaR4Ats-c6XQBePB_OpAxAwcTR_0KXVM";

  private static SigningKey key(byte[] seed) {
    return SigningKeys.parse(pem(tlv(0x80, seed), ""));
  }

  /** PKCS#8 around the content of the private key's octets (RFC 5958, section 2). */
  private static Secret pem(byte[] content, String more) {
    String version = more.isEmpty() ? "020100" : "020101";
    byte[] octets = tlv(0x04, content);
    byte[] der = tlv(0x30, HEX.parseHex(version + ALGORITHM + HEX.formatHex(octets) + more));
    return Secret.of(
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getEncoder().encodeToString(der)
            + "\n-----END PRIVATE KEY-----\n");
  }

  private static byte[] tlv(int tag, byte[] value) {
    int length = value.length;
    byte[] head =
        length < 0x80
            ? new byte[] {(byte) tag, (byte) length}
            : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    return concat(head, value);
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static void refused(Secret text) {
    assertThatThrownBy(() -> SigningKeys.parse(text))
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(Reason.KEY_UNUSABLE));
  }

  @Test
  void keyId_rfc9964Key_isItsThumbprint() {
    assertThat(key(new byte[32]).keyId()).isEqualTo(RFC9964_THUMBPRINT);
  }

  /** The JWS of appendix A.1: the answer is known from its digest. */
  @Test
  void sign_rfc9964Example_isItsSignature() throws Exception {
    String input =
        "eyJhbGciOiJNTC1EU0EtNjUiLCJraWQiOiJTdWl1MjlxYmZ1YUJhUjRBdHMtYzZYUUJlUEJfT3BBeEF3Y1RSXz"
            + "BLWFZNIn0.SXTigJlzIGEgZGFuZ2Vyb3VzIGJ1c2luZXNzLCBGcm9kbywgZ29pbmcgb3V0IHlvdXIgZG9v"
            + "ci4";
    byte[] signature = key(new byte[32]).sign(input.getBytes(StandardCharsets.US_ASCII));
    assertThat(HEX.formatHex(signature)).startsWith("ce63bdff46cb80901e82854dca67d1a389c63cae");
    assertThat(HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(signature)))
        .isEqualTo("2d3d1ba6581e89392226d707e2fe24e3326f80b9f7c6865707be9bd6f89d6ec6");
  }

  @Test
  void revealPkcs8_key_isTheSeedAlone() {
    byte[] der = ((LocalSigningKey) key).revealPkcs8();
    assertThat(HEX.formatHex(der))
        .isEqualTo("3034020100" + ALGORITHM + "04228020" + HEX.formatHex(SEED));
  }

  @Test
  void parse_seedWithExpandedKey_isTheSameKey() {
    byte[] both = concat(tlv(0x04, SEED), tlv(0x04, EXPANDED));
    assertThat(SigningKeys.parse(pem(tlv(0x30, both), "")).publicKey()).isEqualTo(key.publicKey());
  }

  @Test
  void parse_seedWithAnotherExpandedKey_isRefused() {
    byte[] other = EXPANDED.clone();
    other[EXPANDED.length - 1] ^= 1;
    refused(pem(tlv(0x30, concat(tlv(0x04, SEED), tlv(0x04, other))), ""));
    byte[] otherSeed = SEED.clone();
    otherSeed[0] ^= 1;
    refused(pem(tlv(0x30, concat(tlv(0x04, otherSeed), tlv(0x04, EXPANDED))), ""));
  }

  /** RFC 9964, section 4: a JWK has no place for it. */
  @Test
  void parse_expandedKeyAlone_isRefused() {
    refused(pem(tlv(0x04, EXPANDED), ""));
  }

  @ParameterizedTest
  @CsvSource({"0x80,0", "0x80,31", "0x80,33", "0x04,32", "0x81,32", "0xa0,32", "0x30,32"})
  void parse_otherThanASeed_isRefused(String tag, int length) {
    refused(pem(tlv(Integer.decode(tag), new byte[length]), ""));
  }

  @Test
  void parse_publicKeyBesideIt_isItsOwnOrRefused() {
    byte[] pub = ((MlDsa65PublicKey) key.publicKey()).pub();
    byte[] seed = tlv(0x80, SEED);
    String own = HEX.formatHex(tlv(0x81, concat(new byte[1], pub)));
    assertThat(SigningKeys.parse(pem(seed, own)).publicKey()).isEqualTo(key.publicKey());
    pub[0] ^= 1;
    refused(pem(seed, HEX.formatHex(tlv(0x81, concat(new byte[1], pub)))));
  }

  private String jwk(String priv) {
    JsonObject json = PublicJwk.of(key.publicKey()).toJson();
    JsonObject jwk =
        JsonObject.builder()
            .put("kty", "AKP")
            .put("alg", "ML-DSA-65")
            .put("pub", json.get("pub").orElseThrow())
            .put("priv", priv)
            .build();
    return new String(Json.toBytes(jwk), StandardCharsets.UTF_8);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Test
  void parse_privateJwk_isTheKey() {
    SigningKey parsed = SigningKeys.parse(Secret.of(jwk(encode(SEED))));
    assertThat(parsed.publicKey()).isEqualTo(key.publicKey());
    assertThat(parsed.sign(MESSAGE)).isEqualTo(key.sign(MESSAGE));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 4032})
  void parse_privateJwkWithoutASeed_isRefused(int length) {
    Secret text = Secret.of(jwk(encode(new byte[length])));
    assertThatThrownBy(() -> SigningKeys.parse(text))
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED));
  }

  /** RFC 9964, section 7.4. */
  @Test
  void parse_privateJwkOfAnotherKey_isRefusedAndNotShown() {
    byte[] other = SEED.clone();
    other[31] ^= 1;
    Secret text = Secret.of(jwk(encode(other)));
    assertThatThrownBy(() -> SigningKeys.parse(text))
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(Reason.KEY_UNUSABLE))
        .satisfies(e -> assertThat(trace(e)).doesNotContain(encode(other).substring(2, 30)));
    assertThat(key.toString()).contains(key.keyId()).doesNotContain(encode(SEED).substring(2, 30));
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  /** RFC 9964, section 5: the context must be empty. */
  @Test
  void verify_signatureWithAContext_isRefused() throws CryptoException {
    var parameters = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_65, SEED);
    MLDSASigner signer = new MLDSASigner();
    signer.init(true, new ParametersWithContext(parameters, new byte[] {0}));
    signer.update(MESSAGE, 0, MESSAGE.length);
    assertThat(key.publicKey().verify(MESSAGE, signer.generateSignature())).isFalse();
    signer.init(true, new ParametersWithContext(parameters, new byte[0]));
    signer.update(MESSAGE, 0, MESSAGE.length);
    assertThat(key.publicKey().verify(MESSAGE, signer.generateSignature())).isTrue();
  }

  /** RFC 9964, section 7.2: HashML-DSA is another algorithm. */
  @Test
  void verify_signatureOverTheHash_isRefused() throws CryptoException {
    var parameters = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_65_with_sha512, SEED);
    HashMLDSASigner signer = new HashMLDSASigner();
    signer.init(true, parameters);
    signer.update(MESSAGE, 0, MESSAGE.length);
    assertThat(key.publicKey().verify(MESSAGE, signer.generateSignature())).isFalse();
  }
}
