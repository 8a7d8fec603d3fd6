package id.simpul.identity.federation;

import static id.simpul.identity.federation.Statements.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.Corpus;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The metadata policy vectors of Connect2id: an anchor's policy and an intermediate's for the
 * parameters of one entity type, what they merge into, and what becomes of metadata under it. A
 * case counts as accepted only when both results are those of the vector.
 */
@Tag("vectors")
class MetadataPolicyVectorsTest {
  /** Where our verdict is another on purpose: by the number of the case, the clause. None is. */
  private static final Map<String, String> DEVIATIONS = Map.of();

  private final Corpus corpus = Corpus.open("openid-federation", "policy");

  @Test
  void mergeAndApply_wholeCorpus_agrees() throws Exception {
    int cases = 0;
    for (Path file : corpus.jsonFiles()) {
      if (!file.getFileName().toString().startsWith("policy")) {
        continue;
      }
      for (JsonObject testCase : corpus.cases(file)) {
        cases++;
        count(file, testCase);
      }
    }
    corpus.report(cases);
  }

  private void count(Path file, JsonObject testCase) {
    String number = ((JsonNumber) testCase.get("n").orElseThrow()).lexeme();
    String id = file + " / " + number;
    Optional<String> wrong = difference(testCase);
    String clause = DEVIATIONS.get(number);
    if (wrong.isPresent() && clause != null) {
      corpus.deviating(id, clause);
    } else if (wrong.isPresent() || clause != null) {
      corpus.failed(id, wrong.orElse("is listed as deviating, and does not"));
    } else if (testCase.get("error").isPresent()) {
      corpus.refused();
    } else {
      corpus.accepted();
    }
  }

  /** How our verdict differs from that of the vector, or empty. */
  private static Optional<String> difference(JsonObject testCase) {
    MetadataPolicy superior = policy(testCase, "TA");
    MetadataPolicy subordinate = policy(testCase, "INT");
    Optional<MetadataPolicy> merged = attempt(() -> superior.merge(subordinate));
    if (!merged.equals(ofType(testCase, "merged").map(MetadataPolicyVectorsTest::parsed))) {
      return Optional.of("merges otherwise: " + merged.isPresent());
    }
    JsonObject metadata = ofType(testCase, "metadata").orElseThrow();
    Optional<JsonObject> resolved = merged.flatMap(p -> attempt(() -> p.apply(metadata)));
    return resolved.equals(ofType(testCase, "resolved"))
        ? Optional.empty()
        : Optional.of("resolves otherwise: " + resolved.isPresent());
  }

  private static <T> Optional<T> attempt(Supplier<T> made) {
    try {
      return Optional.of(made.get());
    } catch (TrustException e) {
      assertThat(e.reason()).isEqualTo(Reason.POLICY_VIOLATED);
      return Optional.empty();
    }
  }

  private static MetadataPolicy policy(JsonObject testCase, String member) {
    return parsed(ofType(testCase, member).orElseThrow());
  }

  private static MetadataPolicy parsed(JsonObject metadataPolicy) {
    return MetadataPolicy.parse(metadataPolicy, Set.of());
  }

  private static Optional<JsonObject> ofType(JsonObject testCase, String member) {
    Optional<JsonValue> parameters = testCase.get(member);
    return parameters.map(p -> JsonObject.builder().put(TYPE, p).build());
  }
}
