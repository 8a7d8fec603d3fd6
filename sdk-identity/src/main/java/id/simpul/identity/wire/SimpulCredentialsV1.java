package id.simpul.identity.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonObject;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Effect;
import id.simpul.core.operation.FieldReader;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Parameter.In;
import id.simpul.core.operation.Parameter.Kind;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.ProblemDetails;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.value.Secret;
import id.simpul.identity.credential.TokenStatus;
import id.simpul.identity.internal.issuance.Members;
import id.simpul.identity.presentation.CredentialQuery;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Simpul adds for the officers who issue and look at credentials. The standards begin where
 * these end, so these operations are our own: JSON only, errors as problem details (RFC 9457).
 */
public final class SimpulCredentialsV1 {
  private static final String REFERENCE = "reference";
  private static final String STATUS = "status";
  private static final String LINK = "link";
  private static final String TX_CODE = "tx_code";
  private static final String EVIDENCE_ID = "evidence_id";
  private static final String EXPIRES_AT = "expires_at";
  private static final String STATE = "state";
  private static final String ISSUER = "issuer";
  private static final String ISSUED_AT = "issued_at";
  private static final String CLAIMS = "claims";
  private static final Map<String, TokenStatus> STATUSES =
      Map.of(
          "valid", TokenStatus.VALID,
          "revoked", TokenStatus.INVALID,
          "suspended", TokenStatus.SUSPENDED);
  private static final List<Parameter> BY_REFERENCE =
      List.of(Parameter.required(In.PATH, REFERENCE, Kind.TEXT, "The node's name for the case."));

  private static final JsonForm<OfferReceipt> RECEIPT =
      new JsonForm<>(
          schema("credential-offer-receipt"),
          SimpulCredentialsV1::write,
          SimpulCredentialsV1::receipt);
  private static final JsonForm<RequestReceipt> REQUEST =
      new JsonForm<>(
          schema("presentation-request-receipt"),
          receipt ->
              JsonObject.builder()
                  .put(REFERENCE, receipt.reference())
                  .put(LINK, receipt.link().toString())
                  .build(),
          members -> new RequestReceipt(members.text(REFERENCE), link(members)));
  private static final JsonForm<PresentationResult> RESULT =
      new JsonForm<>(
          schema("presentation-result"), SimpulCredentialsV1::write, SimpulCredentialsV1::result);
  private static final JsonForm<StatusChange> CHANGE =
      new JsonForm<>(
          schema("credential-status"),
          change ->
              JsonObject.builder()
                  .put(REFERENCE, change.reference())
                  .put(STATUS, word(change.status()))
                  .build(),
          members -> StatusChange.of(members.text(REFERENCE), status(members)));

  /** Holds a resident's credential ready for a wallet. */
  public static final Operation<ResidentOffer, OfferReceipt> OFFER =
      withBody(
              Operation.<ResidentOffer, OfferReceipt>builder(
                  "simpul.v1.credential-offers.create", Method.POST, "/credential-offers"))
          .summary("Holds a resident's credential ready for a wallet.")
          .effect(Effect.KEYED)
          .output(RECEIPT)
          .fails(409, "The offer that was made under this Idempotency-Key has ended.")
          .fails(422, "The Idempotency-Key was used for another offer.")
          .input(
              new JsonInput<>(
                  schema("credential-offer"),
                  List.of(),
                  offer -> Map.of(),
                  SimpulCredentialsV1::write,
                  (path, members) -> offer(members)));

  /** Revokes or suspends a credential, or makes a suspended one valid again. */
  public static final Operation<StatusChange, StatusChange> SET_STATUS =
      withBody(
              Operation.<StatusChange, StatusChange>builder(
                  "simpul.v1.credentials.set-status",
                  Method.PUT,
                  "/credentials/{reference}/status"))
          .summary("Revokes or suspends a credential, or makes a suspended one valid again.")
          .effect(Effect.IDEMPOTENT)
          .output(CHANGE)
          .fails(404, "Nothing was ever offered under this reference.")
          .fails(409, "The credential is revoked for good.")
          .input(
              new JsonInput<>(
                  schema("credential-status-change"),
                  BY_REFERENCE,
                  change -> Map.of(REFERENCE, change.reference()),
                  SimpulCredentialsV1::write,
                  (path, members) -> change(path.getOrDefault(REFERENCE, ""), members)));

  /**
   * Asks a wallet to present some claims of a credential. A repetition makes a request of its own,
   * which nobody answers and which ends by itself.
   */
  public static final Operation<CredentialQuery, RequestReceipt> ASK =
      withBody(
              Operation.<CredentialQuery, RequestReceipt>builder(
                  "simpul.v1.presentations.create", Method.POST, "/presentations"))
          .summary("Asks a wallet to present some claims of a credential.")
          .effect(Effect.KEYED)
          .output(REQUEST)
          .input(
              new JsonInput<>(
                  schema("presentation-request"),
                  List.of(),
                  query -> Map.of(),
                  QueryForm::write,
                  (path, members) -> QueryForm.read(members)));

  /** Reads what was presented. */
  public static final Operation<String, PresentationResult> GET_RESULT =
      common(
              Operation.<String, PresentationResult>builder(
                  "simpul.v1.presentations.get", Method.GET, "/presentations/{reference}"))
          .summary("Gives what a wallet presented, once it did.")
          .output(RESULT)
          .fails(404, "There is no such request, or it is too old.")
          .input(new ReferenceInput());

