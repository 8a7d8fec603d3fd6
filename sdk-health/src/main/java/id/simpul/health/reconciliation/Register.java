package id.simpul.health.reconciliation;

/** One of the two registers that are reconciled. */
public enum Register {
  /** The national register, whose persons are verified with the civil registry. */
  NATIONAL("national", "nasional"),
  /** The register of the region, which is nearer to where doses are given. */
  REGIONAL("regional", "daerah");

  private final String english;
  private final String indonesian;

  Register(String english, String indonesian) {
    this.english = english;
    this.indonesian = indonesian;
  }

  /**
   * The other register.
   *
   * @return the one this is not
   */
  public Register other() {
    return this == NATIONAL ? REGIONAL : NATIONAL;
  }

  String word(Language language) {
    return language.choose(english, indonesian);
  }
}
