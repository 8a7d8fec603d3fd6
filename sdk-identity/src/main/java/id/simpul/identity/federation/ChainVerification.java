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
  private final Signatures signatures;
  private final AttemptTrail trail;

  ChainVerification(
      List<ReceivedStatement> statements,
      TrustAnchor anchor,
      Signatures signatures,
      AttemptTrail trail) {
    this.statements = statements;
    this.anchor = anchor;
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
      keys = configuration ? accepted : good.keys();
      trail.holds();
    }
    return new TrustChain(anchor.id(), new ArrayList<>(verified), keys);
  }

  private boolean isConfiguration(int index) {
    return statements.get(index).name().isConfiguration();
  }
}
