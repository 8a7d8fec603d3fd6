package id.simpul.identity.wire;

import id.simpul.core.operation.Effect;
import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.NoInput;
import id.simpul.core.operation.OAuthErrors;
import id.simpul.core.operation.Operation;
import id.simpul.identity.issuance.AccessToken;
import id.simpul.identity.issuance.AuthorizationServerMetadata;
import id.simpul.identity.issuance.CredentialOffer;
import id.simpul.identity.issuance.IssuerMetadata;
import id.simpul.identity.issuance.TokenRequest;
import java.util.List;
import java.util.Map;

/**
 * The operations of OpenID for Verifiable Credential Issuance 1.0 that the pre-authorised code flow
 * needs. Each has an endpoint of its own, which the metadata names.
 */
public final class IssuanceV1 {
  private static final String BAD_INPUT = "The request says something it may not; see error.";
  private static final String BUSY = "The node is too busy or is stopping.";

  // The words of section 8.3.1.2 and of RFC 6750, section 3.1.
  private static final ErrorFormat CREDENTIAL_ERRORS =
      new OAuthWords(Map.of(400, "invalid_credential_request", 401, "invalid_token"));

  /** Credential Issuer Metadata Request (section 12.2.2). */
  public static final Operation<NoInput, IssuerMetadata> GET_METADATA =
      Operation.<NoInput, IssuerMetadata>builder("issuance.v1.metadata.get", Method.GET, "")
          .summary("Says which credentials an issuer has, and where.")
          .output(IssuanceForms.METADATA)
          .errors(List.of(OAuthErrors.FORMAT))
          .fails(503, BUSY)
          .input(NoInput.NONE);

  /** Authorization Server Metadata Request (RFC 8414, section 3.1). */
  public static final Operation<NoInput, AuthorizationServerMetadata> GET_SERVER_METADATA =
      Operation.<NoInput, AuthorizationServerMetadata>builder(
              "issuance.v1.server-metadata.get", Method.GET, "")
          .summary("Says where codes are redeemed for access tokens.")
          .output(IssuanceForms.SERVER)
          .errors(List.of(OAuthErrors.FORMAT))
          .fails(503, BUSY)
          .input(NoInput.NONE);

  /** Credential Offer by reference (section 4.1.3), at {@code credential_offer_uri}. */
  public static final Operation<OfferQuery, CredentialOffer> GET_OFFER =
      Operation.<OfferQuery, CredentialOffer>builder("issuance.v1.offers.get", Method.GET, "")
          .summary("Gives the offer that waits under a URL.")
          .output(IssuanceForms.OFFER)
          .errors(List.of(OAuthErrors.FORMAT))
          .fails(404, "There is no such offer, or no longer.")
          .fails(503, BUSY)
          .input(IssuanceInputs.OFFER);

  /** Token Request (section 6), at {@code token_endpoint}. */
  public static final Operation<TokenRequest, AccessToken> REDEEM =
      Operation.<TokenRequest, AccessToken>builder("issuance.v1.tokens.create", Method.POST, "")
          .summary("Redeems the code of an offer for an access token, once.")
          .effect(Effect.KEYED)
          .output(IssuanceForms.TOKEN)
          .errors(List.of(OAuthErrors.FORMAT))
          .fails(400, BAD_INPUT)
          .fails(413, "The body is larger than the node takes.")
          .fails(415, "The body is no form.")
          .fails(503, BUSY)
          .input(IssuanceInputs.TOKEN);

  /** Nonce Request (section 7), at {@code nonce_endpoint}. */
  public static final Operation<NoInput, String> GET_NONCE =
      Operation.<NoInput, String>builder("issuance.v1.nonces.create", Method.POST, "")
          .summary("Gives a nonce for key proofs.")
          .output(IssuanceForms.NONCE)
          .errors(List.of(OAuthErrors.FORMAT))
          .fails(503, BUSY)
          .input(NoInput.NONE);

  /** Credential Request (section 8), at {@code credential_endpoint}. */
  public static final Operation<CredentialCall, List<String>> ISSUE =
      Operation.<CredentialCall, List<String>>builder(
              "issuance.v1.credentials.create", Method.POST, "")
          .summary("Issues the credential an access token is good for.")
          .effect(Effect.KEYED)
          .output(IssuanceForms.CREDENTIALS)
          .errors(List.of(CREDENTIAL_ERRORS))
          .fails(400, BAD_INPUT)
          .fails(401, "The access token is missing, wrong, used up or too old.")
          .fails(413, "The body is larger than the node takes.")
          .fails(415, "The body is not JSON.")
          .fails(503, BUSY)
          .input(IssuanceInputs.CREDENTIAL);

  /** All of them, in the order a wallet calls them. */
  public static final List<Operation<?, ?>> OPERATIONS =
      List.of(GET_OFFER, GET_METADATA, GET_SERVER_METADATA, GET_NONCE, REDEEM, ISSUE);

  private IssuanceV1() {}
}
