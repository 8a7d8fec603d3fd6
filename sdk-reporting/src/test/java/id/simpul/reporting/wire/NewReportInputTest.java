package id.simpul.reporting.wire;

import static id.simpul.reporting.support.Forms.form;
import static id.simpul.reporting.support.Forms.params;
import static id.simpul.reporting.support.Forms.value;
import static id.simpul.reporting.support.Forms.violations;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.FilePart;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.value.GeoPoint;
import id.simpul.reporting.Location;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.Reporter;
import id.simpul.reporting.ServiceCode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewReportInputTest {
  private static final Input<Scoped<NewReport>> INPUT = GeoReportV2.CREATE_REPORT.input();

  private static NewReport read(String... namesAndValues) {
    return value(INPUT, form(namesAndValues)).value();
  }

  @Test
  void read_everyField_isTaken() {
    NewReport report =
        read(
            "service_code", "006",
            "lat", "-1.6101",
            "long", "103.6131",
            "address_string", "Jl. Contoh 1",
            "address_id", "77",
            "description", "Baris satu\r\nbaris dua",
            "email", "warga@contoh.example",
            "device_id", "d",
            "account_id", "a",
            "first_name", "Warga",
            "last_name", "Contoh",
            "phone", "+62 000",
            "media_url", "https://media.example/1",
            "media_url", "https://media.example/2",
            "api_key", "not read here");

    assertThat(report.serviceCode()).isEqualTo(new ServiceCode("006"));
    assertThat(report.location())
        .isEqualTo(
            Location.at(GeoPoint.of("-1.6101", "103.6131"))
                .withAddress("Jl. Contoh 1")
                .withAddressId("77"));
    assertThat(report.description()).contains("Baris satu\r\nbaris dua");
    assertThat(report.reporter())
        .isEqualTo(
            Reporter.builder()
                .email("warga@contoh.example")
                .deviceId("d")
                .accountId("a")
                .firstName("Warga")
                .lastName("Contoh")
                .phone("+62 000")
                .build());
    assertThat(report.mediaUrls())
        .containsExactly(
            URI.create("https://media.example/1"), URI.create("https://media.example/2"));
  }

  @Test
  void read_attributesInEachSpelling_areGatheredInOrder() {
    NewReport report =
        read(
            "service_code", "1",
            "address_id", "7",
            "attribute[B]", "b",
            "attribute[A][]", "1",
            "attribute[A][]", "2",
            "attribute[C]", "x",
            "attribute[C]", "y",
            "attribute[D][0]", "p",
            "attribute[D][1]", "q",
            "attribute[E]", "");

    assertThat(report.attributes())
        .containsExactly(
            Map.entry("B", List.of("b")),
            Map.entry("A", List.of("1", "2")),
            Map.entry("C", List.of("x", "y")),
            Map.entry("D", List.of("p", "q")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attribute",
        "attribute[",
        "attribute[]",
        "attribute[A",
        "attribute[A]x",
        "attribute[A][x]",
        "attribute[A][0",
        "attributes[A]",
        "attribute[A][][]"
      })
  void read_attributeOfAnotherSpelling_isRefused(String name) {
    assertThat(violations(INPUT, form("service_code", "1", "address_id", "7", name, "v")))
        .containsExactly("attribute: type");
  }

  @Test
  void read_deviceidOfFixMyStreet_isTaken() {
    assertThat(read("service_code", "1", "address_id", "7", "deviceid", "d").reporter().deviceId())
        .contains("d");
  }

  @Test
  void read_severalThingsWrong_namesThemAll() {
    String tooLong = "x".repeat(NewReport.MAX_DESCRIPTION_LENGTH + 1);

    assertThat(
            violations(
                INPUT,
                form(
                    "lat", "91",
                    "long", "east",
                    "description", tooLong,
                    "email", "nobody",
                    "phone", "0".repeat(Reporter.MAX_PHONE_LENGTH + 1),
                    "media_url", "not a url",
                    "attribute[", "x",
                    "jurisdiction_id", "x".repeat(Scoped.MAX_JURISDICTION_LENGTH + 1))))
        .containsExactly(
            "lat: range",
            "long: type",
            "service_code: required",
            "attribute: type",
            "media_url: type",
            "description: length",
            "email: type",
            "phone: length",
            "jurisdiction_id: length");
  }

  @Test
  void read_violations_quoteNoValue() {
    RequestParts parts =
        form("lat", "rahasia", "long", "rahasia", "email", "rahasia", "media_url", "a rahasia");

    assertThat(INPUT.read(parts).problems()).isNotEmpty();
    assertThat(INPUT.read(parts).problems().toString()).doesNotContain("rahasia");
  }

  @Test
  void read_nothing_needsServiceAndLocation() {
    assertThat(violations(INPUT, form()))
        .containsExactly("service_code: required", "lat, long: required");
    assertThat(violations(INPUT, RequestParts.query(Params.EMPTY)))
        .containsExactly("service_code: required", "lat, long: required");
  }

  @ParameterizedTest
  @CsvSource({"lat,1.5", "long,103"})
  void read_oneCoordinateAlone_isRefusedNamingBoth(String name, String coordinate) {
    assertThat(violations(INPUT, form("service_code", "1", name, coordinate)))
        .containsExactly("lat, long: required");
  }

  @Test
  void read_oneCoordinateBesideAnAddress_isNoPoint() {
    NewReport report = read("service_code", "1", "lat", "1.5", "address_string", "Jl. Contoh 1");

    assertThat(report.location()).isEqualTo(Location.ofAddress("Jl. Contoh 1"));
  }

  @ParameterizedTest
  @CsvSource({
    "90,180,true",
    "-90,-180,true",
    "90.0001,0,false",
    "-90.0001,0,false",
    "0,180.0001,false",
    "0,-180.0001,false"
  })
  void read_coordinates_areHeldToTheirRanges(String latitude, String longitude, boolean valid) {
    assertThat(violations(INPUT, form("service_code", "1", "lat", latitude, "long", longitude)))
        .hasSize(valid ? 0 : 1);
  }

  @Test
  void read_serviceCodeOfImpossibleForm_isRefused() {
    String longest = "x".repeat(ServiceCode.MAX_LENGTH);

    assertThat(read("service_code", longest, "address_id", "7").serviceCode().value())
        .isEqualTo(longest);
    assertThat(violations(INPUT, form("service_code", longest + "x", "address_id", "7")))
        .containsExactly("service_code: length");
    assertThat(violations(INPUT, form("service_code", "a\u0000b", "address_id", "7")))
        .containsExactly("service_code: type");
  }

  @Test
  void read_files_areRefusedByNameUnlessEmpty() {
    MediaType jpeg = new MediaType("image/jpeg", "");
    List<FilePart> files =
        List.of(new FilePart("photo1", jpeg, 1), new FilePart("photo2", jpeg, 0));

    assertThat(violations(INPUT, form(files, "service_code", "1", "address_id", "7")))
        .containsExactly("photo1: unsupported");
    assertThat(violations(INPUT, form("service_code", "1", "address_id", "7", "media", "/9j/4AAQ")))
        .containsExactly("media: unsupported");
  }

  @Test
  void read_jurisdiction_isTakenFromQueryOrForm() {
    Params fields = params("service_code", "1", "address_id", "7");
    Params named = fields.with("jurisdiction_id", "jambi.go.id");

    assertThat(jurisdiction(Params.EMPTY, named)).isEqualTo("jambi.go.id");
    assertThat(jurisdiction(params("jurisdiction_id", "jambi.go.id"), fields))
        .isEqualTo("jambi.go.id");
    assertThat(jurisdiction(params("jurisdiction_id", "jambi.go.id"), named))
        .isEqualTo("jambi.go.id");
    assertThat(jurisdiction(Params.EMPTY, fields)).isEmpty();
    assertThat(violations(INPUT, parts(params("jurisdiction_id", "other"), named)))
        .containsExactly("jurisdiction_id: conflict");
  }

  private static String jurisdiction(Params query, Params fields) {
    return value(INPUT, parts(query, fields)).jurisdictionId().orElse("");
  }

  private static RequestParts parts(Params query, Params fields) {
    return new RequestParts(Map.of(), query, Headers.EMPTY, new Body.Form(fields, List.of()));
  }

  @Test
  void write_severalAnswers_usesTheSpellingOfTheStandard() {
    NewReport report =
        NewReport.builder(new ServiceCode("1"), Location.ofAddressId("7"))
            .attribute("A", List.of("1", "2"))
            .attribute("B", "3")
            .build();

    RequestParts parts = INPUT.write(Scoped.in("jambi.go.id", report));

    assertThat(parts.query().entries()).isEmpty();
    assertThat(parts.form())
        .isEqualTo(
            params(
                "service_code", "1",
                "address_id", "7",
                "attribute[A][]", "1",
                "attribute[A][]", "2",
                "attribute[B]", "3",
                "jurisdiction_id", "jambi.go.id"));
  }
}
