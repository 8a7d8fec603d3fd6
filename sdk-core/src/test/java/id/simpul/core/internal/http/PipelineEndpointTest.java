package id.simpul.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ApiException;
import id.simpul.core.ClientConfig;
import id.simpul.core.ContractException;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.TransportException;
import id.simpul.core.ValidationException;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.ProblemDetails;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.support.Notes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that name their endpoint, as those do that follow metadata. */
class PipelineEndpointTest {
  /** An operation that is an endpoint of its own. */
  private static final Operation<String, Notes.Note> ASK =
      Operation.<String, Notes.Note>builder("test.notes.ask", Method.GET, "")
          .output(Notes.BARE)
          .errors(List.of(ProblemDetails.FORMAT))
          .input(new Asking());

  private static final class Asking implements Input<String> {
    @Override
    public List<Parameter> parameters() {
      return List.of();
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
    public RequestParts write(String value) {
      return RequestParts.query(value.isEmpty() ? Params.EMPTY : Params.EMPTY.with("sub", value));
    }

    @Override
    public Reading<String> read(RequestParts parts) {
      throw new UnsupportedOperationException("Only clients are tested here");
    }
  }

  private static RequestOptions at(Rig rig, String path) {
    return RequestOptions.NONE.withEndpoint(
        URI.create("http://127.0.0.1:" + rig.server.getPort() + path));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', /",
    "/, '', /",
    "/fetch, '', /fetch",
    "/fetch/, '', /fetch/",
    "/a/b%20c, '', /a/b%20c",
    "/fetch, https://x.example/, /fetch?sub=https%3A%2F%2Fx.example%2F",
    "/fetch/, x, /fetch/?sub=x",
    "/fetch?tenant=jambi, x, /fetch?tenant=jambi&sub=x",
    "/fetch?tenant=jambi, '', /fetch?tenant=jambi",
    "/fetch?, x, /fetch?sub=x",
    "/fetch?a=%26&b, x, /fetch?a=%26&b&sub=x"
  })
  void call_operationThatIsTheEndpoint_asksExactlyThere(
      String endpoint, String sub, String target) {
    try (Rig rig = new Rig().answer(Rig.ok())) {
      assertThat(rig.client.call(ASK, sub, at(rig, endpoint)).body()).isEqualTo(Rig.NOTE);
      assertThat(rig.taken().getTarget()).isEqualTo(target);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', /notes/a1.json",
    "/, /notes/a1.json",
    "/other, /other/notes/a1.json",
    "/other/, /other/notes/a1.json",
    "/other?k=v, /other/notes/a1.json?k=v"
  })
  void call_operationWithAPath_goesBelowTheEndpoint(String endpoint, String target) {
    try (Rig rig = new Rig().answer(Rig.ok())) {
      rig.client.call(Notes.READ, "a1", at(rig, endpoint));
      assertThat(rig.taken().getTarget()).isEqualTo(target);
    }
  }

  @Test
  void call_endpoint_isNamedInFailuresWithoutItsQuery() {
    try (Rig rig = new Rig().answer(Rig.status(404), Rig.json(200, "[]"))) {
      String where = "http://127.0.0.1:" + rig.server.getPort() + "/fetch";
      ApiException refused =
          catchThrowableOfType(
              ApiException.class, () -> rig.client.call(ASK, "x", at(rig, "/fetch?key=planted")));
      assertThat(refused.fault().who()).isEqualTo(where);
      ContractException broken =
          catchThrowableOfType(
              ContractException.class,
              () -> rig.client.call(ASK, "x", at(rig, "/fetch?key=planted")));
      assertThat(broken.fault().who()).isEqualTo(where);
      rig.client.close();
      TransportException closed =
          catchThrowableOfType(
              TransportException.class,
              () -> rig.client.call(ASK, "x", at(rig, "/fetch?key=planted")));
      assertThat(closed.fault().who()).isEqualTo(where);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://node.example:99999/", "https://node.example:0/"})
  void call_endpointThatCannotBeCalled_refusedUnsent(String endpoint) {
    try (Rig rig = new Rig()) {
      ValidationException e =
          catchThrowableOfType(
              ValidationException.class,
              () ->
                  rig.client.call(ASK, "", RequestOptions.NONE.withEndpoint(URI.create(endpoint))));
      assertThat(e.violations()).singleElement().extracting("where").isEqualTo("endpoint");
    }
  }

  @Test
  void call_clientWithoutBaseUrl_needsAnEndpoint() {
    try (Rig rig = new Rig().answer(Rig.ok());
        OperationClient client =
            OperationClient.create(ClientConfig.builder(ClientConfig.NO_BASE_URL).build())) {
      assertThat(client.call(ASK, "", at(rig, "/fetch")).body()).isEqualTo(Rig.NOTE);
      ValidationException e =
          catchThrowableOfType(
              ValidationException.class, () -> client.call(ASK, "", RequestOptions.NONE));
      assertThat(e.violations()).singleElement().extracting("where").isEqualTo("endpoint");
    }
  }

  @Test
  void call_limitsOfTheCall_countForAnswerAndError() {
    RequestOptions tight =
        RequestOptions.NONE.withLimits(Limits.DEFAULT.withMaxBytes(Rig.JSON.length()));
    RequestOptions tighter =
        RequestOptions.NONE.withLimits(Limits.DEFAULT.withMaxBytes(Rig.JSON.length() - 1));
    String problem = "{\"detail\":\"" + "x".repeat(Rig.JSON.length()) + "\"}";
    try (Rig rig =
        new Rig()
            .answer(Rig.ok(), Rig.ok(), Rig.json(400, problem), Rig.json(400, problem), Rig.ok())) {
      assertThat(rig.client.call(Notes.READ, "a1", tight).body()).isEqualTo(Rig.NOTE);
      TransportException e =
          catchThrowableOfType(
              TransportException.class, () -> rig.client.call(Notes.READ, "a1", tighter));
      assertThat(e.kind()).isEqualTo(TransportException.Kind.ANSWER_TOO_LARGE);
      assertThat(
              catchThrowableOfType(
                      ApiException.class, () -> rig.client.call(Notes.READ, "a1", tight))
                  .problems())
          .isEmpty();
      assertThat(catchThrowableOfType(ApiException.class, rig::read).problems()).hasSize(1);
      assertThat(rig.read()).as("the client's own limits stay").isEqualTo(Rig.NOTE);
    }
  }
}
