package id.simpul.identity.http;

import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.identity.EntityId;
import java.time.Instant;

/**
 * An answer whose signature, content and time were verified, that belongs to the request it was
 * held against and comes from the expected node. Only {@link ResponseVerifier} makes it. Immutable.
 */
public final class VerifiedResponse {
  private final ExchangeAuthenticator.Response response;
  private final SignatureParameters parameters;

  VerifiedResponse(ExchangeAuthenticator.Response response, SignatureParameters parameters) {
    this.response = response;
    this.parameters = parameters;
  }

  /**
   * The answer. Status, content and {@code Content-Type} were verified; its other header fields
   * were not.
   *
   * @return the answer that was given to the verifier
   */
  public ExchangeAuthenticator.Response response() {
    return response;
  }

  /**
   * Who signed it.
   *
   * @return the expected node
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
   * When it was signed, by the signer's clock.
   *
   * @return a whole second
   */
  public Instant created() {
    return parameters.created();
  }

  @Override
  public String toString() {
    return response + ", signed by " + parameters.keyId();
  }
}
