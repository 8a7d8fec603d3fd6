package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether statements stand in the order of a chain (OpenID Federation 1.1, section 4): the
 * subject's configuration, statements each about the issuer of the one before, and at the end the
 * anchor's configuration, which may be left out.
 */
final class ChainShape {
  private final List<ReceivedStatement> statements;
  private final EntityId anchor;
  private final AttemptTrail trail;

  private ChainShape(List<ReceivedStatement> statements, EntityId anchor, AttemptTrail trail) {
    this.statements = statements;
    this.anchor = anchor;
    this.trail = trail;
  }

  static void check(List<ReceivedStatement> statements, EntityId anchor, AttemptTrail trail) {
    ChainShape shape = new ChainShape(statements, anchor, trail);
    shape.checkLength();
    shape.checkEnds();
    shape.checkLinks();
    shape.checkHints();
  }

  private void checkEnds() {
    trail.at(0);
    if (!name(0).isConfiguration()) {
      throw refuse(0, Reason.MALFORMED, "is not what the subject says of itself", "iss, sub");
    }
    int last = statements.size() - 1;
    trail.at(last);
    if (!name(last).issuer().equals(anchor)) {
      throw refuse(last, Reason.NO_CHAIN, "is not issued by an anchor of ours", "iss");
    }
  }

  private void checkLinks() {
    Set<EntityId> subjects = new HashSet<>();
    for (int i = 0; i < statements.size(); i++) {
      trail.at(i);
      boolean inside = i > 0 && i < statements.size() - 1;
      if (inside && name(i).isConfiguration()) {
        throw refuse(i, Reason.MALFORMED, "is a configuration inside the chain", "iss, sub");
      }
      if (i > 0 && !name(i).subject().equals(name(i - 1).issuer())) {
        throw refuse(i, Reason.WRONG_SIGNER, "is not about the issuer of the one before", "sub");
      }
      // The first statement about the subject follows on its configuration, which names it, too.
      boolean known = i == 1 && !name(i).isConfiguration();
      if (!known && !subjects.add(name(i).subject())) {
        throw refuse(i, Reason.NO_CHAIN, "closes a loop", "sub");
      }
    }
    int last = statements.size() - 1;
    if (!name(last).isConfiguration() && subjects.contains(name(last).issuer())) {
      throw refuse(last, Reason.NO_CHAIN, "closes a loop", "iss");
    }
  }

  /** Section 3.2: who speaks of the subject is among those the subject names. */
  private void checkHints() {
    if (statements.size() == 1 || name(1).isConfiguration()) {
      return;
    }
    trail.at(1);
    List<EntityId> named = statements.get(0).configuration().authorityHints();
    if (!named.contains(name(1).issuer())) {
      throw refuse(1, Reason.WRONG_SIGNER, "is not by one the subject names above it", "iss");
    }
  }

  private void checkLength() {
    long intermediates = statements.stream().filter(s -> !s.name().isConfiguration()).count() - 1;
    if (intermediates > ResolutionBudget.MAX_PATH_LENGTH) {
      String limit = ResolutionBudget.MAX_PATH_LENGTH + " intermediates";
      throw refuse(0, Reason.BUDGET_EXCEEDED, "has too long a chain", limit);
    }
  }

  private StatementName name(int index) {
    return statements.get(index).name();
  }

  private TrustException refuse(int index, Reason reason, String what, String where) {
    return statements.get(index).refuse(reason, what, where);
  }
}
