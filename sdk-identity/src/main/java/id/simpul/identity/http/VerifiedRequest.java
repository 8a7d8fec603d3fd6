package id.simpul.identity.http;

import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.identity.EntityId;
import java.time.Instant;

/**
 * A request whose signature, content, time and nonce were verified, and whose signer is trusted.
 * Only {@link RequestVerifier} makes it. Immutable.
 */
public final class VerifiedRequest {
  private final ExchangeAuthenticator.Request request;
  private final SignatureParameters parameters;
  private final RequestBinding binding;

  VerifiedRequest(
      ExchangeAuthenticator.Request request,
      SignatureParameters parameters,
      RequestBinding binding) {
    this.request = request;
    this.parameters = parameters;
    this.binding = binding;
  }

  /**
   * The request. Method, target, content and the fields {@link SignatureProfile} covers were
   * verified; its other header fields were not.
   *
   * @return the request that was given to the verifier
   */
  public ExchangeAuthenticator.Request request() {
    return request;
  }

  /**
   * Who signed it.
   *
   * @return a trusted entity
   */
  public EntityId signer() {
    return parameters.signer();
  }

  /**
   * The key it was signed with.
   *
   * @return the RFC 7638 thumbprint
   */
  public String keyId() {
    return parameters.thumbprint();
  }

  /**
   * The nonce, now used up.
   *
   * @return 22 characters of base64url
   */
  public String nonce() {
    return parameters.nonce();
  }

  /**
   * When it was signed, by the signer's clock.
   *
   * @return a whole second
   */
  public Instant created() {
    return parameters.created();
  }

  /**
   * What its answer has to be bound to.
   *
   * @return the binding
   */
  public RequestBinding binding() {
    return binding;
  }

  @Override
  public String toString() {
    return request + ", signed by " + parameters.keyId();
  }
}
