package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A chain that came as a list of statements (OpenID Federation 1.1, section 4.3). */
final class StaticChain {
  private static final String WHERE = "trust_chain";

  private final ResolverSettings settings;
  private final List<ReceivedStatement> statements;
  private final StatementReader reader;

  /**
   * Reads the statements.
   *
   * @throws TrustException for the first that breaks a rule of its own
   */
  StaticChain(ResolverSettings settings, List<String> tokens) {
    if (tokens.isEmpty() || tokens.size() > ResolutionBudget.MAX_STATEMENTS) {
      String what = "has 1 to " + ResolutionBudget.MAX_STATEMENTS + " statements";
      throw new TrustException(Reason.BUDGET_EXCEEDED, "trust chain", what, WHERE);
    }
    this.settings = settings;
    this.statements = new ArrayList<>();
    this.reader = settings.reader();
    for (int i = 0; i < tokens.size(); i++) {
      String who = "statement " + (i + 1) + " of the chain";
      ReceivedStatement statement = reader.read(tokens.get(i), who);
      settings.loopback().check(statement.name().issuer());
      settings.loopback().check(statement.name().subject());
      statements.add(statement);
    }
  }

  Outcome resolve() {
    StatementName last = statements.get(statements.size() - 1).name();
    TrustAnchor anchor = settings.anchors().get(last.issuer());
    if (anchor == null) {
      String what = "is not issued by an anchor of ours";
      throw new TrustException(Reason.NO_CHAIN, last.toString(), what, WHERE);
    }
    EntityId subject = statements.get(0).name().subject();
    Trail trail = new Trail(subject);
    List<StatementName> names = statements.stream().map(ReceivedStatement::name).toList();
    Optional<ResolvedEntity> entity =
        Resolution.offline(settings, statements, reader).attempt(names, anchor, trail, true);
    return entity
        .map(e -> new Outcome(e, trail.trusted(e.expiresAt())))
        .orElseGet(() -> new Outcome(null, trail.refused()));
  }
}
