package id.simpul.node.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Params;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Resource;
import id.simpul.health.wire.ResourceSearch;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.security.KeyedDigest;
import id.simpul.node.internal.store.FhirSearch;
import id.simpul.node.internal.store.FhirWrite;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {
  private static final Place PLACE = new Place(URI.create("https://jambi.example/fhir/r4"));
  private static final SearchTerms TERMS = terms(new byte[32]);
  private static final String PERSON =
      """
      {"resourceType": "Patient", "gender": "male", "birthDate": "1990-02-03",
       "identifier": [{"system": "https://x.example/id/", "value": "7"}, {"value": "8"}],
       "name": [{"text": "Dú Balo-Mira", "given": ["Zozo"]}]}
      """;

  private static SearchTerms terms(byte[] secret) {
    return new SearchTerms(new KeyedDigest(secret, "test"), PLACE);
  }

  private static Resource read(String json) throws FormatException {
    return FhirJson.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Resource dose(String reference) throws FormatException {
    return read(
        """
        {"resourceType": "Immunization", "status": "completed",
         "vaccineCode": {"coding": [{"system": "http://hl7.org/fhir/sid/cvx", "code": "210"}]},
         "patient": {"reference": "%s"}, "occurrenceDateTime": "2026-11-20"}
        """
            .formatted(reference));
  }

  private static FhirSearch search(String kind, String name, String value) {
    ResourceSearch asked = new ResourceSearch(kind, Params.EMPTY.with(name, value));
    return new SearchReader(TERMS, asked, false).read().search();
  }

  private static boolean finds(Resource resource, String name, String value) {
    return search(resource.resourceType(), name, value).terms().stream()
        .allMatch(any -> any.stream().anyMatch(TERMS.index(resource).terms()::contains));
  }

  @ParameterizedTest
  @CsvSource({
    "name,dub,false",
    "name,du b,true",
    "name,DU BALO,true",
    "name,balo,true",
    "name,mir,true",
    "name,zoz,true",
    "name,alo,false",
    "name,du balo mira,true",
    "name,du balo mirax,false",
    "birthdate,1990,true",
    "birthdate,1990-02,true",
    "birthdate,eq1990-02-03,true",
    "birthdate,1990-03,false",
    "gender,male,true",
    "gender,female,false",
    "gender,'female,male',true",
    "gender,http://hl7.org/fhir/administrative-gender|male,true",
    "gender,http://hl7.org/fhir/administrative-gender|female,false",
    "gender,https://x.example|male,false",
    "identifier,7,true",
    "identifier,https://x.example/id|7,true",
    "identifier,https://x.example/id/|7,true",
    "identifier,https://y.example|7,false",
    "identifier,|8,true",
    "identifier,|7,false",
    "identifier,*|7,false",
    "identifier,' 7 ',true"
  })
  void index_ofAPerson_isFoundByThat(String name, String value, boolean found)
      throws FormatException {
    assertThat(finds(read(PERSON), name, value)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "Patient/p1,p1,true",
    "Patient/p1,Patient/p1,true",
    "Patient/p1/_history/3,https://jambi.example/fhir/r4/Patient/p1,true",
    "https://jambi.example/fhir/r4/Patient/p1,p1,true",
    "Patient/p1,p2,false",
    "https://jakarta.example/fhir/r4/Patient/p1,p1,false",
    "https://jakarta.example/fhir/r4/Patient/p1,https://jakarta.example/fhir/r4/Patient/p1,true",
    "https://jakarta.example/fhir/r4/Group/p1,https://jakarta.example/fhir/r4/Group/p1,false"
  })
  void index_ofADose_isFoundByItsPatient(String reference, String asked, boolean found)
      throws FormatException {
    assertThat(finds(dose(reference), "patient", asked)).isEqualTo(found);
  }

  @Test
  void index_manyTerms_atAndPastTheMost() throws FormatException {
    assertThat(TERMS.index(named(codes(FhirWrite.MAX_TERMS / 2))).terms())
        .hasSize(FhirWrite.MAX_TERMS);
    Resource tooMany = named(codes(FhirWrite.MAX_TERMS / 2 + 1));
    assertThatThrownBy(() -> TERMS.index(tooMany)).isInstanceOf(IllegalArgumentException.class);
  }

  // Two terms each: in its system, and in whichever.
  private static String codes(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"value\":\"" + i + "\"}")
        .collect(Collectors.joining(",", "\"identifier\":[", "]"));
  }

  private static Resource named(String members) throws FormatException {
    return read("{\"resourceType\":\"Organization\"," + members + "}");
  }

  @Test
  void index_nameOfManyWords_isGivenUpBeforeAllItsBeginningsAreMade() throws FormatException {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      words.append(Integer.toString(i, Character.MAX_RADIX)).append(' ');
    }
    Resource resource = named("\"name\":\"" + words + "\"");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

    assertThatThrownBy(() -> TERMS.index(resource)).isInstanceOf(IllegalArgumentException.class);

    long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertThat(allocated).isLessThan(16L * 1024 * 1024);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9900014107900001 ",
        " 9900014107900001",
        "990001 410790 0001",
        "\u00a09900014107900001",
        "\uff19\uff19\uff10\uff10\uff10\uff11\uff14\uff11"
            + "\uff10\uff17\uff19\uff10\uff10\uff10\uff10\uff11"
      })
  void index_populationNumberTypedOtherwise_isTheSame(String typed) throws FormatException {
    Resource plain = numbered("9900014107900001");
    Resource other = numbered(typed);

    assertThat(TERMS.index(other)).isEqualTo(TERMS.index(plain));
    assertThat(TERMS.index(other).unique()).hasSize(1);
    assertThat(finds(plain, "identifier", typed)).isTrue();
    assertThat(finds(other, "identifier", "https://fhir.kemkes.go.id/id/nik|9900014107900001"))
        .isTrue();
  }

  private static Resource numbered(String nik) throws FormatException {
    return read(
        """
        {"resourceType": "Patient",
         "identifier": [{"system": "https://fhir.kemkes.go.id/id/nik", "value": "%s"}]}
        """
            .formatted(nik));
  }

  @Test
  void index_statusOfADose_isFoundInItsSystem() throws FormatException {
    Resource dose = dose("Patient/p1");

    assertThat(finds(dose, "status", "http://hl7.org/fhir/event-status|completed")).isTrue();
    assertThat(finds(dose, "status", "http://hl7.org/fhir/event-status|not-done")).isFalse();
    assertThat(finds(dose, "status", "http://hl7.org/fhir/observation-status|completed")).isFalse();
  }

  @Test
  void index_anotherSecret_sharesNothing() throws FormatException {
    byte[] other = new byte[32];
    other[0] = 1;

    assertThat(terms(other).index(read(PERSON)).terms())
        .doesNotContainAnyElementsOf(TERMS.index(read(PERSON)).terms());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", " a- ", "", "--"})
  void read_textTooShort_isRefused(String text) {
    assertThatThrownBy(() -> search("Patient", "name", text)).isInstanceOf(Refusal.class);
  }

  @Test
  void read_text_atAndPastTheMostCharacters() {
    assertThat(search("Patient", "name", "a".repeat(SearchTerms.MAX_TEXT)).terms()).hasSize(1);
    assertThatThrownBy(() -> search("Patient", "name", "a".repeat(SearchTerms.MAX_TEXT + 1)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void read_parametersAndAlternatives_atAndPastTheMost() {
    assertThat(gendered(FhirSearch.MAX_CONDITIONS).terms()).hasSize(FhirSearch.MAX_CONDITIONS);
    assertThatThrownBy(() -> gendered(FhirSearch.MAX_CONDITIONS + 1)).isInstanceOf(Refusal.class);
    assertThat(search("Patient", "_id", ids(FhirSearch.MAX_ALTERNATIVES)).ids()).hasSize(1);
    assertThatThrownBy(() -> search("Patient", "_id", ids(FhirSearch.MAX_ALTERNATIVES + 1)))
        .isInstanceOf(Refusal.class);
  }

  private static FhirSearch gendered(int times) {
    Params.Builder params = Params.builder();
    for (int i = 0; i < times; i++) {
      params.add("gender", "male");
    }
    return new SearchReader(TERMS, new ResourceSearch("Patient", params.build()), false)
        .read()
        .search();
  }

  private static String ids(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add("id" + i);
    }
    return String.join(",", ids);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22,2026-11-22T00:00:00Z,2026-11-22T23:59:59.999999Z",
    "ge2026-11-22,2026-11-22T00:00:00Z,",
    "gt2026-11-22,2026-11-23T00:00:00Z,",
    "le2026-11-22,,2026-11-22T23:59:59.999999Z",
    "lt2026-11-22,,2026-11-21T23:59:59.999999Z",
    "gt2026-11-22T01:00:00+07:00,2026-11-21T18:00:01Z,",
    "ge2026-11-22T01:00:00.5Z,2026-11-22T01:00:00.500Z,"
  })
  void narrow_value_leavesASpan(String value, String from, String to) {
    UpdateSpan span = new UpdateSpan();

    assertThat(span.narrow(value)).isTrue();
    assertThat(String.valueOf(span.span().from())).isEqualTo(String.valueOf(from));
    assertThat(String.valueOf(span.span().to())).isEqualTo(String.valueOf(to));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2026-13-01", "2026-11", "ap2026-11-22", "besok", "2026-11-22T25:00:00Z"})
  void narrow_whatIsNoTime_isRefused(String value) {
    assertThat(new UpdateSpan().narrow(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"maruf", "ma'ruf", "Ma\u2019ruf", "MA\u02beRUF", "ma`ruf", "nur"})
  void index_nameWithAnApostrophe_isFoundHoweverItIsTyped(String asked) throws FormatException {
    Resource person =
        read("{\"resourceType\": \"Patient\", \"name\": [{\"text\": \"Ma'ruf An-Nur\"}]}");

    assertThat(finds(person, "name", asked)).isTrue();
    assertThat(finds(person, "name", "ruf")).isFalse();
  }
}
