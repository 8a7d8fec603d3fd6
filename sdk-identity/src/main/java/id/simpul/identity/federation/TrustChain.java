package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.jose.JwkSet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The verified statements that lead from an entity to an anchor (OpenID Federation 1.1, section 4).
 * Made by {@link ChainResolver} alone. Immutable, thread-safe.
 */
public final class TrustChain {
  private final EntityId anchor;
  private final List<EntityStatement> statements;
  private final JwkSet subjectKeys;

  TrustChain(EntityId anchor, List<EntityStatement> statements, JwkSet subjectKeys) {
    this.anchor = anchor;
    this.statements = List.copyOf(statements);
    this.subjectKeys = subjectKeys;
  }

  /**
   * Where it ends.
   *
   * @return an anchor whose keys were pinned
   */
  public EntityId anchor() {
    return anchor;
  }

  /**
   * The statements: the subject's configuration, what each superior says of the one below, and the
   * anchor's configuration unless the chain came without it.
   *
   * @return 1 to {@link ResolutionBudget#MAX_STATEMENTS} statements; one alone when the subject is
   *     the anchor
   */
  public List<EntityStatement> statements() {
    return statements;
  }

  /**
   * What the subject says of itself.
   *
   * @return the first statement
   */
  public EntityConfiguration subject() {
    return (EntityConfiguration) statements.get(0);
  }

  /**
   * What the superiors say, the immediate one first.
   *
   * @return the statements between the configurations
   */
  public List<SubordinateStatement> subordinateStatements() {
    return statements.stream()
        .filter(SubordinateStatement.class::isInstance)
        .map(SubordinateStatement.class::cast)
        .toList();
  }

  /**
   * What the anchor says of itself.
   *
   * @return the last statement, or empty when the chain came without it
   */
  public Optional<EntityConfiguration> anchorConfiguration() {
    EntityStatement last = statements.get(statements.size() - 1);
    return last instanceof EntityConfiguration configuration
        ? Optional.of(configuration)
        : Optional.empty();
  }

  /**
   * The federation keys of the subject that its superior vouches for and that it lists itself.
   *
   * @return at least one key
   */
  public JwkSet subjectKeys() {
    return subjectKeys;
  }

  /**
   * Until when it holds (section 10.4).
   *
   * @return when the first of its statements runs out
   */
  public Instant expiresAt() {
    return statements.stream()
        .map(EntityStatement::expiresAt)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * The chain as it is handed on, for {@code trust_chain} (section 4.3).
   *
   * @return the statements in their order, each in compact serialisation
   */
  public List<String> tokens() {
    return statements.stream().map(EntityStatement::token).toList();
  }

  /** Whose it is and where it ends. */
  @Override
  public String toString() {
    return "trust chain of " + subject().subject() + " to " + anchor;
  }
}
