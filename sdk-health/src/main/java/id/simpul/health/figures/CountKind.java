package id.simpul.health.figures;

/** What a count counts from. */
public enum CountKind {
  /** From the beginning to the end of the period. Never negative. */
  CUMULATIVE,
  /** Within the period. Negative when earlier counts were too high. */
  DAILY
}
