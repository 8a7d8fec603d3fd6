package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Finds the ways from a subject up to anchors, the shortest first, one at a time and without
 * recursion. A way that loops, is too long or leads nowhere is noted and left (OpenID Federation
 * 1.1, section 10.1). Configurations only show the way here; none is believed. Not thread-safe.
 */
final class PathFinder {
  private final FetchedStatements statements;
  private final Set<EntityId> anchors;
  private final Trail trail;
  private final Queue<Path> open = new ArrayDeque<>();

  PathFinder(FetchedStatements statements, Set<EntityId> anchors, Trail trail) {
    this.statements = statements;
    this.anchors = anchors;
    this.trail = trail;
    open.add(Path.from(trail.subject()));
  }

  /** The next way that ends at an anchor, or empty when there is no other. */
  Optional<Path> next() {
    while (!open.isEmpty()) {
      Path path = open.remove();
      if (extend(path) && anchors.contains(path.top())) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  private boolean extend(Path path) {
    try {
      List<EntityId> hints = statements.configuration(path.top()).configuration().authorityHints();
      if (hints.isEmpty() && !anchors.contains(path.top())) {
        throw refuse(Reason.NO_CHAIN, path.top(), "names nobody above it and is no anchor of ours");
      }
      follow(path, hints);
      return true;
    } catch (TrustException e) {
      trail.deadEnd(e);
      return false;
    }
  }

  private void follow(Path path, List<EntityId> hints) {
    List<EntityId> superiors = anchorsFirst(hints);
    for (int i = 0; i < superiors.size(); i++) {
      EntityId superior = superiors.get(i);
      if (i >= ResolutionBudget.MAX_HINTS) {
        String what = "names more than " + ResolutionBudget.MAX_HINTS + " above it";
        trail.deadEnd(refuse(Reason.BUDGET_EXCEEDED, path.top(), what));
        return;
      }
      if (path.contains(superior)) {
        String what = "stands above itself, which is a loop";
        trail.deadEnd(refuse(Reason.NO_CHAIN, superior, what));
      } else if (path.isFull() && !anchors.contains(superior)) {
        String what = "is more than " + ResolutionBudget.MAX_PATH_LENGTH + " intermediates up";
        trail.deadEnd(refuse(Reason.BUDGET_EXCEEDED, superior, what));
      } else {
        open.add(path.up(superior));
      }
    }
  }

  private List<EntityId> anchorsFirst(List<EntityId> hints) {
    Set<EntityId> ordered = new LinkedHashSet<>(hints);
    ordered.retainAll(anchors);
    ordered.addAll(hints);
    return new ArrayList<>(ordered);
  }

  private static TrustException refuse(Reason reason, EntityId who, String what) {
    return new TrustException(reason, who.value(), what, "authority_hints");
  }
}
