package id.simpul.benchmarks.fhir;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.identity.Question;
import java.util.List;

/** What is asked of the reading and writing of health records. */
public final class FhirQuestions {
  private static final List<FhirQuestion> ALL =
      List.of(
          new FhirQuestion(
              "fhir-parse",
              "an Immunization of 1,900 bytes read, twelve fields taken out",
              RecordWork.PARSE,
              2),
          new FhirQuestion(
              "fhir-encode", "an Immunization that is at hand, written", RecordWork.ENCODE, 10),
          new FhirQuestion(
              "fhir-build", "an Immunization made with setters, and written", RecordWork.BUILD, 1),
          new FhirQuestion(
              "bulk-ndjson",
              "256 lines of NDJSON, Patients and Immunizations, into typed records",
              RecordWork.BULK,
              2));

  private FhirQuestions() {}

  /**
   * All of them.
   *
   * @return in the order of the report
   */
  public static List<Question> all() {
    return List.copyOf(ALL);
  }

  /**
   * The work of a question.
   *
   * @param name its name
   * @return the work
   */
  public static RecordWork work(String name) {
    return ALL.stream()
        .filter(question -> question.name().equals(name))
        .findFirst()
        .map(FhirQuestion::work)
        .orElseThrow(() -> BenchmarkException.setUp("question " + name, "is not known", null));
  }
}
