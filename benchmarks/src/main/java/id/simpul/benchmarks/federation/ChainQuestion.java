package id.simpul.benchmarks.federation;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.identity.Contender;
import id.simpul.benchmarks.identity.Question;
import id.simpul.benchmarks.identity.Target;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import id.simpul.identity.federation.ChainResolver;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A city trusted by a chain of four statements, all on Bouncy Castle. The statements are at hand;
 * what a network would take is not asked.
 *
 * @param name its name
 * @param title what is asked
 * @param algorithm what statements are signed with
 * @param known what the resolver has met before
 * @param targets what we want
 */
record ChainQuestion(
    String name, String title, SignatureAlgorithm algorithm, Known known, List<Target> targets)
    implements Question {
  static final String SIMPUL = "simpul";
  static final String CHECKS = "four signatures alone";

  /** What a resolver has met before. */
  enum Known {
    /** The chain itself, which is kept. */
    CHAIN,
    /** The keys, in older statements. */
    KEYS,
    /** The anchor's pinned keys. */
    NOTHING
  }

  @Override
  public List<String> contenders() {
    return List.of(SIMPUL, CHECKS);
  }

  @Override
  public Contender open(String contender) {
    Chain chain = new Chain(algorithm);
    return Contender.of(contender.equals(SIMPUL) ? ours(chain) : checks(chain));
  }

  private Callable<?> ours(Chain chain) {
    ChainResolver resolver = chain.resolver();
    List<String> statements = chain.statements();
    resolver.validate(statements);
    for (int i = 0; i < statements.size(); i++) {
      checkRefused(resolver, statements, i);
    }
    resolver.resolve(Chain.CITY);
    return switch (known) {
      case CHAIN -> () -> resolver.resolve(Chain.CITY);
      case KEYS -> () -> resolver.validate(statements);
      case NOTHING -> () -> chain.resolver().validate(statements);
    };
  }

  private Callable<?> checks(Chain chain) {
    Checks checks = new Checks(chain, known == Known.NOTHING);
    checks.call();
    return checks;
  }

  private static void checkRefused(ChainResolver resolver, List<String> statements, int index) {
    List<String> changed = new ArrayList<>(statements);
    changed.set(index, withAnotherSignature(statements.get(index)));
    try {
      resolver.validate(changed);
    } catch (TrustException e) {
      return;
    }
    throw BenchmarkException.invalid(SIMPUL, "accepts a changed statement");
  }

  private static String withAnotherSignature(String statement) {
    int dot = statement.lastIndexOf('.');
    byte[] signature = Base64.getUrlDecoder().decode(statement.substring(dot + 1));
    signature[signature.length / 2] ^= 1;
    return statement.substring(0, dot + 1)
        + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }
}
