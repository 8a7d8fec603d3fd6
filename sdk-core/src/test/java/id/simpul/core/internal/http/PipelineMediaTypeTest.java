package id.simpul.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ContractException;
import id.simpul.core.RequestOptions;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.NoInput;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.ProblemDetails;
import id.simpul.core.operation.SchemaId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineMediaTypeTest {
  private record Text(boolean mediaTypeRequired) implements Format<String> {
    @Override
    public MediaType mediaType() {
      return new MediaType("application/entity-statement+jwt", "");
    }

    @Override
    public Optional<String> suffix() {
      return Optional.empty();
    }

    @Override
    public Optional<SchemaId> schema() {
      return Optional.empty();
    }

    @Override
    public void write(String value, OutputStream out) throws IOException {
      out.write(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String read(InputStream in, Limits limits) throws IOException {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Operation<NoInput, String> read(boolean strictly) {
    return Operation.<NoInput, String>builder("test.tokens.read", Method.GET, "/token")
        .output(new Text(strictly))
        .errors(List.of(ProblemDetails.FORMAT))
        .input(NoInput.NONE);
  }

  private static String call(Rig rig, boolean strictly) {
    return rig.client.call(read(strictly), NoInput.NONE, RequestOptions.NONE).body();
  }

  private static MockResponse.Builder typed(String type) {
    return Rig.status(200).setHeader("Content-Type", type).body("planted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/entity-statement+jwt",
        "Application/Entity-Statement+JWT",
        "application/entity-statement+jwt; charset=utf-8",
        "application/entity-statement+jwt;x=y"
      })
  void call_requiredType_isRead(String type) {
    try (Rig rig = new Rig().answer(typed(type))) {
      assertThat(call(rig, true)).isEqualTo("planted");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/jwt",
        "application/entity-statement",
        "application/entity-statement+jwtx",
        "application/json, application/entity-statement+jwt",
        "application/entity-statement+jwt, text/html",
        "nonsense",
        ""
      })
  void call_anotherType_refusedWithoutTheContent(String type) {
    try (Rig rig = new Rig().answer(typed(type))) {
      ContractException e = catchThrowableOfType(ContractException.class, () -> call(rig, true));
      assertThat(e.violations()).singleElement().extracting("where").isEqualTo("Content-Type");
      assertThat(e).hasMessageNotContaining("planted");
    }
  }

  @Test
  void call_noTypeOrTwo_refused() {
    try (Rig rig =
        new Rig()
            .answer(
                Rig.status(200).body("planted"),
                typed("application/entity-statement+jwt").addHeader("Content-Type", "text/html"))) {
      for (int i = 0; i < 2; i++) {
        assertThat(catchThrowableOfType(ContractException.class, () -> call(rig, true)))
            .isNotNull();
      }
    }
  }

  @Test
  void call_formatThatDoesNotInsist_readsAnyType() {
    try (Rig rig = new Rig().answer(typed("text/html"), Rig.status(200).body("planted"))) {
      assertThat(call(rig, false)).isEqualTo("planted");
      assertThat(call(rig, false)).isEqualTo("planted");
    }
  }
}
