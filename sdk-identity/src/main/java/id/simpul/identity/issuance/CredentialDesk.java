package id.simpul.identity.issuance;

import id.simpul.core.value.Secret;
import id.simpul.identity.TrustException;
import id.simpul.identity.credential.IssuedCredential;
import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.internal.issuance.Codes;
import id.simpul.identity.issuance.IssuanceException.Reason;
import id.simpul.identity.jose.PublicJwk;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/**
 * The credential endpoint (OpenID4VCI 1.0, section 8): issues what an access token is good for,
 * once, a copy for each key that is proved. Cheap checks come first; the nonce is used up when all
 * proofs hold, and the token when all copies are made. Whoever is told that it cannot be done now
 * still has a token and may try again with a new nonce. Thread-safe.
 */
public final class CredentialDesk {
  /** How often others may take a place first before this gives up. */
  static final int MAX_ATTEMPTS = 5;

  private final IssuerMetadata metadata;
  private final AccessTokenStore tokens;
  private final ProofNonces nonces;
  private final CredentialMaker maker;
  private final KeyProofVerifier proofs;
  private final InstantSource clock;

  /**
   * A desk.
   *
   * @param metadata what the issuer says of itself
   * @param tokens where access tokens are kept
   * @param nonces the issuer's own
   * @param maker makes the credentials
   * @param clock says what time it is
   */
  public CredentialDesk(
      IssuerMetadata metadata,
      AccessTokenStore tokens,
      ProofNonces nonces,
      CredentialMaker maker,
      InstantSource clock) {
    this.metadata = Objects.requireNonNull(metadata, "metadata");
    this.tokens = Objects.requireNonNull(tokens, "tokens");
    this.nonces = Objects.requireNonNull(nonces, "nonces");
    this.maker = Objects.requireNonNull(maker, "maker");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.proofs = new KeyProofVerifier(metadata.issuer(), clock);
  }

  /**
   * Issues.
   *
   * @param token the access token that came with the request
   * @param request what the wallet asks for
   * @return a copy for each key, in the order of the proofs
   * @throws IssuanceException with the standard's word for the first check that fails
   * @throws TrustException when it cannot be issued now, {@code BUDGET_EXCEEDED} for example when
   *     the status list is full
   */
  public List<IssuedCredential> issue(Secret token, CredentialRequest request) {
    Instant now = clock.instant();
    String digest = Codes.digest(token.reveal());
    StoredToken found = tokens.find(digest, now).orElseThrow(CredentialDesk::noToken);
    CredentialConfiguration configuration = configuration(request, found.grant());
    checkShape(request);
    KeyProofVerifier.Proved proved =
        proofs.verify(request.proofs(), configuration.proofsSignedWith(), found.clientId());
    if (!nonces.consume(proved.nonce())) {
      throw new IssuanceException(
          Reason.INVALID_NONCE, "is not of this issuer, used up or too old", "nonce");
    }
    return handOut(digest, found.grant(), proved.keys());
  }

  // Made first and taken last: what cannot be made costs the holder no token, and nothing goes out
  // that the token was not given for.
  private List<IssuedCredential> handOut(
      String token, IssuanceGrant grant, List<PublicJwk> holders) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      List<CredentialMaker.Made> made = maker.make(grant, holders);
      List<StatusReference> places =
          made.stream().map(CredentialMaker.Made::place).filter(Objects::nonNull).toList();
      switch (tokens.take(token, places, clock.instant())) {
        case TAKEN -> {
          return made.stream().map(CredentialMaker.Made::credential).toList();
        }
        case GONE -> throw noToken();
        case PLACE_GIVEN_OUT -> {} // by another process, a moment ago; draw others
      }
    }
    throw new TrustException(
        TrustException.Reason.BUDGET_EXCEEDED,
        metadata.issuer().value(),
        "finds no place that nobody else takes first",
        "status list");
  }

  private CredentialConfiguration configuration(CredentialRequest request, IssuanceGrant grant) {
    String id = request.configurationId();
    if ((id == null) == (request.identifier() == null)) {
      throw malformed(
          "exactly one of both is expected", "credential_configuration_id, credential_identifier");
    }
    if (id == null) {
      throw new IssuanceException(
          Reason.UNKNOWN_CREDENTIAL_IDENTIFIER,
          "was not given out with this token",
          "credential_identifier");
    }
    if (!id.equals(grant.configurationId())) {
      throw unknown();
    }
    return metadata.configuration(id).orElseThrow(CredentialDesk::unknown);
  }

  private void checkShape(CredentialRequest request) {
    if (request.encrypted()) {
      throw new IssuanceException(
          Reason.INVALID_ENCRYPTION_PARAMETERS,
          "is not offered here",
          "credential_response_encryption");
    }
    if (!request.proofTypes().equals(List.of(CredentialRequest.JWT))) {
      throw new IssuanceException(Reason.INVALID_PROOF, "holds jwt and nothing else", "proofs");
    }
    if (request.proofs().isEmpty()) {
      throw new IssuanceException(Reason.INVALID_PROOF, "is missing", "proofs");
    }
    if (request.proofs().size() > metadata.batchSize()) {
      throw malformed("holds at most " + metadata.batchSize() + " proofs", "proofs");
    }
  }

  private static IssuanceException noToken() {
    return new IssuanceException(
        Reason.INVALID_TOKEN, "is wrong, used up or too old", "Authorization");
  }

  private static IssuanceException unknown() {
    return new IssuanceException(
        Reason.UNKNOWN_CREDENTIAL_CONFIGURATION,
        "is not what this token is good for",
        "credential_configuration_id");
  }

  private static IssuanceException malformed(String what, String where) {
    return new IssuanceException(Reason.INVALID_CREDENTIAL_REQUEST, what, where);
  }

  @Override
  public String toString() {
    return "credential desk of " + metadata.issuer();
  }
}
