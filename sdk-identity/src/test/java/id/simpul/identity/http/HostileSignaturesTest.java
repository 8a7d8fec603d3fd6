package id.simpul.identity.http;

import static id.simpul.identity.http.Cities.BODY;
import static id.simpul.identity.http.Cities.DIGEST;
import static id.simpul.identity.http.Cities.JAKARTA;
import static id.simpul.identity.http.Cities.JAMBI;
import static id.simpul.identity.http.Cities.NOW;
import static id.simpul.identity.http.Cities.post;
import static id.simpul.identity.http.Cities.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.core.spi.ExchangeAuthenticator.Response;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The abuse of algorithms, keys and parameters, before both verifiers of messages. */
class HostileSignaturesTest {
  private static final int MIN_CASES = 60;
  private static final String PLANTED = "planted-cookie-91ab";

  private static void refused(HostileSignatures.Case hostile, ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).as(hostile.name()).isExactlyInstanceOf(TrustException.class);
    assertThat(((TrustException) thrown).reason()).as(hostile.name()).isEqualTo(hostile.reason());
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(PLANTED, "UNION SELECT", "jndi");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ML_DSA_65")
  void verifyRequest_hostileSignature_isRefused(SignatureAlgorithm algorithm) {
    Cities cities = new Cities(algorithm);
    List<HostileSignatures.Case> cases =
        HostileSignatures.of(cities::handSigned, JAKARTA, cities.jakartaKey, cities.jambiKey);
    assertThat(cases.stream().map(HostileSignatures.Case::name).distinct())
        .hasSizeGreaterThanOrEqualTo(MIN_CASES)
        .hasSameSizeAs(cases);
    for (HostileSignatures.Case hostile : cases) {
      Request request = request(hostile.headers());
      refused(hostile, () -> cities.requestVerifier().verify(request));
    }
    Request good = request(cities.handSigned().sign(cities.jakartaKey));
    assertThat(cities.requestVerifier().verify(good).signer()).isEqualTo(JAKARTA);
  }

  private static Request request(Headers signature) {
    return with(post(), signature.with("Content-Digest", DIGEST).with("Cookie", PLANTED));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ML_DSA_65")
  void verifyResponse_hostileSignature_isRefused(SignatureAlgorithm algorithm) {
    Cities cities = new Cities(algorithm);
    SignedRequest request = cities.requestSigner().sign(post());
    List<HostileSignatures.Case> cases =
        HostileSignatures.of(
            () -> answer(cities, request), JAMBI, cities.jambiKey, cities.jakartaKey);
    assertThat(cases).hasSizeGreaterThanOrEqualTo(MIN_CASES);
    ResponseVerifier verifier = cities.responseVerifier();
    for (HostileSignatures.Case hostile : cases) {
      Response response = response(hostile.headers());
      refused(asked(hostile), () -> verifier.verify(response, request.binding(), JAMBI));
    }
    Response good = response(answer(cities, request).sign(cities.jambiKey));
    assertThat(verifier.verify(good, request.binding(), JAMBI).signer()).isEqualTo(JAMBI);
  }

  /** Whoever asked somebody finds a stranger's answer wrong before unknown. */
  private static HostileSignatures.Case asked(HostileSignatures.Case hostile) {
    return hostile.reason() == TrustException.Reason.UNKNOWN_ENTITY
        ? new HostileSignatures.Case(
            hostile.name(), hostile.headers(), TrustException.Reason.WRONG_SIGNER)
        : hostile;
  }

  private static HandSigned answer(Cities cities, SignedRequest request) {
    String signature = request.headers().first("Signature").orElseThrow();
    return HandSigned.by(JAMBI + "#" + cities.jambiKey.keyId(), NOW)
        .cover("\"@status\"", "200")
        .cover("\"content-digest\"", DIGEST)
        .cover("\"content-type\"", "text/plain")
        .cover("\"@method\";req", "POST")
        .cover("\"@target-uri\";req", Cities.TARGET.toString())
        .cover("\"content-digest\";req", DIGEST)
        .cover("\"signature\";req;key=\"simpul\"", signature.substring("simpul=".length()));
  }

  private static Response response(Headers signature) {
    Headers headers =
        Headers.EMPTY
            .with("Content-Type", "text/plain")
            .with("Content-Digest", DIGEST)
            .with("Set-Cookie", PLANTED);
    return new Response(200, FieldLines.concat(headers, signature), BODY);
  }

  @Test
  void verify_keyIdThatIsAnAddress_asksNobody() throws IOException {
    Cities cities = new Cities(SignatureAlgorithm.ED25519);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String entity = "http://127.0.0.1:" + server.getLocalPort();
      HandSigned signed =
          cities
              .handSigned()
              .parameter("keyid", "\"" + entity + "#" + cities.jakartaKey.keyId() + "\"");
      Request request = request(signed.sign(cities.jakartaKey));
      assertThatThrownBy(() -> cities.requestVerifier().verify(request))
          .isInstanceOf(TrustException.class);
      server.setSoTimeout(50);
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }
}
