package id.simpul.identity.http;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.TrustResolver;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * Verifies requests under {@link SignatureProfile}, and fails closed. Cheap checks come first and
 * the nonce is used up last, so that a forgery costs little and cannot burn the nonce of a true
 * request. Asks the {@link TrustResolver}, so call it off the event loop. Thread-safe.
 */
public final class RequestVerifier {
  private final MessageVerifier verifier;
  private final NonceStore nonces;

  /**
   * Creates a verifier.
   *
   * @param trust who may sign with which keys
   * @param nonces remembers what was used
   * @param clock the time
   */
  public RequestVerifier(TrustResolver trust, NonceStore nonces, InstantSource clock) {
    this.verifier = new MessageVerifier(trust, clock);
    this.nonces = Objects.requireNonNull(nonces, "nonces");
  }

  /**
   * Who says to have signed a request: read from the very signature that {@link #verify} would look
   * at, and not believed. Takes no network and no arithmetic, so that it may be asked anywhere.
   *
   * @param headers the request's header fields
   * @return the entity, or empty when no signature has our tag or it cannot be read, which {@link
   *     #verify} refuses without asking who anybody is
   */
  public static Optional<EntityId> claimedSigner(Headers headers) {
    try {
      ReceivedSignature received = ReceivedSignature.find(headers);
      return Optional.of(SignatureParameters.of(received.input().parameters()).signer());
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  /**
   * Verifies one request, once: the second time it is a replay.
   *
   * @param request the request as received, before any decoding. Its target is the public base URL
   *     of the configuration with the path and query of the request line; never build it from
   *     {@code Host} or forwarded header fields
   * @return the verified request
   * @throws TrustException for the first check that fails. {@code UNSIGNED} when no signature has
   *     our tag; {@code MALFORMED} for syntax, lengths, missing or doubled parts; {@code
   *     NOT_COVERED} when a component is missing from the signature; {@code NOT_ALLOWED} for a
   *     component, parameter, algorithm, lifetime or GET with content against the profile; {@code
   *     EXPIRED} or {@code NOT_YET_VALID} for the time; {@code UNKNOWN_ENTITY} or {@code
   *     UNKNOWN_KEY} for the signer; {@code DIGEST_MISMATCH} for the content; {@code
   *     SIGNATURE_INVALID}; {@code REPLAYED}; {@code BUDGET_EXCEEDED} when the content is too large
   *     or the nonce cannot be remembered
   */
  public VerifiedRequest verify(ExchangeAuthenticator.Request request) {
    RequestMessage message;
    try {
      message = RequestMessage.of(request, request.headers());
    } catch (Refused e) {
      throw e.by("caller");
    }
    VerifiedSignature signature = verifier.verify(message, null);
    SignatureParameters parameters = signature.parameters();
    // Clocks of processes that share a store may differ, so it outlives the signature a while.
    Instant keepUntil = parameters.expires().plus(SignatureProfile.CLOCK_SKEW);
    if (!nonces.consume(parameters.keyId(), parameters.nonce(), keepUntil)) {
      throw new TrustException(
          Reason.REPLAYED, parameters.signer().value(), "the nonce was used before", "nonce");
    }
    return new VerifiedRequest(
        request, parameters, new RequestBinding(message.withoutContent(), signature.label()));
  }
}
