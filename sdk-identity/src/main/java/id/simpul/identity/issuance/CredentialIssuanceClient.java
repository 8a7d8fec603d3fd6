package id.simpul.identity.issuance;

import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.format.FormatException;
import id.simpul.core.operation.NoInput;
import id.simpul.core.operation.Operation;
import id.simpul.core.value.Secret;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.fetch.StrangersAddresses;
import id.simpul.identity.wire.CredentialCall;
import id.simpul.identity.wire.IssuanceV1;
import id.simpul.identity.wire.OfferLinks;
import id.simpul.identity.wire.OfferQuery;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The wallet's side of issuance: reads an offer and fetches the credential. Endpoints come from
 * strangers, so it takes no {@link OperationClient} but one whose address policy looks at them;
 * give it one that adds no credentials of its own. Thread-safe.
 *
 * <pre>{@code
 * CredentialOffer offer = client.open(link);
 * String credential = client.collect(offer, txCode, List.of(key)).get(0);
 * HeldCredential held = holder.receive(credential);
 * }</pre>
 */
public final class CredentialIssuanceClient {
  private final OperationClient client;
  private final InstantSource clock;

  /**
   * A client.
   *
   * @param client calls the issuers; stays the caller's to close
   * @param clock says what time it is
   * @throws IllegalArgumentException when the client looks at no addresses
   */
  public CredentialIssuanceClient(OperationClient client, InstantSource clock) {
    StrangersAddresses.require(client.addressPolicy());
    this.client = client;
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Opens a link, fetching the offer when it stands elsewhere.
   *
   * @param link for example what a QR code holds
   * @return the offer
   * @throws TrustException {@code MALFORMED} when it holds no offer of the pre-authorised code flow
   * @throws id.simpul.core.CallException when the offer cannot be fetched
   */
  public CredentialOffer open(URI link) {
    try {
      OfferLinks.Link read = OfferLinks.read(link);
      if (read instanceof OfferLinks.ByReference reference) {
        return call(IssuanceV1.GET_OFFER, OfferQuery.OF_URL, reference.url());
      }
      return ((OfferLinks.ByValue) read).offer();
    } catch (FormatException e) {
      throw new TrustException(Reason.MALFORMED, "credential offer", e.reason(), e.where());
    }
  }

  /**
   * Fetches what was offered, the first configuration of the offer, a copy for each key. The code
   * is redeemed when all else is at hand, the proofs included, because it counts once. Nothing that
   * comes back is verified: hand each copy to {@code SdJwtVcHolder.receive} with its key.
   *
   * @param offer the offer
   * @param txCode the transaction code its holder got, or null when none is asked for
   * @param keys a key for each copy, at least one, of algorithms the issuer takes proofs with
   * @return the credentials, in the order of the keys
   * @throws TrustException {@code WRONG_SIGNER} when the metadata is of another issuer, {@code
   *     NOT_ALLOWED} when the issuer has nothing that was offered, too few copies, or takes no
   *     proofs with such a key; until then the offer is as good as before. {@code MALFORMED} when
   *     it gives another number of credentials
   * @throws id.simpul.core.CallException when the issuer refuses or cannot be reached
   */
  public List<String> collect(
      CredentialOffer offer, @Nullable Secret txCode, List<SigningKey> keys) {
    IssuerMetadata metadata = metadata(offer.issuer());
    CredentialConfiguration configuration = configuration(metadata, offer);
    checkKeys(metadata, configuration, keys);
    AuthorizationServerMetadata server = server(metadata);
    String nonce = metadata.nonces().map(url -> get(IssuanceV1.GET_NONCE, url)).orElse(null);
    List<String> proofs =
        keys.stream().map(key -> KeyProof.make(key, offer.issuer(), nonce, clock)).toList();
    AccessToken token =
        call(
            IssuanceV1.REDEEM,
            TokenRequest.preAuthorized(offer.code(), txCode),
            server.tokenEndpoint());
    List<String> credentials =
        call(
            IssuanceV1.ISSUE,
            new CredentialCall(token.value(), CredentialRequest.of(configuration.id(), proofs)),
            metadata.credentialEndpoint());
    if (credentials.size() != keys.size()) {
      throw refused(Reason.MALFORMED, offer.issuer(), "gave another number", "credentials");
    }
    return credentials;
  }

  private static CredentialConfiguration configuration(
      IssuerMetadata metadata, CredentialOffer offer) {
    return metadata
        .configuration(offer.configurationIds().get(0))
        .orElseThrow(() ->
            refused(Reason.NOT_ALLOWED, offer.issuer(), "has no such credential", "metadata"));
  }

  private static void checkKeys(
      IssuerMetadata metadata, CredentialConfiguration configuration, List<SigningKey> keys) {
    if (keys.isEmpty() || keys.size() > Math.min(metadata.batchSize(), IssuanceLimits.MAX_BATCH)) {
      throw refused(Reason.NOT_ALLOWED, metadata.issuer(), "issues another number", "batch_size");
    }
    for (SigningKey key : keys) {
      if (!configuration.proofsSignedWith().contains(key.algorithm())) {
        throw refused(
            Reason.NOT_ALLOWED,
            metadata.issuer(),
            "takes no proof signed with " + key.algorithm().joseName(),
            "proof_signing_alg_values_supported");
      }
    }
  }

  private IssuerMetadata metadata(EntityId issuer) {
    IssuerMetadata metadata =
        get(IssuanceV1.GET_METADATA, IssuerMetadata.at(issuer, IssuerMetadata.PATH));
    if (!metadata.issuer().equals(issuer)) {
      throw refused(Reason.WRONG_SIGNER, issuer, "is not what it says", "credential_issuer");
    }
    return metadata;
  }

  private AuthorizationServerMetadata server(IssuerMetadata metadata) {
    EntityId id =
        metadata.authorizationServers().isEmpty()
            ? metadata.issuer()
            : metadata.authorizationServers().get(0);
    AuthorizationServerMetadata server =
        get(
            IssuanceV1.GET_SERVER_METADATA,
            IssuerMetadata.at(id, AuthorizationServerMetadata.PATH));
    if (!server.issuer().equals(id)) {
      throw refused(Reason.WRONG_SIGNER, id, "is not what it says", "issuer");
    }
    return server;
  }

  private <O> O get(Operation<NoInput, O> operation, URI endpoint) {
    return call(operation, NoInput.NONE, endpoint);
  }

  private <I, O> O call(Operation<I, O> operation, I input, URI endpoint) {
    return client.call(operation, input, RequestOptions.NONE.withEndpoint(endpoint)).body();
  }

  private static TrustException refused(Reason reason, EntityId who, String what, String where) {
    return new TrustException(reason, who.value(), what, where);
  }

  @Override
  public String toString() {
    return "credential issuance client";
  }
}
