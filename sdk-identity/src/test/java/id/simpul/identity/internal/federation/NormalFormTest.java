package id.simpul.identity.internal.federation;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonValue;
import id.simpul.identity.internal.jose.JoseJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalFormTest {
  private static JsonValue json(String text) {
    byte[] bytes = ("{'v':" + text + "}").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return JoseJson.read(bytes, "test").get("v").orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1                     | 1.0",
        "100                   | 1E+2",
        "0                     | -0.00e9",
        "0                     | 0e-2147483000",
        "-1.5                  | -15e-1",
        "1e2147483000          | 10e2147482999",
        "1e99999999999         | 1e99999999999",
        "10e2147483647         | 10e2147483647",
        "[1,{'a':[2.0]}]       | [1.0,{'a':[2]}]",
        "{'a':1,'b':null}      | {'b':null,'a':1.0}",
        "'a'                   | '\\u0061'",
      })
  void same_sayTheSame_areEqual(String one, String other) {
    assertThat(NormalForm.same(json(one), json(other))).isTrue();
    assertThat(NormalForm.of(json(one))).hasSameHashCodeAs(NormalForm.of(json(other)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1          | '1'",
        "1          | 10",
        "1          | -1",
        "1          | 1e99999999999",
        "1e2000     | 1e2001",
        "[1,2]      | [2,1]",
        "[1]        | 1",
        "{'a':1}    | {'a':2}",
        "{'a':1}    | {'a':1,'b':1}",
        "null       | false",
        "'a'        | 'A'",
      })
  void same_sayOtherwise_areNot(String one, String other) {
    assertThat(NormalForm.same(json(one), json(other))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e2147483000", "1e-2147483000", "9999999999e999999999"})
  void of_hugeExponent_costsNothing(String number) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> NormalForm.of(json(number)).hashCode());
  }
}
