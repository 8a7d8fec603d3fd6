package id.simpul.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonObject;
import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.http.RequestSigner;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key whose private half is in another process. */
class RemoteKeyTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final JsonObject CLAIMS = JsonObject.builder().put("iss", Tokens.ISSUER).build();

  private final MockWebServer service = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    service.start();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private SigningKey remote(SigningKey local) {
    return new RemoteKey(service.url("/sign").url(), local.publicKey());
  }

  private void answer(SigningKey local) {
    service.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            byte[] signature = local.sign(request.getBody().toByteArray());
            return new MockResponse.Builder().body(new Buffer().write(signature)).build();
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void sign_remoteKey_isVerified(SignatureAlgorithm algorithm) {
    SigningKey local = Tokens.key(algorithm);
    answer(local);
    String token = new JwsSigner(Tokens.PROFILE, remote(local), Tokens.CLOCK).sign(CLAIMS, MINUTE);
    VerifiedJws jws =
        new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK)
            .verify(token, Tokens.keysOf(local), ExpectedClaims.issuedBy(Tokens.ISSUER));
    assertThat(jws.signedBy().key()).isEqualTo(local.publicKey());
  }

  @Test
  void sign_serviceThatFails_isRefusedWithItsReason() {
    service.enqueue(new MockResponse.Builder().code(503).build());
    JwsSigner signer =
        new JwsSigner(Tokens.PROFILE, remote(Tokens.key(SignatureAlgorithm.ES256)), Tokens.CLOCK);
    TrustException refusal = Tokens.refusal(() -> signer.sign(CLAIMS, MINUTE));
    assertThat(refusal.reason()).isEqualTo(Reason.KEY_UNUSABLE);
    assertThat(refusal).hasMessageContaining("its service does not sign");
  }

  @Test
  void sign_serviceThatAnswersSomethingElse_isRefusedInTokensAndMessages() {
    SigningKey key = remote(Tokens.key(SignatureAlgorithm.ED25519));
    JwsSigner tokens = new JwsSigner(Tokens.PROFILE, key, Tokens.CLOCK);
    RequestSigner requests = new RequestSigner(new EntityId(Tokens.ISSUER), key, Tokens.CLOCK);
    Request request =
        new Request("GET", URI.create(Tokens.ISSUER + "/a"), Headers.EMPTY, new byte[0]);
    service.enqueue(new MockResponse.Builder().body("x".repeat(65)).build());
    service.enqueue(new MockResponse.Builder().body("x".repeat(65)).build());
    assertThat(Tokens.refusal(() -> tokens.sign(CLAIMS, MINUTE)))
        .hasMessageContaining("gave a signature of 65 bytes");
    TrustException refusal = Tokens.refusal(() -> requests.sign(request));
    assertThat(refusal.reason()).isEqualTo(Reason.KEY_UNUSABLE);
    assertThat(refusal).hasMessageContaining("gave a signature of 65 bytes");
  }
}
