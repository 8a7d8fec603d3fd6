package id.simpul.identity.federation;

import id.simpul.identity.jose.JwkSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Verifies one chain (OpenID Federation 1.1, sections 4 and 10.2): first all that costs little,
 * then the signatures from the anchor down, so that no key is used before somebody trusted vouches
 * for it. Not thread-safe.
 */
final class ChainVerification {
  private final List<ReceivedStatement> statements;
  private final TrustAnchor anchor;
  private final FetchedStatements known;
  private final Signatures signatures;
  private final AttemptTrail trail;

  /**
   * A chain to be verified.
   *
   * @param known whatever else is at hand, such as what intermediates say of themselves
   */
  ChainVerification(
      List<ReceivedStatement> statements,
      TrustAnchor anchor,
      FetchedStatements known,
      Signatures signatures,
      AttemptTrail trail) {
    this.statements = statements;
    this.anchor = anchor;
    this.known = known;
    this.signatures = signatures;
    this.trail = trail;
  }

  TrustChain verify() {
    ChainShape.check(statements, anchor.id(), trail);
    checkConstraints();
    return verifySignatures();
  }

  /** Section 6.2: those of each statement, by themselves. */
  private void checkConstraints() {
    for (int i = 1; i < statements.size() && !isConfiguration(i); i++) {
      trail.at(i);
      Constraints constraints = statements.get(i).subordinate().constraints();
      constraints.checkPathLength(i - 1);
      for (int below = 1; below <= i; below++) {
        constraints.checkName(statements.get(below).name().subject());
      }
    }
  }

  private TrustChain verifySignatures() {
    Deque<EntityStatement> verified = new ArrayDeque<>();
    JwkSet keys = anchor.keys();
    for (int i = statements.size() - 1; i >= 0; i--) {
      trail.at(i);
      ReceivedStatement statement = statements.get(i);
      boolean configuration = statement.name().isConfiguration();
      // A configuration counts when it is signed with a key that it lists and somebody vouches for.
      JwkSet accepted = configuration ? SharedKeys.of(statement, keys) : keys;
      VerifiedStatement good = signatures.verify(statement, accepted);
      verified.addFirst(
          configuration ? new EntityConfiguration(good) : new SubordinateStatement(good));
      keys = configuration ? accepted : keysBelow(i, good);
      trail.holds();
    }
    return new TrustChain(anchor.id(), new ArrayList<>(verified), keys);
  }

  /**
   * Section 3.2: the key of a statement is one that its issuer lists itself. So an intermediate's
   * configuration, where it is at hand, takes keys away; it can add none, and is not verified.
   */
  private JwkSet keysBelow(int index, VerifiedStatement good) {
    return index == 1
        ? good.keys()
        : known
            .atHand(statements.get(index).name().subject())
            .map(own -> SharedKeys.of(own, good.keys()))
            .orElse(good.keys());
  }

  private boolean isConfiguration(int index) {
    return statements.get(index).name().isConfiguration();
  }
}
