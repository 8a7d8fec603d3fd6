package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Verifies the marks that the subject of a chain shows, of those types that are asked for. A mark
 * that does not hold spoils nothing else: it is left out and noted.
 */
final class MarkResolution {
  private static final Set<Reason> NOT_ASKED = Set.of(Reason.UNREACHABLE, Reason.BUDGET_EXCEEDED);

  private final ResolverSettings settings;
  private final TrustChain chain;
  private final Trail trail;

  MarkResolution(ResolverSettings settings, TrustChain chain, Trail trail) {
    this.settings = settings;
    this.chain = chain;
    this.trail = trail;
  }

  /**
   * Verifies them.
   *
   * @param issuers resolves their issuers to the anchor of the chain
   * @return one mark of a type at most
   */
  List<TrustMark> verify(TrustResolver issuers) {
    Map<String, TrustMark> verified = new LinkedHashMap<>();
    int left = ResolutionBudget.MAX_TRUST_MARKS;
    for (PublishedTrustMark mark : chain.subject().trustMarks()) {
      if (!settings.markTypes().contains(mark.type()) || verified.containsKey(mark.type())) {
        continue;
      }
      try {
        if (left-- <= 0) {
          throw refuse(Reason.BUDGET_EXCEEDED, "shows too many trust marks");
        }
        verified.put(mark.type(), verify(mark, issuers));
      } catch (TrustException e) {
        trail.refusedMark(e);
        if (NOT_ASKED.contains(e.reason())) {
          trail.unsureMark(mark.type());
        }
      }
    }
    return new ArrayList<>(verified.values());
  }

  private TrustMark verify(PublishedTrustMark mark, TrustResolver issuers) {
    EntityConfiguration anchor =
        chain
            .anchorConfiguration()
            .orElseThrow(() ->
                refuse(Reason.NOT_AUTHORISED, "has a chain without what the anchor says of marks"));
    return settings.marks().verify(mark, subject(), anchor, issuers);
  }

  private EntityId subject() {
    return chain.subject().subject();
  }

  private TrustException refuse(Reason reason, String what) {
    return new TrustException(reason, subject().value(), what, "trust_marks");
  }
}
