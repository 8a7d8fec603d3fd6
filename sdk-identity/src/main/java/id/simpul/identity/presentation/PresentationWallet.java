package id.simpul.identity.presentation;

import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.format.FormatException;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.credential.HeldCredential;
import id.simpul.identity.internal.fetch.StrangersAddresses;
import id.simpul.identity.wire.PresentationLinks;
import id.simpul.identity.wire.PresentationV1;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The wallet's side: reads what a verifier asks and answers it, when the holder agrees. Addresses
 * come from strangers, so it takes no {@link OperationClient} but one whose address policy looks at
 * them. Thread-safe.
 */
public final class PresentationWallet {
  private final OperationClient client;

  /**
   * A wallet.
   *
   * @param client calls the verifiers; stays the caller's to close
   * @throws IllegalArgumentException when the client looks at no addresses
   */
  public PresentationWallet(OperationClient client) {
    StrangersAddresses.require(client.addressPolicy());
    this.client = client;
  }

  /**
   * Reads a link.
   *
   * @param link for example what a QR code holds
   * @return what is asked, to be shown to the holder before anything is sent
   * @throws TrustException {@code MALFORMED} when it asks for something this wallet does not speak
   */
  public static PresentationRequest open(URI link) {
    try {
      return PresentationLinks.read(link);
    } catch (FormatException e) {
      throw new TrustException(Reason.MALFORMED, "presentation request", e.reason(), e.where());
    }
  }

  /**
   * Makes the answer: what was asked for, and no more.
   *
   * @param request what is asked
   * @param credential what the holder chose
   * @return the answer
   * @throws TrustException {@code NOT_ALLOWED} when the credential is of another type
   * @throws id.simpul.core.ValidationException when it has no such claim
   */
  public static PresentationResponse answer(
      PresentationRequest request, HeldCredential credential) {
    if (!request.query().types().contains(credential.credential().type())) {
      throw new TrustException(
          Reason.NOT_ALLOWED, credential.toString(), "is not what is asked for", "vct");
    }
    String presentation = credential.present(request.query().claims(), request.challenge());
    return new PresentationResponse(
        request.state(), Map.of(request.query().id(), List.of(presentation)), null);
  }

  /**
   * Answers a verifier.
   *
   * @param request what is asked
   * @param credential what the holder chose
   * @throws id.simpul.core.CallException when the verifier refuses or cannot be reached
   */
  public void present(PresentationRequest request, HeldCredential credential) {
    send(request, answer(request, credential));
  }

  /**
   * Tells a verifier that the holder shows nothing.
   *
   * @param request what is asked
   * @throws id.simpul.core.CallException when the verifier refuses or cannot be reached
   */
  public void decline(PresentationRequest request) {
    send(
        request,
        new PresentationResponse(request.state(), Map.of(), PresentationResponse.ACCESS_DENIED));
  }

  private void send(PresentationRequest request, PresentationResponse response) {
    client.call(
        PresentationV1.RESPOND, response, RequestOptions.NONE.withEndpoint(request.responseUri()));
  }

  @Override
  public String toString() {
    return "presentation wallet";
  }
}
