package id.simpul.identity.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.CryptoLibrary;
import id.simpul.identity.CryptoProviders;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.jose.ExpectedClaims;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.JwsProfile;
import id.simpul.identity.jose.JwsSigner;
import id.simpul.identity.jose.JwsVerifier;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.testing.EveryLibrary;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens of ours before libraries that others wrote, and theirs before us, with each library. */
class PeersTest {
  private static final JwsProfile PROFILE = JwsProfile.typed(Setting.TYP).build();
  private static final InstantSource CLOCK = InstantSource.fixed(Setting.NOW);

  static Stream<Arguments> everyLibraryAndSharedAlgorithm() {
    return Arrays.stream(CryptoLibrary.values())
        .flatMap(library ->
            Stream.of(SignatureAlgorithm.ED25519, SignatureAlgorithm.ES256)
                .map(algorithm -> Arguments.of(library, algorithm)));
  }

  @ParameterizedTest
  @MethodSource("everyLibraryAndSharedAlgorithm")
  void sign_ours_isTakenByPeers(CryptoLibrary library, SignatureAlgorithm algorithm) {
    CryptoProviders providers = EveryLibrary.on(library);
    Setting setting = Setting.of(algorithm);
    JsonObject claims = JsonObject.builder().put("iss", Setting.ISSUER).build();
    String token =
        new JwsSigner(PROFILE, providers.bind(setting.key()), CLOCK)
            .sign(claims, Duration.ofMinutes(1));
    assertThat(new NimbusPeer(setting).takes(token)).isTrue();
    assertThat(new Jose4jPeer(setting).takes(token)).isTrue();
    String other = token.substring(0, token.length() - 4) + "AAAA";
    assertThat(new NimbusPeer(setting).takes(other)).isFalse();
    assertThat(new Jose4jPeer(setting).takes(other)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("everyLibraryAndSharedAlgorithm")
  void verify_theirs_isTaken(CryptoLibrary library, SignatureAlgorithm algorithm) throws Exception {
    CryptoProviders providers = EveryLibrary.on(library);
    Setting setting = Setting.of(algorithm);
    JwkSet keys = JwkSet.of(List.of(PublicJwk.of(setting.key().publicKey()))).bind(providers);
    JwsVerifier verifier = new JwsVerifier(PROFILE, CLOCK);
    ExpectedClaims expected = ExpectedClaims.issuedBy(Setting.ISSUER);
    for (String token : List.of(nimbus(setting), jose4j(setting))) {
      assertThat(verifier.verify(token, keys, expected).issuer()).contains(Setting.ISSUER);
    }
  }

  private static String nimbus(Setting setting) throws ParseException, JOSEException {
    JWK key = JWK.parse(setting.namedJwk());
    boolean isEs256 = setting.key().algorithm() == SignatureAlgorithm.ES256;
    JWSHeader header =
        new JWSHeader.Builder(isEs256 ? JWSAlgorithm.ES256 : JWSAlgorithm.Ed25519)
            .type(new JOSEObjectType(Setting.TYP))
            .keyID(key.getKeyID())
            .build();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(Setting.ISSUER)
            .issueTime(Date.from(Setting.NOW))
            .expirationTime(Date.from(Setting.NOW.plusSeconds(60)))
            .build();
    SignedJWT jwt = new SignedJWT(header, claims);
    jwt.sign(isEs256 ? new ECDSASigner(key.toECKey()) : new Ed25519Signer(key.toOctetKeyPair()));
    return jwt.serialize();
  }

  /** jose4j writes the name that RFC 9864 retires. */
  private static String jose4j(Setting setting) throws JoseException {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(Setting.ISSUER);
    claims.setIssuedAt(NumericDate.fromSeconds(Setting.NOW.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(Setting.NOW.getEpochSecond() + 60));
    JsonWebSignature jws = new JsonWebSignature();
    jws.setPayload(claims.toJson());
    boolean isEs256 = setting.key().algorithm() == SignatureAlgorithm.ES256;
    jws.setAlgorithmHeaderValue(isEs256 ? "ES256" : "EdDSA");
    jws.setHeader("typ", Setting.TYP);
    jws.setKeyIdHeaderValue(setting.key().keyId());
    jws.setKey(PublicJsonWebKey.Factory.newPublicJwk(setting.namedJwk()).getPrivateKey());
    return jws.getCompactSerialization();
  }
}
