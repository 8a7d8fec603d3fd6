package id.simpul.health.reconciliation;

/** What a finding comes to. */
public enum MatchClass {
  /** Both registers name the dose by the same identifier, and nothing contradicts it. */
  SAME,
  /** The same person, vaccine group, day (within one) and dose number or lot. */
  SAME_DOSE,
  /**
   * Names and birth date agree and the NIKs do not, in a way that a slip explains: one digit wrong,
   * missing, too many or swapped with its neighbour, or digits that contradict the birth date.
   */
  LIKELY_NIK_TYPO,
  /** The NIK is the same, and both name and birth date contradict each other. */
  WRONG_PERSON,
  /** The regional register alone has it. */
  MISSING_NATIONAL,
  /** The national register alone has it. */
  MISSING_REGIONAL,
  /** One register alone has a record, of a dose that was not given or one it has taken back. */
  NOT_GIVEN,
  /**
   * It is the same dose, and the registers contradict each other; see the conflicting fields. Also
   * records of any register that are too many to tell.
   */
  CONFLICT;

  String text(Language language) {
    return switch (this) {
      case SAME -> language.choose("the same dose", "dosis yang sama");
      case SAME_DOSE ->
          language.choose("the same dose, by what is said of it", "dosis yang sama menurut isinya");
      case LIKELY_NIK_TYPO -> language.choose("probably a mistyped NIK", "NIK mungkin salah ketik");
      case WRONG_PERSON ->
          language.choose("recorded for the wrong person", "tercatat pada orang yang salah");
      case MISSING_NATIONAL ->
          language.choose("missing in the national register", "tidak ada di register nasional");
      case MISSING_REGIONAL ->
          language.choose("missing in the regional register", "tidak ada di register daerah");
      case NOT_GIVEN ->
          language.choose("no dose, by the one register that has it", "bukan dosis yang diberikan");
      case CONFLICT ->
          language.choose("the registers contradict each other", "kedua register bertentangan");
    };
  }
}
