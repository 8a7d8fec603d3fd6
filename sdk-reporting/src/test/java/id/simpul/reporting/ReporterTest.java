package id.simpul.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ValidationException;
import id.simpul.reporting.support.Forms;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReporterTest {
  interface Setter extends BiFunction<Reporter.Builder, String, Reporter.Builder> {}

  private static Arguments field(String name, int max, Setter setter) {
    return Arguments.of(name, max, setter);
  }

  static Stream<Arguments> fields() {
    return Stream.of(
        field("device_id", Reporter.MAX_ID_LENGTH, Reporter.Builder::deviceId),
        field("account_id", Reporter.MAX_ID_LENGTH, Reporter.Builder::accountId),
        field("first_name", Reporter.MAX_NAME_LENGTH, Reporter.Builder::firstName),
        field("last_name", Reporter.MAX_NAME_LENGTH, Reporter.Builder::lastName),
        field("phone", Reporter.MAX_PHONE_LENGTH, Reporter.Builder::phone),
        field("email", Reporter.MAX_EMAIL_LENGTH, (b, v) -> b.email("a@" + v.substring(2))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void build_fieldAtAndPastItsLimit_isTakenAndRefused(String name, int max, Setter setter) {
    Reporter.Builder longest = setter.apply(Reporter.builder(), "x".repeat(max));
    Reporter.Builder tooLong = setter.apply(Reporter.builder(), "x".repeat(max + 1));

    assertThat(longest.violations()).isEmpty();
    assertThat(tooLong.violations()).extracting(Forms::brief).containsExactly(name + ": length");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "@contoh.example", "warga@", "war ga@contoh.example"})
  void build_emailThatIsNone_isRefused(String email) {
    assertThat(Reporter.builder().email(email).violations())
        .extracting(Forms::brief)
        .containsExactly("email: type");
  }

  @Test
  void build_severalThingsWrong_throwsThemAllWithoutValues() {
    Reporter.Builder builder =
        Reporter.builder().email("rahasia").firstName("rahasia\u0000").phone("9".repeat(99));

    ValidationException e = catchThrowableOfType(ValidationException.class, builder::build);

    assertThat(e.violations())
        .extracting(Forms::brief)
        .containsExactly("email: type", "first_name: type", "phone: length");
    assertThat(e.toString()).doesNotContain("rahasia", "999");
  }

  @Test
  void build_emptyTexts_isAnonymous() {
    Reporter reporter = Reporter.builder().email("").phone("  ").build();

    assertThat(reporter.isAnonymous()).isTrue();
    assertThat(reporter).isEqualTo(Reporter.ANONYMOUS).hasSameHashCodeAs(Reporter.ANONYMOUS);
  }

  @Test
  void toBuilder_always_holdsTheSameValues() {
    Reporter reporter =
        Reporter.builder()
            .email("warga@contoh.example")
            .deviceId("d")
            .accountId("a")
            .firstName("Warga")
            .lastName("Contoh")
            .phone("+62 000")
            .build();

    assertThat(reporter.toBuilder().build()).isEqualTo(reporter);
    assertThat(reporter.isAnonymous()).isFalse();
    assertThat(reporter.toBuilder().phone(null).build()).isNotEqualTo(reporter);
  }
}
