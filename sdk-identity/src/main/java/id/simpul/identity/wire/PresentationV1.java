package id.simpul.identity.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Effect;
import id.simpul.core.operation.FieldReader;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.OAuthErrors;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Parameter.In;
import id.simpul.core.operation.Parameter.Kind;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.Secret;
import id.simpul.identity.credential.SdJwtVcVerifier;
import id.simpul.identity.internal.issuance.Members;
import id.simpul.identity.presentation.PresentationResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one operation of OpenID for Verifiable Presentations 1.0 that a verifier serves. Its endpoint
 * is the {@code response_uri} of a request.
 */
public final class PresentationV1 {
  private static final int MAX_STATE_LENGTH = 512;
  private static final int MAX_WORD_LENGTH = 128;
  private static final int MAX_DEPTH = 4;
  private static final int MAX_ANSWERS = 8;
  private static final int MAX_TOKEN_LENGTH = SdJwtVcVerifier.MAX_LENGTH + 1024;
  private static final String VP_TOKEN = "vp_token";
  private static final String STATE = "state";
  private static final String ERROR = "error";
  private static final Limits LIMITS =
      new Limits(
          MAX_TOKEN_LENGTH, MAX_DEPTH, MAX_TOKEN_LENGTH, MAX_STATE_LENGTH, 1, MAX_STATE_LENGTH);

  private static final Input<PresentationResponse> RESPONSE =
      new QueryInput<>(
          List.of(
              Parameter.optional(In.FORM, VP_TOKEN, Kind.TEXT, "The presentation, as JSON."),
              Parameter.required(In.FORM, STATE, Kind.TEXT, "What came with the request."),
              Parameter.optional(In.FORM, ERROR, Kind.TEXT, "Why nothing is presented.")),
          PresentationV1::write,
          (params, fields) -> {
            String state = fields.requiredText(STATE, MAX_STATE_LENGTH);
            Optional<String> error = fields.text(ERROR, MAX_WORD_LENGTH);
            Map<String, List<String>> token = token(fields, error.isEmpty());
            return () -> new PresentationResponse(Secret.of(state), token, error.orElse(null));
          });

  /** Response in mode {@code direct_post} (section 8.2). The answer is an empty object. */
  public static final Operation<PresentationResponse, JsonObject> RESPOND =
      Operation.<PresentationResponse, JsonObject>builder(
              "presentation.v1.responses.create", Method.POST, "")
          .summary("Takes a wallet's answer to a presentation request.")
          .effect(Effect.KEYED)
          .output(
              new JsonForm<>(new SchemaId("presentation/v1/receipt"), json -> json, Members::json))
          .errors(List.of(OAuthErrors.FORMAT))
          .fails(400, "The presentation is refused, or nothing is open under its state.")
          .fails(413, "The body is larger than the node takes.")
          .fails(415, "The body is no form.")
          .fails(503, "The node is too busy or is stopping.")
          .input(RESPONSE);

  /** The one there is. */
  public static final List<Operation<?, ?>> OPERATIONS = List.of(RESPOND);

  private PresentationV1() {}

  private static Params write(PresentationResponse response) {
    Params.Builder params = Params.builder();
    if (response.refusal().isEmpty()) {
      JsonObject.Builder token = JsonObject.builder();
      response.presentations().forEach((id, list) -> token.put(id, JsonArray.ofStrings(list)));
      params.add(VP_TOKEN, new String(Json.toBytes(token.build()), StandardCharsets.UTF_8));
    }
    return params
        .add(STATE, response.state().reveal())
        .addIfPresent(ERROR, response.error())
        .build();
  }

  private static Map<String, List<String>> token(FieldReader fields, boolean expected) {
    Optional<String> text = fields.text(VP_TOKEN, MAX_TOKEN_LENGTH);
    if (text.isPresent() != expected) {
      fields.reject(Violation.CONFLICT, VP_TOKEN, "stands there exactly when there is no error");
    }
    if (text.isEmpty()) {
      return Map.of();
    }
    try {
      Members members = Members.of(Json.read(text.get().getBytes(StandardCharsets.UTF_8), LIMITS));
      Map<String, List<String>> token = new LinkedHashMap<>();
      for (String id : members.names()) {
        token.put(id, members.texts(id, MAX_ANSWERS, SdJwtVcVerifier.MAX_LENGTH));
      }
      return token;
    } catch (FormatException e) {
      fields.reject(Violation.MALFORMED, VP_TOKEN, e.where() + ": " + e.reason());
      return Map.of();
    }
  }
}
