package id.simpul.identity.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Contracts;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.OAuthErrors;
import id.simpul.core.operation.Operation;
import id.simpul.identity.EntityId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
  private static final Format<String> TOKEN = FederationV1.FETCH_STATEMENT.output().get(0);
  private static final Format<List<EntityId>> ENTITIES =
      FederationV1.LIST_SUBORDINATES.output().get(0);
  private static final List<EntityId> TWO =
      List.of(new EntityId("https://jambi.example"), new EntityId("https://b.example/x"));

  private static <T> T read(Format<T> format, String document, Limits limits) throws IOException {
    return format.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), limits);
  }

  private static <T> String write(Format<T> format, T value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(value, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Media types and paths, as sections 8 and 9 of the standard and of the draft have them. */
  @ParameterizedTest
  @CsvSource({
    "federation.v1.configuration.get, GET, /.well-known/openid-federation, entity-statement+jwt",
    "federation.v1.statements.fetch, GET, '', entity-statement+jwt",
    "federation.v1.subordinates.list, GET, '', json",
    "federation.v1.entities.resolve, GET, '', resolve-response+jwt",
    "federation.v1.trust-marks.status, POST, '', trust-mark-status-response+jwt",
    "federation.v1.trust-marks.list, GET, '', json",
    "federation.v1.trust-marks.get, GET, '', trust-mark+jwt",
    "federation.v1.historical-keys.get, GET, '', jwk-set+jwt",
    "status-list.v1.tokens.get, GET, '', statuslist+jwt"
  })
  void operation_ofTheStandard_isDescribed(String id, String method, String path, String type) {
    Operation<?, ?> operation =
        Stream.concat(FederationV1.OPERATIONS.stream(), StatusListV1.OPERATIONS.stream())
            .filter(o -> o.id().equals(id))
            .findFirst()
            .orElseThrow();
    assertThat(operation.method()).hasToString(method);
    assertThat(operation.path()).hasToString(path);
    assertThat(operation.output())
        .singleElement()
        .satisfies(f -> {
          assertThat(f.mediaType()).hasToString("application/" + type);
          assertThat(f.mediaTypeRequired()).isTrue();
        });
    assertThat(operation.errors()).containsExactly(OAuthErrors.FORMAT);
    assertThat(operation.summary()).isNotEmpty();
  }

  @Test
  void token_atTheLimit_isReadAsItWasWritten() throws IOException {
    String token = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.AZaz09-_";
    assertThat(write(TOKEN, token)).isEqualTo(token);
    assertThat(read(TOKEN, token, Limits.DEFAULT.withMaxBytes(token.length()))).isEqualTo(token);
    assertThatThrownBy(() -> read(TOKEN, token, Limits.DEFAULT.withMaxBytes(token.length() - 1)))
        .isInstanceOf(FormatException.class)
        .hasMessageNotContaining(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.b.c\n",
        " a.b.c",
        "a.b.c=",
        "a+b",
        "a/b",
        "a~b",
        "{\"a\":1}",
        "<html>",
        "a.\u00e9.c",
        "a.b.c\u0000",
        "\ufeffa.b.c"
      })
  void token_anythingElse_refused(String document) {
    assertThatThrownBy(() -> read(TOKEN, document, Limits.DEFAULT))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void entities_list_isReadAsItWasWritten() throws IOException {
    String document = write(ENTITIES, TWO);
    assertThat(document).isEqualTo("[\"https://jambi.example\",\"https://b.example/x\"]");
    assertThat(read(ENTITIES, document, Limits.DEFAULT)).isEqualTo(TWO);
    assertThat(read(ENTITIES, "[]", Limits.DEFAULT)).isEmpty();
    assertThat(
            new Contracts()
                .check(ENTITIES.schema().orElseThrow(), document.getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{};''",
        "\"https://a.example\";''",
        "[1];/0",
        "[\"https://a.example\",null];/1",
        "[\"https://a.example\",\"a\"];/1",
        "[\"http://a.example\"];/0",
        "[[\"https://a.example\"]];/0"
      })
  void entities_anythingElse_refusedWithItsPlace(String document, String where) {
    assertThatThrownBy(() -> read(ENTITIES, document, Limits.DEFAULT))
        .isInstanceOfSatisfying(FormatException.class, e -> assertThat(e.where()).isEqualTo(where));
  }
}
