package id.simpul.node.internal.credential;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.Secret;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.credential.IssuedCredential;
import id.simpul.identity.credential.SdJwtVcIssuer;
import id.simpul.identity.credential.StatusListTerms;
import id.simpul.identity.credential.resident.ResidentCredential;
import id.simpul.identity.issuance.AuthorizationServerMetadata;
import id.simpul.identity.issuance.CredentialConfiguration;
import id.simpul.identity.issuance.CredentialDesk;
import id.simpul.identity.issuance.CredentialOffer;
import id.simpul.identity.issuance.IssuanceGrant;
import id.simpul.identity.issuance.IssuanceLimits;
import id.simpul.identity.issuance.IssuerMetadata;
import id.simpul.identity.issuance.OfferDesk;
import id.simpul.identity.issuance.PreparedOffer;
import id.simpul.identity.issuance.ProofNonces;
import id.simpul.identity.issuance.TokenDesk;
import id.simpul.identity.issuance.TokenRequest;
import id.simpul.identity.issuance.TxCodeTerms;
import id.simpul.identity.wire.IssuanceV1;
import id.simpul.identity.wire.NumberedListQuery;
import id.simpul.identity.wire.OfferLinks;
import id.simpul.identity.wire.OfferQuery;
import id.simpul.identity.wire.OfferReceipt;
import id.simpul.identity.wire.ResidentDocument;
import id.simpul.identity.wire.ResidentOffer;
import id.simpul.identity.wire.SimpulCredentialsV1;
import id.simpul.identity.wire.StatusChange;
import id.simpul.identity.wire.StatusListV1;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodeCredentials;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.CallContext;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.security.Access;
import id.simpul.node.internal.store.CaseOutcome;
import id.simpul.node.internal.store.CaseStatus;
import id.simpul.node.internal.store.CredentialStore;
import id.simpul.node.internal.store.Idempotency;
import id.simpul.node.internal.store.NewCase;
import id.simpul.node.internal.store.OpaqueIds;
import id.simpul.node.internal.store.StreamId;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Binds the operations of an issuer to its desks. */
final class IssuingRoutes {
  /** The configuration of the one credential there is. */
  static final String RESIDENT = "resident";

  private static final String OFFERS = NodePaths.CREDENTIALS + "/offers";
  private static final String TOKEN = NodePaths.CREDENTIALS + "/token";
  private static final String NONCE = NodePaths.CREDENTIALS + "/nonce";
  private static final String CREDENTIAL = NodePaths.CREDENTIALS + "/credential";
  // Whoever repeats an offer under its key is answered what was answered first.
  private static final KeptForm<OfferReceipt> RECEIPT =
      new KeptForm<>(SimpulCredentialsV1.OFFER.output().get(0));
  private static final TxCodeTerms TX_CODE = new TxCodeTerms(IssuanceLimits.MIN_TX_CODE_LENGTH, "");

  private final URI base;
  private final InstantSource clock;
  private final BlockingWork work;
  private final CredentialStore store;
  private final OfferDesk offers;
  private final TokenDesk tokens;
  private final ProofNonces nonces;
  private final CredentialDesk credentials;
  private final IssuerMetadata metadata;
  private final AuthorizationServerMetadata server;
  private final StatusLists statuses;
  private final OpaqueIds ids;
  private final List<Route<?, ?>> routes = new ArrayList<>();

  private IssuingRoutes(
      NodeConfig config,
      CredentialStore store,
      ProofNonces nonces,
      SecureRandom random,
      BlockingWork work) {
    this.clock = config.clock();
    this.base = config.baseUrl();
    this.work = work;
    this.store = store;
    this.nonces = nonces;
    this.offers = new OfferDesk(config.entityId(), store, random, clock);
    this.tokens = new TokenDesk(store, random, clock);
    SigningKey key = config.credentials().signingKey().orElseThrow();
    this.metadata = metadata(config, key);
    this.server =
        new AuthorizationServerMetadata(
            config.entityId(), at(TOKEN), List.of(TokenRequest.PRE_AUTHORIZED_CODE), true);
    this.statuses =
        new StatusLists(
            number ->
                StatusListTerms.builder(
                        config.entityId(), at(NodePaths.STATUS_LISTS + "/" + number))
                    .build(),
            store,
            key,
            clock);
    SdJwtVcIssuer issuer =
        SdJwtVcIssuer.builder(config.entityId(), key, ResidentCredential.TYPE, clock)
            .random(random)
            .lifetime(NodeCredentials.LIFETIME)
            .build();
    this.credentials =
        new CredentialDesk(
            metadata, store, nonces, new ResidentMaker(issuer, statuses, clock), clock);
    this.ids = new OpaqueIds(clock);
  }

  private IssuerMetadata metadata(NodeConfig config, SigningKey key) {
    return new IssuerMetadata(
        config.entityId(),
        List.of(),
        at(CREDENTIAL),
        at(NONCE),
        IssuanceLimits.MAX_BATCH,
        List.of(
            new CredentialConfiguration(
                RESIDENT,
                ResidentCredential.TYPE,
                Set.of(key.algorithm()),
                Set.of(SignatureAlgorithm.values()))));
  }

  private URI at(String path) {
    return URI.create(base + path);
  }

