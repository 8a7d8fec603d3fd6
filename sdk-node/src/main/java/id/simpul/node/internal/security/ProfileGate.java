package id.simpul.node.internal.security;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.core.spi.ExchangeAuthenticator.Response;
import id.simpul.identity.EntityId;
import id.simpul.identity.federation.TrustResolver;
import id.simpul.identity.http.RequestBinding;
import id.simpul.identity.http.RequestVerifier;
import id.simpul.identity.http.ResponseSigner;
import id.simpul.identity.http.SignatureProfile;
import id.simpul.identity.http.VerifiedRequest;
import id.simpul.node.NodeConfig;
import id.simpul.node.internal.store.Store;
import java.util.Optional;

/** Verifies and signs by the profile of RFC 9421, with nonces kept in the store. */
public final class ProfileGate implements SignatureGate {
  private static final String INPUT = "Signature-Input";
  private static final String TAG = "tag=\"" + SignatureProfile.TAG + "\"";

  private static final String STRANGER = "";

  private final RequestVerifier verifier;
  private final ResponseSigner signer;
  private final TrustResolver peers;

  /**
   * Makes the gate of a node.
   *
   * @param config who the node is
   * @param trust whom it trusts
   * @param store where nonces are kept
   */
  public ProfileGate(NodeConfig config, TrustResolver trust, Store store) {
    this.peers = trust;
    this.verifier = new RequestVerifier(trust, new StoredNonces(store), config.clock());
    this.signer = new ResponseSigner(config.entityId(), config.signingKey(), config.clock());
  }

  // Signatures with other tags are nobody's business here; ours must hold wherever it stands.
  @Override
  public boolean isSigned(Headers headers) {
    return headers.all(INPUT).stream().anyMatch(v -> v.contains(TAG));
  }

  // All strangers share one name, so that inventing names gains them nothing. Who is pinned or was
  // resolved before is none; asking that costs no network. A signature nobody can read is a
  // stranger's, and is refused before anybody is asked for.
  @Override
  public String claimedSigner(Headers headers) {
    return RequestVerifier.claimedSigner(headers)
        .filter(entity -> peers.known(entity).isPresent())
        .map(EntityId::value)
        .orElse(STRANGER);
  }

  @Override
  public SignedCall verify(Request request) {
    return new VerifiedCall(verifier.verify(request));
  }

  @Override
  public Headers signRefusal(Request request, Response answer) {
    Optional<RequestBinding> binding = RequestBinding.received(request);
    return binding.map(b -> signer.sign(answer, b)).orElse(Headers.EMPTY);
  }

  private final class VerifiedCall implements SignedCall {
    private final VerifiedRequest request;

    private VerifiedCall(VerifiedRequest request) {
      this.request = request;
    }

    @Override
    public Caller caller() {
      return new Caller(Caller.Kind.PEER, request.signer().value());
    }

    @Override
    public Headers sign(Response answer) {
      return signer.sign(answer, request.binding());
    }
  }
}
