package id.simpul.identity.http;

import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.federation.TrustResolver;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Verifies answers under {@link SignatureProfile}, and fails closed. An answer is taken only when
 * the expected node signed it for this very request, so its nonce need not be remembered. Asks the
 * {@link TrustResolver}, which may use the network. Thread-safe.
 */
public final class ResponseVerifier {
  private final MessageVerifier verifier;

  /**
   * Creates a verifier.
   *
   * @param trust who may sign with which keys
   * @param clock the time
   */
  public ResponseVerifier(TrustResolver trust, InstantSource clock) {
    this.verifier = new MessageVerifier(trust, clock);
  }

  /**
   * Verifies one answer.
   *
   * @param response the answer as received, before any decoding
   * @param request the request it has to belong to
   * @param expected the entity that owns the request's target
   * @return the verified answer
   * @throws TrustException for the first check that fails: {@code WRONG_SIGNER} when somebody else
   *     signed it, {@code NOT_COVERED} when it is not bound to a request, {@code SIGNATURE_INVALID}
   *     also when it is bound to another one; the other reasons as {@link RequestVerifier#verify}
   */
  public VerifiedResponse verify(
      ExchangeAuthenticator.Response response, RequestBinding request, EntityId expected) {
    Objects.requireNonNull(expected, "expected");
    ResponseMessage message;
    try {
      message = ResponseMessage.of(response, response.headers(), request);
    } catch (Refused e) {
      throw e.by(expected.value());
    }
    return new VerifiedResponse(response, verifier.verify(message, expected).parameters());
  }
}
