package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.fuzz.FuzzTarget;
import id.simpul.identity.EntityId;
import id.simpul.identity.federation.EntityConfiguration;
import id.simpul.identity.federation.EntityStatement;
import id.simpul.identity.federation.EntityStatementVerifier;
import id.simpul.identity.federation.ResolveResponseVerifier;
import id.simpul.identity.federation.SubordinateStatement;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The claims of what entities say, truly signed: of themselves, of others, and when they resolve.
 */
public final class StatementTarget implements FuzzTarget {
  private static final Instant NOW = Verifiers.NOW;
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final EntityId SUPERIOR = new EntityId(Verifiers.ISSUER);
  private static final EntityId SUBJECT = new EntityId("https://dinas.jambi.example");

  private final EntityStatementVerifier verifier = new EntityStatementVerifier(CLOCK);
  private final ResolveResponseVerifier resolver =
      new ResolveResponseVerifier(SUPERIOR, WellKnownKey.set(), CLOCK);

  /** Makes the target. */
  public StatementTarget() {}

  @Override
  public void run(byte[] input) {
    String statement = WellKnownKey.sign(EntityStatement.TYPE, input);
    Verifiers.attempt(() -> verifier.configuration(statement, SUPERIOR, WellKnownKey.set()))
        .ifPresent(StatementTarget::check);
    Verifiers.attempt(() -> verifier.subordinate(statement, SUPERIOR, SUBJECT, WellKnownKey.set()))
        .ifPresent(StatementTarget::check);
    String answer = WellKnownKey.sign("resolve-response+jwt", input);
    Verifiers.attempt(() -> resolver.trustingOwnNode(answer, SUBJECT))
        .ifPresent(entity -> require(entity.id().equals(SUBJECT), "is about another"));
  }

  private static void check(EntityConfiguration configuration) {
    require(configuration.issuer().equals(SUPERIOR), "is of another");
    require(configuration.subject().equals(SUPERIOR), "is about another");
    requireTimes(configuration);
  }

  private static void check(SubordinateStatement statement) {
    require(statement.issuer().equals(SUPERIOR), "is of another");
    require(statement.subject().equals(SUBJECT), "is about another");
    requireTimes(statement);
  }

  private static void requireTimes(EntityStatement statement) {
    require(statement.expiresAt().isAfter(NOW), "has expired");
    Instant latest = statement.issuedAt().plus(EntityStatement.MAX_LIFETIME);
    require(!statement.expiresAt().isAfter(latest), "lives too long");
    require(!statement.keys().keys().isEmpty(), "has no key");
  }
}
