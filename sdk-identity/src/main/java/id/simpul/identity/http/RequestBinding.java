package id.simpul.identity.http;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator;
import java.util.Optional;

/**
 * What of a request its answer's signature covers, so that the answer belongs to that request and
 * no other: method, target URI, digest and signature. Immutable; does not keep the content.
 *
 * <p>A binding says nothing about trust. The answer to a request that could not be verified is
 * bound to the text of the signature as it was received, because a client takes no answer that is
 * not bound to its request, and refusals should reach it too. Whoever changes a request on its way
 * can so make the caller see a signed refusal, and no more than that: he could have dropped the
 * request as well.
 */
public final class RequestBinding {
  private final RequestMessage message;
  private final String label;

  RequestBinding(RequestMessage message, String label) {
    this.message = message;
    this.label = label;
  }

  /**
   * Takes the binding from a request as received, verified or not.
   *
   * @param request the request, its target URI built from configuration
   * @return the binding, or empty when the request carries no signature with our tag, or none that
   *     can be read: no signed answer could refer to it, so the answer goes unsigned, and a client
   *     of this profile refuses it
   */
  public static Optional<RequestBinding> received(ExchangeAuthenticator.Request request) {
    try {
      RequestMessage message = RequestMessage.of(request, request.headers());
      String label = ReceivedSignature.find(request.headers()).label();
      RequestBinding binding = new RequestBinding(message.withoutContent(), label);
      binding.tryToSign();
      return Optional.of(binding);
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  /** Fails when an answer's signature could not cover what was received. */
  private void tryToSign() throws Refused {
    ResponseMessage answer = new ResponseMessage(0, Headers.EMPTY, new byte[0], message, label);
    SignatureBase.of(answer.required(), "", answer);
  }

  RequestMessage message() {
    return message;
  }

  String label() {
    return label;
  }
}
