package id.simpul.examples.twocities;

import id.simpul.identity.EntityId;
import id.simpul.identity.federation.ChainReport;
import id.simpul.identity.federation.ChainResolver;
import id.simpul.identity.federation.HttpStatementFetcher;
import id.simpul.identity.federation.LoopbackPolicy;
import id.simpul.identity.federation.StatementFetcher;
import id.simpul.identity.federation.TrustResolver;
import java.security.SecureRandom;
import java.util.List;

/** How the apps find out whom to trust: they know the national anchor, and nobody else. */
final class Chains implements AutoCloseable {
  private static final LoopbackPolicy DEVELOPMENT =
      LoopbackPolicy.allowInsecureLoopbackForDevelopment();

  private final Office anchor;
  private final HttpStatementFetcher fetcher = new HttpStatementFetcher(DEVELOPMENT.addresses());
  private final ChainResolver resolver;

  Chains(Office anchor) {
    this.anchor = anchor;
    this.resolver = resolver(fetcher);
  }

  private ChainResolver resolver(StatementFetcher statements) {
    return ChainResolver.builder(List.of(anchor.anchor()), statements)
        .loopback(DEVELOPMENT)
        .build();
  }

  TrustResolver trust() {
    return resolver;
  }

  /**
   * Tells why a city is trusted, and that a forged statement about it is not.
   *
   * @param terminal where
   * @param city the city
   */
  void tell(Terminal terminal, City city) {
    terminal.chapter("Why Jakarta's app trusts " + city.name());
    ChainReport report = resolver.explain(city.entity());
    StoryException.require(
        report.problem().isEmpty(), city.name(), "is not trusted: " + report, "chain of trust");
    terminal.lines(lines(report));
    ChainReport forged = forged(city.entity());
    String reason =
        forged
            .problem()
            .map(p -> p.fault().what() + " [" + p.fault().code() + "]")
            .orElseThrow(() ->
                new StoryException(city.name(), "is trusted by a forged chain", "chain of trust"));
    terminal.step("forged chain", "somebody answers in the province's name -> " + reason);
  }

  private ChainReport forged(EntityId victim) {
    return resolver(new ForgedStatement(fetcher, victim, new SecureRandom())).explain(victim);
  }

  private static List<String> lines(ChainReport report) {
    return report.toText().lines().map(line -> line.isEmpty() ? line : "   " + line).toList();
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
