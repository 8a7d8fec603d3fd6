package id.simpul.health.reconciliation;

import java.util.List;
import java.util.Set;

/** All that makes a finding. */
record Judgement(
    MatchClass classification,
    Sides sides,
    Set<Reason> reasons,
    List<FieldDecision> decisions,
    List<Suggestion> suggestions,
    Facts facts) {

  List<DoseStatement> side(Register register) {
    return sides.all(register);
  }
}
