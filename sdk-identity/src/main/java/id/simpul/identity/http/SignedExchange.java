package id.simpul.identity.http;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.identity.EntityId;
import java.util.Objects;

/**
 * Signs every attempt of a client's calls and takes only answers that the node signed for that very
 * attempt. Thread-safe.
 */
public final class SignedExchange implements ExchangeAuthenticator {
  private final RequestSigner signer;
  private final ResponseVerifier verifier;
  private final EntityId node;

  /**
   * Creates the authenticator of one client.
   *
   * @param signer signs as the client's own entity
   * @param verifier verifies answers
   * @param node the entity that owns the base URL the client talks to, and has to sign its answers
   */
  public SignedExchange(RequestSigner signer, ResponseVerifier verifier, EntityId node) {
    this.signer = Objects.requireNonNull(signer, "signer");
    this.verifier = Objects.requireNonNull(verifier, "verifier");
    this.node = Objects.requireNonNull(node, "node");
  }

  @Override
  public Attempt sign(Request request) {
    return new SignedAttempt(signer.sign(request));
  }

  private final class SignedAttempt implements Attempt {
    private final SignedRequest signed;

    private SignedAttempt(SignedRequest signed) {
      this.signed = signed;
    }

    @Override
    public Headers headers() {
      return signed.headers();
    }

    @Override
    public void verify(Response response) {
      verifier.verify(response, signed.binding(), node);
    }
  }
}