  static List<Route<?, ?>> of(
      NodeConfig config,
      CredentialStore store,
      ProofNonces nonces,
      SecureRandom random,
      BlockingWork work) {
    IssuingRoutes r = new IssuingRoutes(config, store, nonces, random, work);
    r.open(IssuerMetadata.PATH, IssuanceV1.GET_METADATA, none -> r.metadata);
    r.open(AuthorizationServerMetadata.PATH, IssuanceV1.GET_SERVER_METADATA, none -> r.server);
    r.open(OFFERS, IssuanceV1.GET_OFFER, r::offer);
    r.open(TOKEN, IssuanceV1.REDEEM, r.tokens::redeem);
    r.open(NONCE, IssuanceV1.GET_NONCE, none -> r.nonces.next());
    r.route(
        CREDENTIAL,
        IssuanceV1.ISSUE,
        Access.TOKEN,
        (call, by) ->
            r.credentials.issue(call.token(), call.request()).stream()
                .map(IssuedCredential::reveal)
                .toList());
    r.open(NodePaths.STATUS_LISTS, StatusListV1.GET_NUMBERED_TOKEN, r::statusList);
    r.route(NodePaths.PROFILE, SimpulCredentialsV1.OFFER, Access.REGISTRAR, r::prepare);
    r.route(NodePaths.PROFILE, SimpulCredentialsV1.SET_STATUS, Access.REGISTRAR, r::setStatus);
    return List.copyOf(r.routes);
  }

  private <I, O> void open(String path, Operation<I, O> operation, Function<I, O> answer) {
    route(path, operation, Access.OPEN, (input, by) -> answer.apply(input));
  }

  private <I, O> void route(
      String path, Operation<I, O> operation, Access access, BiFunction<I, CallContext, O> answer) {
    routes.add(
        new Route<>(
            path,
            operation,
            access,
            (input, call) -> work.submit(() -> Refusals.issuing(() -> answer.apply(input, call)))));
  }

  private CredentialOffer offer(OfferQuery query) {
    Secret code =
        query
            .offer()
            .flatMap(offers::find)
            .orElseThrow(() -> Refusals.missing("id", "there is no such offer, or no longer"));
    // Which offers ask for digits is not kept in the open; asking for them is always right.
    return new CredentialOffer(metadata.issuer(), List.of(RESIDENT), code, TX_CODE);
  }

  private OfferReceipt prepare(ResidentOffer command, CallContext by) {
    check(command);
    String reference = ids.next();
    PreparedOffer offer = offer(command, reference);
    // By reference where a second secret protects it; else all of it, for the wallet at the desk.
    URI link =
        command.asksForTransactionCode()
            ? OfferLinks.byReference(at(OFFERS + "?id=" + offer.id().reveal()))
            : OfferLinks.byValue(offer.offer());
    OfferReceipt receipt =
        new OfferReceipt(reference, link, offer.transactionCode(), offer.expiresAt());
    NewCase opened = NewCase.of(offer.stored(), by.caller().scope());
    if (command.evidence().isPresent()) {
      opened = opened.withEvidence(command.evidence().get().value());
    }
    Optional<Idempotency> once = by.once(clock.instant());
    if (once.isPresent()) {
      opened = opened.once(once.get(), RECEIPT.write(receipt));
    }
    return answer(store.open(opened), receipt);
  }

  private PreparedOffer offer(ResidentOffer command, String reference) {
    IssuanceGrant grant =
        new IssuanceGrant(reference, RESIDENT, ResidentDocument.write(command.resident()));
    return command.asksForTransactionCode()
        ? offers.prepare(grant, TX_CODE, IssuanceLimits.MAX_OFFER_LIFETIME)
        : offers.prepareWithoutTransactionCode(grant, IssuanceLimits.MAX_OFFER_LIFETIME);
  }

  private static OfferReceipt answer(CaseOutcome outcome, OfferReceipt receipt) {
    if (outcome instanceof CaseOutcome.Replayed replayed) {
      return RECEIPT.read(replayed.receipt());
    }
    if (outcome instanceof CaseOutcome.KeyConflict) {
      throw Refusal.of(
          422,
          Violation.CONFLICT,
          "Idempotency-Key",
          "this key was used for another offer; use a new one");
    }
    if (outcome instanceof CaseOutcome.Ended) {
      throw Refusal.of(
          409,
          Violation.CONFLICT,
          "Idempotency-Key",
          "the offer made under this key has ended; make another under a new key");
    }
    return receipt;
  }

  private void check(ResidentOffer command) {
    try {
      ResidentCredential.of(command.resident(), clock);
    } catch (ValidationException e) {
      throw Refusal.of(e.violations());
    }
  }

  private StatusChange setStatus(StatusChange change, CallContext by) {
    String reference = change.reference();
    if (reference.isEmpty() || reference.length() > StreamId.MAX_LENGTH) {
      throw neverOffered();
    }
    CaseStatus command = CaseStatus.of(reference, change.status(), by.caller().scope());
    if (change.evidence().isPresent()) {
      command = command.withEvidence(change.evidence().get().value());
    }
    switch (store.setStatus(command)) {
      case SET -> statuses.changed();
      case UNCHANGED -> {} // said again
      case UNKNOWN -> throw neverOffered();
      case FINAL ->
          throw Refusal.of(
              409, Violation.CONFLICT, "reference", "the credential is revoked for good");
    }
    return change;
  }

  private static Refusal neverOffered() {
    return Refusals.missing("reference", "nothing was ever offered under this reference");
  }

  private String statusList(NumberedListQuery query) {
    if (query.query().time() != null) {
      throw Refusal.of(501, "unsupported", "time", "earlier tokens are not kept");
    }
    return statuses
        .token(query.list())
        .orElseThrow(() -> Refusals.missing("list", "there is no such list"));
  }
}
