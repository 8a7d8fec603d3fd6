package id.simpul.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.internal.jose.Base64Url;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Builds tokens by hand, good and bad, without the code under test. */
final class Tokens {
  static final Instant NOW = Instant.parse("2026-11-02T03:04:05Z");
  static final long NOW_SECONDS = NOW.getEpochSecond();
  static final InstantSource CLOCK = InstantSource.fixed(NOW);
  static final String TYP = "test+jwt";
  static final String ISSUER = "https://jambi.example";
  static final JwsProfile PROFILE = JwsProfile.typed(TYP).build();

  private Tokens() {}

  static SigningKey key(SignatureAlgorithm algorithm) {
    return SigningKeys.generate(algorithm, new SecureRandom());
  }

  static JwkSet keysOf(SigningKey key) {
    return JwkSet.of(List.of(PublicJwk.of(key.publicKey())));
  }

  static String header(SigningKey key) {
    return header(key.algorithm().joseName(), TYP, key.keyId());
  }

  static String header(String alg, String typ, String kid) {
    return "{\"alg\":\"%s\",\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(alg, typ, kid);
  }

  static String claims(String more) {
    return "{\"iss\":\"%s\",\"iat\":%d,\"exp\":%d%s}"
        .formatted(ISSUER, NOW_SECONDS, NOW_SECONDS + 60, more);
  }

  static String encode(String text) {
    return Base64Url.encode(utf8(text));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String sign(SigningKey key, String header, String payload) {
    return signParts(key, encode(header), encode(payload));
  }

  static String signParts(SigningKey key, String header, String payload) {
    String input = header + "." + payload;
    return input + "." + Base64Url.encode(key.sign(utf8(input)));
  }

  /** The refusal, with no word of what was planted anywhere in its stack trace. */
  static TrustException refusal(ThrowingCallable call, String... planted) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isExactlyInstanceOf(TrustException.class);
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    for (String secret : planted) {
      assertThat(trace.toString()).doesNotContain(secret);
    }
    return (TrustException) thrown;
  }
}
