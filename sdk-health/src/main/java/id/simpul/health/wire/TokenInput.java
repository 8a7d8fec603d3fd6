package id.simpul.health.wire;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.FieldReader;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The grant type in the query, the credentials in the form: where SATUSEHAT wants them. */
final class TokenInput implements Input<TokenRequest> {
  /** The most characters of a client id or secret. */
  static final int MAX_LENGTH = 256;

  private static final String GRANT_TYPE = "grant_type";
  private static final String CLIENT_CREDENTIALS = "client_credentials";
  private static final String ID = "client_id";
  private static final String SECRET = "client_secret";

  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.required(
                  Parameter.In.QUERY, GRANT_TYPE, Parameter.Kind.TEXT, "How the token is earned.")
              .oneOf(CLIENT_CREDENTIALS),
          Parameter.required(Parameter.In.FORM, ID, Parameter.Kind.TEXT, "The client id."),
          Parameter.required(Parameter.In.FORM, SECRET, Parameter.Kind.TEXT, "The client secret."));

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public List<MediaType> bodies() {
    return List.of(MediaType.FORM);
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.empty();
  }

  @Override
  public RequestParts write(TokenRequest request) {
    Params form =
        Params.builder()
            .add(ID, request.clientId())
            .add(SECRET, request.clientSecret().reveal())
            .build();
    return new RequestParts(
        Map.of(),
        Params.EMPTY.with(GRANT_TYPE, CLIENT_CREDENTIALS),
        Headers.EMPTY,
        new Body.Form(form, List.of()));
  }

  @Override
  public Reading<TokenRequest> read(RequestParts parts) {
    FieldReader reader = new FieldReader(parts.form());
    if (!parts.query().all(GRANT_TYPE).equals(List.of(CLIENT_CREDENTIALS))) {
      reader.reject(Violation.CHOICE, GRANT_TYPE, "must be " + CLIENT_CREDENTIALS);
    }
    String id = reader.requiredText(ID, MAX_LENGTH);
    String secret = reader.requiredText(SECRET, MAX_LENGTH);
    return reader.finish(() -> new TokenRequest(id, Secret.of(secret)));
  }
}
