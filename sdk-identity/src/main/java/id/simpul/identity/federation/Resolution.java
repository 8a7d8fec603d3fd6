package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.jose.JwkSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One resolution: tries the ways up, the shortest first, until a chain holds. Whatever it needs
 * besides, such as the issuers of trust marks, comes out of the same budget. Not thread-safe.
 */
final class Resolution {
  private final ResolverSettings settings;
  private final FetchedStatements statements;
  private final Signatures signatures = new Signatures();

  private Resolution(ResolverSettings settings, FetchedStatements statements) {
    this.settings = settings;
    this.statements = statements;
  }

  static Resolution start(ResolverSettings settings) {
    StatementReader reader = settings.reader();
    Spending spending = new Spending(settings.ticker());
    return new Resolution(
        settings, new FetchedStatements(settings.fetcher(), settings.loopback(), spending, reader));
  }

  /** A resolution with what is given here and no network. */
  static Resolution offline(
      ResolverSettings settings, List<ReceivedStatement> given, StatementReader reader) {
    return new Resolution(settings, FetchedStatements.of(given, reader));
  }

  /**
   * Resolves an entity.
   *
   * @param anchors those that a chain may end at
   */
  Outcome resolve(EntityId subject, Map<EntityId, TrustAnchor> anchors) {
    return find(subject, anchors, true);
  }

  private Outcome find(EntityId subject, Map<EntityId, TrustAnchor> anchors, boolean withMarks) {
    Trail trail = new Trail(subject);
    PathFinder paths = new PathFinder(statements, anchors.keySet(), trail);
    for (Optional<Path> path = paths.next(); path.isPresent(); path = paths.next()) {
      TrustAnchor anchor = Objects.requireNonNull(anchors.get(path.get().top()));
      Optional<ResolvedEntity> entity = attempt(path.get().statements(), anchor, trail, withMarks);
      if (entity.isPresent()) {
        return new Outcome(entity.get(), trail.trusted(entity.get().expiresAt()));
      }
    }
    return new Outcome(null, trail.refused());
  }

  /** Tries one chain whose statements may still have to be fetched. */
  Optional<ResolvedEntity> attempt(
      List<StatementName> names, TrustAnchor anchor, Trail trail, boolean withMarks) {
    AttemptTrail attempt = trail.attempt(names);
    try {
      List<ReceivedStatement> received = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        attempt.at(i);
        ReceivedStatement statement = statements.get(names.get(i));
        attempt.read(statement);
        received.add(statement);
      }
      TrustChain chain =
          new ChainVerification(received, anchor, statements, signatures, attempt).verify();
      JsonObject metadata = ResolvedMetadata.of(chain, attempt);
      return Optional.of(
          ResolvedEntity.of(trail.subject(), metadata, chain.expiresAt(), nodeKeys(chain))
              .withChain(chain, withMarks ? marks(chain, trail) : List.of()));
    } catch (TrustException e) {
      attempt.failed(e);
      return Optional.empty();
    }
  }

  /**
   * Whether somebody who speaks in a chain takes back what it said there. What its subject hides or
   * adds makes no difference, since a suspended one would do both: the subject is asked nothing.
   */
  boolean isTakenBack(TrustChain kept) {
    statements.assume(kept.subject().received());
    Trail trail = new Trail(kept.subject().subject());
    TrustAnchor anchor = Objects.requireNonNull(settings.anchors().get(kept.anchor()));
    List<StatementName> names =
        kept.statements().stream().map(statement -> statement.received().name()).toList();
    if (attempt(names, anchor, trail, false).isPresent()) {
      return false;
    }
    return trail.attempts().stream()
        .flatMap(attempt -> Stream.ofNullable(attempt.problem()))
        .anyMatch(problem -> Outcome.isWord(problem.reason()));
  }

  private Function<JsonObject, JwkSet> nodeKeys(TrustChain chain) {
    int length = chain.subject().token().length();
    return jwks -> settings.keySets().read(jwks, length);
  }

  private List<TrustMark> marks(TrustChain chain, Trail trail) {
    TrustAnchor anchor = Objects.requireNonNull(settings.anchors().get(chain.anchor()));
    Map<EntityId, TrustAnchor> same = Map.of(anchor.id(), anchor);
    return new MarkResolution(settings, chain, trail)
        .verify(issuer -> find(issuer, same, false).orThrow());
  }
}
