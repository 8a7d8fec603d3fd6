package id.simpul.benchmarks.federation;

import static id.simpul.benchmarks.federation.ChainQuestion.CHECKS;
import static id.simpul.benchmarks.federation.ChainQuestion.SIMPUL;

import id.simpul.benchmarks.federation.ChainQuestion.Known;
import id.simpul.benchmarks.identity.Question;
import id.simpul.benchmarks.identity.Target;
import id.simpul.identity.SignatureAlgorithm;
import java.util.List;

/** What is asked of chains of trust. */
public final class ChainQuestions {
  private static final double MOST_MICROS_CACHED = 50;

  /** At most 1.1 times what the signatures take. */
  private static final List<Target> COLD = List.of(new Target.Speed(SIMPUL, CHECKS, 1 / 1.1));

  private ChainQuestions() {}

  /**
   * All of them.
   *
   * @return in the order of the report
   */
  public static List<Question> all() {
    return List.of(
        new ChainQuestion(
            "chain-cached",
            "four statements, Ed25519, resolved before",
            SignatureAlgorithm.ED25519,
            Known.CHAIN,
            List.of(new Target.Time(SIMPUL, MOST_MICROS_CACHED))),
        new ChainQuestion(
            "chain-cold-ed25519",
            "four new statements, Ed25519, with keys met before",
            SignatureAlgorithm.ED25519,
            Known.KEYS,
            COLD),
        new ChainQuestion(
            "chain-cold-es256",
            "four new statements, ES256, with keys met before",
            SignatureAlgorithm.ES256,
            Known.KEYS,
            COLD),
        new ChainQuestion(
            "chain-first-ed25519",
            "four new statements, Ed25519, and four new keys on either side",
            SignatureAlgorithm.ED25519,
            Known.NOTHING,
            COLD),
        new ChainQuestion(
            "chain-first-es256",
            "four new statements, ES256, and four new keys on either side",
            SignatureAlgorithm.ES256,
            Known.NOTHING,
            COLD));
  }
}
