package id.simpul.interop.hapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r4.model.Base;

/**
 * What HAPI FHIR says of the files Simpul wrote. In the folder that is named: {@code built.ndjson}
 * holds resources built with Simpul, which must have no validation error; {@code original.ndjson}
 * and {@code written.ndjson} hold a corpus as it came and as Simpul wrote it back, line by line,
 * which HAPI must read as equal.
 */
public final class Judge {
  private final FhirContext context = FhirContext.forR4();
  private int failures;

  private Judge() {}

  /**
   * Judges.
   *
   * @param arguments the folder
   * @throws IOException when a file cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Judge judge = new Judge();
    Path folder = Path.of(arguments[0]);
    judge.compare(
        Files.readAllLines(folder.resolve("original.ndjson")),
        Files.readAllLines(folder.resolve("written.ndjson")));
    judge.validate(Files.readAllLines(folder.resolve("built.ndjson")));
    System.exit(judge.failures == 0 ? 0 : 1);
  }

  private void compare(List<String> originals, List<String> written) {
    int same = 0;
    int unread = 0;
    for (int i = 0; i < originals.size(); i++) {
      Base original;
      try {
        original = (Base) context.newJsonParser().parseResource(originals.get(i));
      } catch (RuntimeException e) {
        // What HAPI cannot read, it cannot compare; Simpul's own test compares it to the byte.
        unread++;
        continue;
      }
      Base again = (Base) context.newJsonParser().parseResource(written.get(i));
      if (original.equalsDeep(again)) {
        same++;
      } else {
        fail("line " + (i + 1) + " of the corpus is another resource when written back");
      }
    }
    if (originals.size() != written.size() || same == 0) {
      fail("the corpus has " + originals.size() + " lines and " + written.size() + " come back");
    }
    System.out.printf(
        "ok HAPI reads %d of %d resources as equal, and cannot read %d%n",
        same, originals.size(), unread);
  }

  private void validate(List<String> built) {
    FhirValidator validator = Validators.of(context);
    int good = 0;
    for (String resource : built) {
      ValidationResult result = validator.validateWithResult(resource);
      List<SingleValidationMessage> errors =
          result.getMessages().stream()
              .filter(m -> m.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
              .toList();
      errors.forEach(e -> fail(e.getLocationString() + ": " + e.getMessage()));
      good += errors.isEmpty() ? 1 : 0;
    }
    if (built.isEmpty()) {
      fail("nothing was built");
    }
    System.out.printf("ok FhirValidator finds no error in %d of %d%n", good, built.size());
  }

  private void fail(String what) {
    failures++;
    System.out.println("FAILED " + what);
  }
}
