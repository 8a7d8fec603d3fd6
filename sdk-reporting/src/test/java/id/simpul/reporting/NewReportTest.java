package id.simpul.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ValidationException;
import id.simpul.core.value.GeoPoint;
import id.simpul.reporting.support.Forms;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewReportTest {
  private static final ServiceCode CODE = new ServiceCode("006");
  private static final Location PLACE = Location.at(GeoPoint.of("-1.6101", "103.6131"));

  private static List<String> violations(Consumer<NewReport.Builder> change) {
    return violations(PLACE, change);
  }

  private static List<String> violations(Location location, Consumer<NewReport.Builder> change) {
    NewReport.Builder builder = NewReport.builder(CODE, location);
    change.accept(builder);
    return builder.violations().stream().map(Forms::brief).toList();
  }

  @Test
  void build_leastReport_hasServiceAndLocation() {
    NewReport report = NewReport.builder(CODE, PLACE).build();

    assertThat(report.serviceCode()).isEqualTo(CODE);
    assertThat(report.location()).isEqualTo(PLACE);
    assertThat(report.description()).isEmpty();
    assertThat(report.reporter().isAnonymous()).isTrue();
    assertThat(report.attributes()).isEmpty();
  }

  @Test
  void build_severalThingsWrong_throwsThemAll() {
    NewReport.Builder builder =
        NewReport.builder(CODE, Location.UNKNOWN)
            .description("x".repeat(NewReport.MAX_DESCRIPTION_LENGTH + 1))
            .mediaUrl(URI.create("file:///etc/passwd"));

    ValidationException e = catchThrowableOfType(ValidationException.class, builder::build);

    assertThat(e.violations())
        .extracting(Forms::brief)
        .containsExactly("lat, long: required", "description: length", "media_url: type");
    assertThat(e.getMessage()).contains("NewReport").doesNotContain("xxx", "passwd");
  }

  @Test
  void description_atAndPastItsLimit_isTakenAndRefused() {
    String most = "x".repeat(NewReport.MAX_DESCRIPTION_LENGTH);

    assertThat(violations(b -> b.description(most))).isEmpty();
    assertThat(violations(b -> b.description(most + "x"))).containsExactly("description: length");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u0008", "\u001B", "\u000B"})
  void description_controlCharacter_isRefused(String control) {
    assertThat(violations(b -> b.description("a" + control))).containsExactly("description: type");
    assertThat(violations(b -> b.description("a\t\r\n"))).isEmpty();
  }

  @Test
  void location_partsAtAndPastTheirLimits_areTakenAndRefused() {
    String address = "x".repeat(Location.MAX_ADDRESS_LENGTH);
    String id = "x".repeat(Location.MAX_ADDRESS_ID_LENGTH);

    assertThat(violations(Location.ofAddress(address), b -> {})).isEmpty();
    assertThat(violations(Location.ofAddress(address + "x"), b -> {}))
        .containsExactly("address_string: length");
    assertThat(violations(Location.ofAddressId(id), b -> {})).isEmpty();
    assertThat(violations(Location.ofAddressId(id + "x"), b -> {}))
        .containsExactly("address_id: length");
    assertThat(violations(Location.ofAddress(" "), b -> {})).containsExactly("lat, long: required");
  }

  @Test
  void attributes_atAndPastTheirLimits_areTakenAndRefused() {
    String code = "x".repeat(NewReport.MAX_ATTRIBUTE_CODE_LENGTH);
    String value = "x".repeat(NewReport.MAX_ATTRIBUTE_VALUE_LENGTH);
    List<String> values = Collections.nCopies(NewReport.MAX_ATTRIBUTE_VALUES, "x");

    assertThat(violations(b -> b.attribute(code, value))).isEmpty();
    assertThat(violations(b -> b.attribute(code + "x", "1"))).containsExactly("attribute: type");
    assertThat(violations(b -> b.attribute("A", value + "x")))
        .containsExactly("attribute[A]: length");
    assertThat(violations(b -> b.attribute("A", values))).isEmpty();
    assertThat(violations(b -> b.attribute("A", values).attribute("A", "x")))
        .containsExactly("attribute[A]: length");
    assertThat(violations(b -> attributes(b, NewReport.MAX_ATTRIBUTES))).isEmpty();
    assertThat(violations(b -> attributes(b, NewReport.MAX_ATTRIBUTES + 1)))
        .containsExactly("attribute: length");
  }

  private static void attributes(NewReport.Builder builder, int count) {
    for (int i = 0; i < count; i++) {
      builder.attribute("A" + i, "x");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a]b", "a[b", "a\nb"})
  void attribute_codeOfAnotherForm_isRefused(String code) {
    assertThat(violations(b -> b.attribute(code, "x"))).containsExactly("attribute: type");
  }

  @Test
  void attribute_emptyAnswers_areLeftOut() {
    NewReport report = NewReport.builder(CODE, PLACE).attribute("A", List.of("", " ")).build();

    assertThat(report.attributes()).isEmpty();
  }

  @Test
  void mediaUrl_atAndPastItsLimits_isTakenAndRefused() {
    String base = "https://media.example/";
    String longest = base + "x".repeat(NewReport.MAX_MEDIA_URL_LENGTH - base.length());

    assertThat(violations(b -> b.mediaUrl(URI.create(longest)))).isEmpty();
    assertThat(violations(b -> b.mediaUrl(URI.create(longest + "x"))))
        .containsExactly("media_url: type");
    assertThat(violations(b -> media(b, NewReport.MAX_MEDIA_URLS))).isEmpty();
    assertThat(violations(b -> media(b, NewReport.MAX_MEDIA_URLS + 1)))
        .containsExactly("media_url: length");
    assertThat(violations(b -> b.mediaUrl(URI.create("/relative"))))
        .containsExactly("media_url: type");
  }

  private static void media(NewReport.Builder builder, int count) {
    for (int i = 0; i < count; i++) {
      builder.mediaUrl(URI.create("https://media.example/" + i));
    }
  }

  @Test
  void toBuilder_always_holdsTheSameValues() {
    NewReport report =
        NewReport.builder(CODE, PLACE)
            .description("Lubang")
            .attribute("A", List.of("1", "2"))
            .reporter(Reporter.builder().email("warga@contoh.example").build())
            .mediaUrl(URI.create("https://media.example/1"))
            .build();

    assertThat(report.toBuilder().build()).isEqualTo(report).hasSameHashCodeAs(report);
    assertThat(report.toBuilder().description("Lain").build()).isNotEqualTo(report);
  }
}
