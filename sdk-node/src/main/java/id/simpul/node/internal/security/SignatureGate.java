package id.simpul.node.internal.security;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.core.spi.ExchangeAuthenticator.Response;

/**
 * Verifies signed requests and signs their answers. Both cost arithmetic, and verifying waits for
 * the store, and for the network when the signer is not known yet, so neither is called on an event
 * loop. Thread-safe.
 */
public interface SignatureGate {
  /**
   * Whether a request carries a signature under our profile. Cheap.
   *
   * @param headers its fields
   * @return true when it claims to be signed
   */
  boolean isSigned(Headers headers);

  /**
   * The peer a signed request names, not yet believed. Cheap.
   *
   * @param headers its fields
   * @return the entity, {@code ""} for none and for every stranger
   */
  String claimedSigner(Headers headers);

  /**
   * Verifies a request.
   *
   * @param request the request as received, its target from configuration
   * @return who signed it, and how to answer them
   * @throws id.simpul.identity.TrustException when it cannot be trusted
   */
  SignedCall verify(Request request);

  /**
   * Signs the answer to a request that was refused, so that its sender can tell our refusal from a
   * stranger's.
   *
   * @param request the request as received
   * @param answer the refusal
   * @return the fields to add; none when the request gives nothing to bind an answer to
   */
  Headers signRefusal(Request request, Response answer);

  /** A request whose signature holds. */
  interface SignedCall {
    /**
     * Who signed it.
     *
     * @return a caller of kind {@link Caller.Kind#PEER}
     */
    Caller caller();

    /**
     * Signs the answer.
     *
     * @param answer the answer, final
     * @return the fields to add
     */
    Headers sign(Response answer);
  }
}
