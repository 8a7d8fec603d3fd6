package id.simpul.identity.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Parameter.In;
import id.simpul.core.operation.Parameter.Kind;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.Secret;
import id.simpul.identity.internal.issuance.Members;
import id.simpul.identity.issuance.CredentialRequest;
import id.simpul.identity.issuance.IssuanceLimits;
import id.simpul.identity.issuance.TokenRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the operations of issuance are given. */
final class IssuanceInputs {
  private static final int MAX_CODE_LENGTH = 512;
  private static final String ID = "id";
  private static final String GRANT_TYPE = "grant_type";
  private static final String CODE = "pre-authorized_code";
  private static final String TX_CODE = "tx_code";
  private static final String CLIENT_ID = "client_id";

  // A wallet calls the URL it was given; a node that has many offers finds the id in it.
  static final Input<OfferQuery> OFFER =
      new QueryInput<>(
          List.of(Parameter.optional(In.QUERY, ID, Kind.TEXT, "Names the offer.")),
          query -> query.offer().map(id -> Params.EMPTY.with(ID, id.reveal())).orElse(Params.EMPTY),
          (params, fields) -> {
            Optional<String> id = fields.text(ID, MAX_CODE_LENGTH);
            return () -> new OfferQuery(id.map(Secret::of).orElse(null));
          });

  static final Input<TokenRequest> TOKEN =
      new QueryInput<>(
          List.of(
              Parameter.required(In.FORM, GRANT_TYPE, Kind.TEXT, "The flow."),
              Parameter.optional(In.FORM, CODE, Kind.TEXT, "The code of the offer."),
              Parameter.optional(In.FORM, TX_CODE, Kind.TEXT, "The digits the holder got."),
              Parameter.optional(In.FORM, CLIENT_ID, Kind.TEXT, "The wallet's own name.")),
          IssuanceInputs::write,
          (params, fields) -> {
            String grantType = fields.requiredText(GRANT_TYPE, TokenRequest.MAX_CLIENT_ID_LENGTH);
            Optional<String> code = fields.text(CODE, MAX_CODE_LENGTH);
            Optional<String> txCode = fields.text(TX_CODE, MAX_CODE_LENGTH);
            Optional<String> client = fields.text(CLIENT_ID, TokenRequest.MAX_CLIENT_ID_LENGTH);
            return () ->
                new TokenRequest(
                    grantType,
                    code.map(Secret::of).orElse(null),
                    txCode.map(Secret::of).orElse(null),
                    client.orElse(null));
          });

  private static Params write(TokenRequest request) {
    Params.Builder params = Params.builder().add(GRANT_TYPE, request.grantType());
    Secret code = request.code();
    Secret txCode = request.txCode();
    return params
        .addIfPresent(CODE, code == null ? null : code.reveal())
        .addIfPresent(TX_CODE, txCode == null ? null : txCode.reveal())
        .addIfPresent(CLIENT_ID, request.clientId())
        .build();
  }

  static final Input<CredentialCall> CREDENTIAL = new CredentialInput();

  private IssuanceInputs() {}

  private static final class CredentialInput implements Input<CredentialCall> {
    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "bearer ";
    private static final int MAX_DEPTH = 16;

    // A wallet may send more than we read, and no more than ten proofs.
    private static final int MAX_BYTES =
        (IssuanceLimits.MAX_BATCH + 1) * IssuanceLimits.MAX_PROOF_LENGTH;

    private static final Limits LIMITS =
        new Limits(
            MAX_BYTES,
            MAX_DEPTH,
            MAX_BYTES,
            Limits.DEFAULT_MAX_NAME_LENGTH,
            Limits.DEFAULT_MAX_NUMBER_LENGTH,
            MAX_BYTES);

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }

    @Override
    public List<MediaType> bodies() {
      return List.of(MediaType.JSON);
    }

    @Override
    public Optional<SchemaId> schema() {
      return Optional.of(IssuanceForms.REQUEST);
    }

    @Override
    public RequestParts write(CredentialCall call) {
      byte[] body = Json.toBytes(IssuanceForms.write(call.request()));
      return new RequestParts(
          Map.of(),
          Params.EMPTY,
          Headers.EMPTY.with(AUTHORIZATION, "Bearer " + call.token().reveal()),
          new Body.Document(MediaType.JSON, body));
    }

    @Override
    public Reading<CredentialCall> read(RequestParts parts) {
      Optional<Secret> token =
          parts
              .headers()
              .first(AUTHORIZATION)
              .filter(v -> v.toLowerCase(Locale.ROOT).startsWith(BEARER))
              .map(v -> v.substring(BEARER.length()).strip())
              .filter(v -> !v.isEmpty() && v.length() <= MAX_CODE_LENGTH)
              .map(Secret::of);
      if (token.isEmpty()) {
        return invalid(Violation.UNAUTHORIZED, AUTHORIZATION, "an access token is required");
      }
      if (!(parts.body() instanceof Body.Document document)) {
        return invalid(Violation.REQUIRED, "body", "a JSON object is expected");
      }
      try {
        CredentialRequest request =
            IssuanceForms.request(Members.of(Json.read(document.bytes(), LIMITS)));
        return new Reading.Valid<>(new CredentialCall(token.get(), request));
      } catch (FormatException e) {
        return invalid(Violation.MALFORMED, e.where(), e.reason());
      }
    }

    private static Reading<CredentialCall> invalid(String code, String where, String message) {
      return new Reading.Invalid<>(List.of(new Violation(code, where, message)));
    }
  }
}