  /** All of them. */
  public static final List<Operation<?, ?>> OPERATIONS =
      List.of(OFFER, SET_STATUS, ASK, GET_RESULT);

  private SimpulCredentialsV1() {}

  private static SchemaId schema(String name) {
    return new SchemaId("simpul/v1/" + name);
  }

  private static <I, O> Operation.Builder<I, O> common(Operation.Builder<I, O> operation) {
    return operation
        .errors(List.of(ProblemDetails.FORMAT))
        .fails(400, "A value is missing or cannot be used.")
        .fails(401, "The caller does not say who they are, or cannot prove it.")
        .fails(403, "The caller may not do this.")
        .fails(503, "The node is too busy or is stopping.");
  }

  private static JsonObject write(ResidentOffer offer) {
    return JsonObject.builder()
        .put("resident", ResidentDocument.json(offer.resident()))
        .put(TX_CODE, JsonBoolean.of(offer.asksForTransactionCode()))
        .putIfPresent(EVIDENCE_ID, offer.evidence().map(EvidenceId::value).orElse(null))
        .build();
  }

  // Whoever says nothing gets the safe form.
  private static ResidentOffer offer(Members members) throws FormatException {
    ResidentOffer offer = ResidentOffer.of(ResidentDocument.read(members.object("resident")));
    if (members.has(TX_CODE) && !members.flag(TX_CODE)) {
      offer = offer.withoutTransactionCode();
    }
    Optional<EvidenceId> evidence = evidence(members);
    return evidence.isPresent() ? offer.withEvidence(evidence.get()) : offer;
  }

  private static JsonObject write(StatusChange change) {
    return JsonObject.builder()
        .put(STATUS, word(change.status()))
        .putIfPresent(EVIDENCE_ID, change.evidence().map(EvidenceId::value).orElse(null))
        .build();
  }

  private static StatusChange change(String reference, Members members) throws FormatException {
    StatusChange change = StatusChange.of(reference, status(members));
    Optional<EvidenceId> evidence = evidence(members);
    return evidence.isPresent() ? change.withEvidence(evidence.get()) : change;
  }

  private static Optional<EvidenceId> evidence(Members members) throws FormatException {
    Optional<String> text = members.optionalText(EVIDENCE_ID);
    try {
      return text.map(EvidenceId::new);
    } catch (IllegalArgumentException e) {
      throw new FormatException("/" + EVIDENCE_ID, "is no evidence id", e);
    }
  }

  private static JsonObject write(PresentationResult result) {
    JsonObject.Builder json = JsonObject.builder().put(STATE, result.state());
    result
        .source()
        .ifPresent(source ->
            json.put(ISSUER, source.issuer().value())
                .put(ISSUED_AT, source.issuedAt().toString())
                .put(STATUS, source.status()));
    return json.put(CLAIMS, result.claims()).build();
  }

  private static PresentationResult result(Members members) throws FormatException {
    String state = members.text(STATE);
    if (!state.equals(PresentationResult.SHOWN)) {
      return PresentationResult.without(state);
    }
    return PresentationResult.shown(
        new PresentationResult.Source(
            members.entity(ISSUER), instant(members, ISSUED_AT), members.text(STATUS)),
        members.object(CLAIMS).json());
  }

  private static <I, O> Operation.Builder<I, O> withBody(Operation.Builder<I, O> operation) {
    return common(operation)
        .fails(413, "The body is larger than the node takes.")
        .fails(415, "The body is not JSON.");
  }

  private static JsonObject write(OfferReceipt receipt) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put(REFERENCE, receipt.reference())
            .put(LINK, receipt.link().toString());
    receipt.txCode().ifPresent(digits -> json.put(TX_CODE, digits.reveal()));
    return json.put(EXPIRES_AT, receipt.expiresAt().toString()).build();
  }

  private static OfferReceipt receipt(Members members) throws FormatException {
    return new OfferReceipt(
        members.text(REFERENCE),
        link(members),
        members.optionalText(TX_CODE).map(Secret::of).orElse(null),
        instant(members, EXPIRES_AT));
  }

  private static Instant instant(Members members, String name) throws FormatException {
    try {
      return Instant.parse(members.text(name));
    } catch (DateTimeParseException e) {
      throw new FormatException("/" + name, "is no time in UTC");
    }
  }

  private static URI link(Members members) throws FormatException {
    return URI.create(members.longText(LINK, PresentationLinks.MAX_LENGTH));
  }

  private static String word(TokenStatus status) {
    return STATUSES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(status))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such status for an officer"));
  }

  private static TokenStatus status(Members members) throws FormatException {
    return Optional.ofNullable(STATUSES.get(members.text(STATUS)))
        .orElseThrow(() -> new FormatException("/status", "is valid, revoked or suspended"));
  }

  private static final class ReferenceInput implements Input<String> {
    @Override
    public List<Parameter> parameters() {
      return BY_REFERENCE;
    }

    @Override
    public List<MediaType> bodies() {
      return List.of();
    }

    @Override
    public Optional<SchemaId> schema() {
      return Optional.empty();
    }

    @Override
    public RequestParts write(String reference) {
      return new RequestParts(Map.of(REFERENCE, reference), Params.EMPTY, Headers.EMPTY, Body.NONE);
    }

    @Override
    public Reading<String> read(RequestParts parts) {
      return new FieldReader(Params.EMPTY).finish(() -> parts.path().getOrDefault(REFERENCE, ""));
    }
  }
}
