package id.simpul.benchmarks.identity;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.credential.CredentialQuestions;
import id.simpul.benchmarks.federation.ChainQuestions;
import id.simpul.benchmarks.http.HttpQuestions;
import id.simpul.benchmarks.jws.JwsQuestions;
import java.util.List;
import java.util.stream.Stream;

/** Everything that is asked of the identity module. */
final class Questions {
  static final List<Question> ALL =
      Stream.of(
              JwsQuestions.all(),
              CredentialQuestions.all(),
              HttpQuestions.all(),
              ChainQuestions.all())
          .flatMap(List::stream)
          .toList();

  private Questions() {}

  /** Those whose names begin in a certain way. */
  static List<Question> beginning(String prefix) {
    List<Question> found = ALL.stream().filter(q -> q.name().startsWith(prefix)).toList();
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
