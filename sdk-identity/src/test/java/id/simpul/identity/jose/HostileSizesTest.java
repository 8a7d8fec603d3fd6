package id.simpul.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.Cost;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens and keys made to cost: each is refused by a named limit, quickly and in little memory. */
class HostileSizesTest {
  private static final int MANY = 1_000_000;
  private static final JwsProfile LONG =
      JwsProfile.typed(Tokens.TYP).maxLength(JwsProfile.MAX_LENGTH).build();

  private final SigningKey key = Tokens.key(SignatureAlgorithm.ED25519);
  private final JwsVerifier verifier = new JwsVerifier(LONG, Tokens.CLOCK);

  private static void refused(Runnable call, String limit) {
    AtomicReference<TrustException> refusal = new AtomicReference<>();
    Cost.bounded(() -> refusal.set(Tokens.refusal(call::run)));
    assertThat(refusal.get().reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refusal.get().fault().what()).contains(limit);
  }

  /** Members that stand in an object which holds nothing else wrong. */
  static Stream<Arguments> members() {
    return Stream.of(
        Arguments.of("17 arrays", "\"a\":" + "[".repeat(17) + "]".repeat(17), "deeper than 16"),
        Arguments.of("1,000 objects", "\"a\":" + "{\"a\":".repeat(1000), "deeper than 16"),
        Arguments.of("100,000 arrays", "\"a\":" + "[".repeat(100_000), "deeper than 16"),
        Arguments.of("digits", "\"a\":" + "1".repeat(MANY), "longer than 20"),
        Arguments.of("an exponent", "\"a\":1e" + "1".repeat(MANY), "longer than 20"),
        Arguments.of("a string", "\"a\":\"" + "a".repeat(MANY) + "\"", "longer than 16384"),
        Arguments.of("a name", "\"" + "a".repeat(MANY) + "\":1", "longer than 128"),
        Arguments.of("values", "\"a\":[" + "1,".repeat(500_000) + "1]", "more than 8192"),
        Arguments.of("members", numbered(100_000), "more than 8192"),
        Arguments.of("the same again", "\"a\":1,".repeat(100_000) + "\"b\":1", "twice"));
  }

  private static String numbered(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"n" + i + "\":1")
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("members")
  void verify_hostileHeader_isRefusedByItsLimit(String name, String member, String limit) {
    String header = Tokens.header(key).replace("}", "," + member + "}");
    String token = Tokens.encode(header) + "." + Tokens.encode(Tokens.claims("")) + ".AAAA";
    refused(() -> verifier.verifySignatureOnly(token, Tokens.keysOf(key)), limit);
    refused(() -> UnverifiedPeek.of(token, LONG), limit);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("members")
  void verify_hostileClaims_areRefusedByTheirLimit(String name, String member, String limit) {
    String token = Tokens.sign(key, Tokens.header(key), Tokens.claims("," + member));
    ExpectedClaims expected = ExpectedClaims.issuedBy(Tokens.ISSUER);
    refused(() -> verifier.verify(token, Tokens.keysOf(key), expected), limit);
    refused(() -> UnverifiedPeek.of(token, LONG), limit);
  }

  @Test
  void verify_hostileText_isRefusedByItsLimit() {
    JwkSet keys = Tokens.keysOf(key);
    String dots = ".".repeat(MANY);
    refused(() -> verifier.verifySignatureOnly(dots, keys), "three parts");
    String letters = "A".repeat(50 * MANY);
    refused(() -> verifier.verifySignatureOnly(letters, keys), "longer than 2097152");
    refused(
        () -> new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK).verifySignatureOnly(dots, keys),
        "longer than 16384");
    String signature = Tokens.encode(Tokens.header(key)) + ".." + "A".repeat(MANY);
    Cost.bounded(() ->
        assertThat(Tokens.refusal(() -> verifier.verifySignatureOnly(signature, keys)).reason())
            .isEqualTo(Reason.SIGNATURE_INVALID));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("members")
  void parseKey_hostileMember_isRefused(String name, String member, String limit) {
    byte[] json = Tokens.utf8("{\"kty\":\"OKP\"," + member + "}");
    refused(
        () -> PublicJwk.parse(json),
        json.length > PublicJwk.MAX_BYTES ? "larger than 8192" : limit);
  }

  @Test
  void parseSet_hostileSize_isRefusedByItsLimit() {
    byte[] seventeen = Tokens.utf8("{\"keys\":[" + "{},".repeat(JwkSet.MAX_KEYS) + "{}]}");
    refused(() -> JwkSet.parse(seventeen), "1 to " + JwkSet.MAX_KEYS);
    byte[] many = Tokens.utf8("{\"keys\":[" + "{},".repeat(10_000) + "{}]}");
    refused(() -> JwkSet.parse(many), "more than 8192");
    byte[] more = Tokens.utf8("{\"keys\":[" + "{},".repeat(MANY) + "{}]}");
    refused(() -> JwkSet.parse(more), "larger than " + JwkSet.MAX_BYTES);
    byte[] deep = Tokens.utf8("{\"keys\":[{\"x\":" + "[".repeat(60_000));
    refused(() -> JwkSet.parse(deep), "deeper than 16");
  }
}
