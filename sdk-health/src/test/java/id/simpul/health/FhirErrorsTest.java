package id.simpul.health;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Limits;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Problem;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.OperationOutcome;
import id.simpul.health.fhir.OperationOutcome.Issue;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.wire.FhirErrors;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirErrorsTest {
  private static byte[] bytes(int status, Problem... problems) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FhirErrors.JSON.write(new ErrorReport(status, List.of(problems)), out);
    return out.toByteArray();
  }

  private static List<Issue> issues(int status, Problem... problems) throws IOException {
    OperationOutcome outcome = FhirJson.read(bytes(status, problems), OperationOutcome.TYPE);
    assertThat(outcome.problems()).isEmpty();
    return outcome.issue();
  }

  @Test
  void write_severalProblems_areAnIssueEachWithItsPlace() throws IOException {
    List<Issue> issues =
        issues(
            400,
            new Problem(Violation.REQUIRED, "a value is required", "Immunization.status"),
            new Problem("per-1", "starts before it ends", "Encounter.period"));

    assertThat(issues)
        .extracting(i -> i.code().orElseThrow())
        .containsExactly("required", "invariant");
    assertThat(issues)
        .extracting(Issue::expression)
        .containsExactly(List.of("Immunization.status"), List.of("Encounter.period"));
  }

  @Test
  void write_placeThatIsNoElement_standsInTheText() throws IOException {
    Issue issue = issues(400, new Problem(Violation.RANGE, "1 to 100", "_count")).get(0);

    assertThat(issue.expression()).isEmpty();
    assertThat(issue.details().flatMap(CodeableConcept::text))
        .isEqualTo(Optional.of("_count: 1 to 100"));
  }

  @Test
  void write_wordThatIsAHeaderFieldOrAKind_isAnElementWhenItIsAKind() throws IOException {
    List<Issue> issues =
        issues(
            401,
            new Problem(Violation.UNAUTHORIZED, "a key is required", "Authorization"),
            new Problem("duplicate", "is there already", "Patient"));

    assertThat(issues).extracting(Issue::expression).containsExactly(List.of(), List.of("Patient"));
  }

  @ParameterizedTest
  @CsvSource({
    "400,400,invalid",
    "401,401,login",
    "403,403,forbidden",
    "404,404,not-found",
    "405,405,not-supported",
    "408,408,timeout",
    "412,412,conflict",
    "413,413,too-long",
    "422,422,processing",
    "429,429,throttled",
    "500,500,exception",
    "503,503,transient",
    "400,type,value",
    "400,range,value",
    "400,choice,code-invalid",
    "409,conflict,conflict",
    "400,malformed,structure",
    "400,unsupported,not-supported",
    "401,unauthorized,login",
    "400,duplicate,duplicate",
    "503,busy,throttled",
    "413,length,too-long"
  })
  void write_code_isTheStandards(int status, String code, String expected) throws IOException {
    assertThat(issues(status, new Problem(code, "x")).get(0).code())
        .isEqualTo(Optional.of(expected));
  }

  @Test
  void write_noProblems_isAnIssueAllTheSame() throws IOException {
    assertThat(issues(500)).hasSize(1);
  }

  @Test
  void read_whatWasWritten_isTheSameReport() throws IOException {
    Problem problem =
        new Problem("duplicate", "Found duplicate resource: Patient", "Patient.identifier");

    assertThat(
            FhirErrors.JSON.read(
                400, new ByteArrayInputStream(bytes(400, problem)), Limits.DEFAULT))
        .isEqualTo(new ErrorReport(400, List.of(problem)));
  }
}
