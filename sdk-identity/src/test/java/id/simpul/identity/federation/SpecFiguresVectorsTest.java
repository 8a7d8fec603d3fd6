package id.simpul.identity.federation;

import static id.simpul.identity.testing.Corpus.text;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.TrustException;
import id.simpul.identity.testing.Corpus;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The figures of OpenID Federation: statements, marks and metadata are read, requests are made of
 * identifiers of ours, drawn federations are built. A figure that is not well-formed JSON counts as
 * invalid. Where our verdict is another on purpose, {@link SpecFigureJudge} names the clause.
 */
@Tag("vectors")
class SpecFiguresVectorsTest {
  private final Corpus corpus = Corpus.open("openid-federation", "figures");

  @Test
  void judge_everyFigure_agrees() throws Exception {
    int cases = 0;
    for (Path file : corpus.jsonFiles()) {
      if (file.getFileName().toString().startsWith("spec-figures")) {
        for (JsonObject figure : corpus.cases(file)) {
          cases++;
          count(new SpecFigure(text(figure, "name"), text(figure, "text")));
        }
      }
    }
    corpus.report(cases);
  }

  private void count(SpecFigure figure) {
    String verdict;
    try {
      verdict = new SpecFigureJudge().judge(figure);
    } catch (TrustException e) {
      verdict = "failed: " + e.getMessage();
    }
    switch (verdict) {
      case "accepted" -> corpus.accepted();
      case "refused" -> corpus.refused();
      default -> {
        if (verdict.startsWith("failed: ")) {
          corpus.failed(figure.name(), verdict);
        } else {
          corpus.deviating(figure.name(), verdict);
        }
      }
    }
  }
}
