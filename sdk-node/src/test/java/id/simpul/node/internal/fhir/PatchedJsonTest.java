package id.simpul.node.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.Limits;
import id.simpul.health.JsonPatch;
import id.simpul.node.internal.http.Refusal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchedJsonTest {
  private static final String DOCUMENT = "{\"a\":{\"b\":[1,2]},\"c/d\":3,\"e~f\":4}";

  private static String patched(String patch) throws FormatException {
    JsonArray changes =
        (JsonArray) Json.read(patch.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    return new String(
        Json.toBytes(
            PatchedJson.of(
                Json.read(DOCUMENT.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT),
                JsonPatch.of(changes))),
        StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "add; /a/b/-; {\"a\":{\"b\":[1,2,9]},\"c/d\":3,\"e~f\":4}",
        "add; /a/b/0; {\"a\":{\"b\":[9,1,2]},\"c/d\":3,\"e~f\":4}",
        "add; /a/b/2; {\"a\":{\"b\":[1,2,9]},\"c/d\":3,\"e~f\":4}",
        "add; /g; {\"a\":{\"b\":[1,2]},\"c/d\":3,\"e~f\":4,\"g\":9}",
        "add; /a; {\"a\":9,\"c/d\":3,\"e~f\":4}",
        "replace; /a/b/1; {\"a\":{\"b\":[1,9]},\"c/d\":3,\"e~f\":4}",
        "replace; /c~1d; {\"a\":{\"b\":[1,2]},\"c/d\":9,\"e~f\":4}",
        "replace; /e~0f; {\"a\":{\"b\":[1,2]},\"c/d\":3,\"e~f\":9}"
      })
  void of_change_isCarriedOut(String op, String path, String expected) throws FormatException {
    assertThat(patched("[{\"op\":\"" + op + "\",\"path\":\"" + path + "\",\"value\":9}]"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replace /g",
        "replace /a/b/2",
        "replace /a/b/-",
        "replace /a/b/01",
        "add /a/b/3",
        "add /a/b/-1",
        "add /g/h",
        "add /a/b/0/c",
        "replace /a/x/y"
      })
  void of_changeThatLeadsNowhere_isRefused(String change) {
    String[] parts = change.split(" ", -1);

    assertThatThrownBy(() ->
            patched("[{\"op\":\"" + parts[0] + "\",\"path\":\"" + parts[1] + "\",\"value\":9}]"))
        .isInstanceOf(Refusal.class);
  }
}
