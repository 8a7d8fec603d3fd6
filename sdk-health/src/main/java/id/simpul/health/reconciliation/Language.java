package id.simpul.health.reconciliation;

/** The languages findings explain themselves in. */
public enum Language {
  /** English. */
  ENGLISH,
  /** Indonesian. */
  INDONESIAN;

  String choose(String english, String indonesian) {
    return this == ENGLISH ? english : indonesian;
  }
}
