package id.simpul.benchmarks.identity;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.certificate.CertificateQuestions;
import id.simpul.benchmarks.credential.CredentialQuestions;
import id.simpul.benchmarks.federation.ChainQuestions;
import id.simpul.benchmarks.fhir.FhirQuestions;
import id.simpul.benchmarks.http.HttpQuestions;
import id.simpul.benchmarks.jws.JwsQuestions;
import java.util.List;
import java.util.stream.Stream;

/** Everything that is asked of signatures, tokens, credentials, certificates and records. */
final class Questions {
  /** Of the identity module. */
  static final List<Question> IDENTITY =
      Stream.of(
              JwsQuestions.all(),
              CredentialQuestions.all(),
              HttpQuestions.all(),
              ChainQuestions.all())
          .flatMap(List::stream)
          .toList();

  /** Of the health module. */
  static final List<Question> HEALTH =
      Stream.of(FhirQuestions.all(), CertificateQuestions.all()).flatMap(List::stream).toList();

  static final List<Question> ALL = Stream.of(IDENTITY, HEALTH).flatMap(List::stream).toList();

  private Questions() {}

  /** Those whose names begin in a certain way. */
  static List<Question> beginning(List<Question> questions, String prefix) {
    List<Question> found = questions.stream().filter(q -> q.name().startsWith(prefix)).toList();
    if (found.isEmpty()) {
      throw BenchmarkException.setUp("question " + prefix, "is not known", null);
    }
    return found;
  }

  static Question named(String name) {
    return ALL.stream()
        .filter(q -> q.name().equals(name))
        .findFirst()
        .orElseThrow(() -> BenchmarkException.setUp("question " + name, "is not known", null));
  }
}
