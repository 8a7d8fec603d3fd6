package id.simpul.health.reconciliation;

/**
 * What could be done about a finding. Reconciling does nothing of it: whoever does sends it to the
 * register it is for, and only if nothing has changed there since.
 */
public sealed interface Suggestion permits PatchSuggestion, AdditionSuggestion {
  /**
   * The register it is for.
   *
   * @return where something would change
   */
  Register register();
}
