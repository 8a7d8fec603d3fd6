package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.federation.EntityIds;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The statements of one resolution, each asked for once at most (OpenID Federation 1.1, section
 * 10.1), also when the answer was none. Not thread-safe.
 */
final class FetchedStatements {
  private final StatementFetcher fetcher;
  private final LoopbackPolicy loopback;
  private final Spending spending;
  private final StatementReader reader;
  private final Map<StatementName, Answer<ReceivedStatement>> answers = new HashMap<>();

  FetchedStatements(
      StatementFetcher fetcher,
      LoopbackPolicy loopback,
      Spending spending,
      StatementReader reader) {
    this.fetcher = fetcher;
    this.loopback = loopback;
    this.spending = spending;
    this.reader = reader;
  }

  /** Statements at hand; no other can be had. */
  static FetchedStatements of(List<ReceivedStatement> given, StatementReader reader) {
    FetchedStatements statements =
        new FetchedStatements(
            new NoFetcher(), LoopbackPolicy.production(), new Spending(() -> 0), reader);
    given.forEach(s -> statements.answers.put(s.name(), new Answer<>(s, null)));
    return statements;
  }

  /**
   * The statement of a name.
   *
   * @throws TrustException when it cannot be had or breaks a rule; the same every time
   */
  ReceivedStatement get(StatementName name) {
    Answer<ReceivedStatement> answer = answers.get(name);
    if (answer == null) { // not computeIfAbsent: asking for a statement may ask for another
      answer = Answer.of(() -> ask(name));
      answers.put(name, answer);
    }
    return answer.orThrow();
  }

  ReceivedStatement configuration(EntityId entity) {
    return get(StatementName.configurationOf(entity));
  }

  /** Takes a statement as the one to be had, without asking for it. */
  void assume(ReceivedStatement statement) {
    answers.put(statement.name(), new Answer<>(statement, null));
  }

  /** What an entity says of itself when that is known already; asks nobody. */
  Optional<ReceivedStatement> atHand(EntityId entity) {
    return Optional.ofNullable(answers.get(StatementName.configurationOf(entity)))
        .flatMap(Answer::found);
  }

  private ReceivedStatement ask(StatementName name) {
    String token = spending.fetch(name.toString(), call(name));
    return reader.read(token, name);
  }

  private Function<FetchLimits, String> call(StatementName name) {
    EntityId issuer = loopback.check(name.issuer());
    EntityId subject = loopback.check(name.subject());
    if (name.isConfiguration()) {
      return limits -> fetcher.configuration(subject, limits);
    }
    URI endpoint = endpoint(configuration(issuer));
    return limits -> fetcher.subordinate(endpoint, issuer, subject, limits);
  }

  private URI endpoint(ReceivedStatement issuer) {
    String claim = "federation_fetch_endpoint";
    URI endpoint =
        issuer
            .fetchEndpoint()
            .orElseThrow(() -> issuer.refuse(Reason.MALFORMED, "names no fetch endpoint", claim));
    EntityIds.originOf(endpoint).ifPresent(loopback::check);
    return endpoint;
  }
}
