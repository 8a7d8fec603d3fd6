package id.simpul.health.reconciliation;

import id.simpul.health.internal.reconciliation.Spellings;
import java.util.Optional;

/** The fields that are compared, and the table of whose value stands. */
public enum DoseField {
  /** The NIK. */
  NIK(FieldPolicy.NATIONAL_WINS, "NIK", "NIK"),
  /** The name. */
  NAME(FieldPolicy.NATIONAL_WINS, "name", "nama"),
  /** The birth date. */
  BIRTH_DATE(FieldPolicy.NATIONAL_WINS, "birth date", "tanggal lahir"),
  /** The kind of vaccine. */
  VACCINE_GROUP(FieldPolicy.ORIGINATOR_WINS, "vaccine group", "kelompok vaksin"),
  /** The day. */
  DATE(FieldPolicy.ORIGINATOR_WINS, "day", "tanggal vaksinasi"),
  /** The number in the series. */
  DOSE_NUMBER(FieldPolicy.AS_COUNTED, "dose number", "nomor dosis"),
  /** The lot of the vial. */
  LOT(FieldPolicy.ORIGINATOR_WINS, "lot", "nomor lot"),
  /** The day the vial expires. */
  EXPIRY(FieldPolicy.ORIGINATOR_WINS, "expiry", "tanggal kedaluwarsa"),
  /** The place. */
  LOCATION(FieldPolicy.ORIGINATOR_WINS, "location", "lokasi"),
  /** What became of the dose. */
  STATUS(FieldPolicy.ERROR_WINS, "status", "status");

  private final FieldPolicy policy;
  private final String english;
  private final String indonesian;

  DoseField(FieldPolicy policy, String english, String indonesian) {
    this.policy = policy;
    this.english = english;
    this.indonesian = indonesian;
  }

  /**
   * Whose value stands.
   *
   * @return the rule of this field
   */
  public FieldPolicy policy() {
    return policy;
  }

  /**
   * The stable code.
   *
   * @return for example {@code dose-number}
   */
  public String code() {
    return Codes.of(this);
  }

  /** Whether it says who the person is. */
  boolean personal() {
    return policy == FieldPolicy.NATIONAL_WINS;
  }

  /** What a statement says, as it is compared; personal, so for comparing alone. */
  Optional<?> value(DoseStatement s) {
    return switch (this) {
      case NIK -> s.person().nikDigits();
      case NAME -> Optional.of(Spellings.words(s.person().name()));
      case BIRTH_DATE -> s.person().birthDate();
      case VACCINE_GROUP -> Optional.of(s.group().code());
      case DATE -> Optional.of(s.date());
      case DOSE_NUMBER -> s.doseNumber();
      case LOT -> s.lot().map(Spellings::code);
      case EXPIRY -> s.expiry();
      case LOCATION -> s.location().map(Spellings::code);
      case STATUS -> Optional.of(s.status());
    };
  }

  String word(Language language) {
    return language.choose(english, indonesian);
  }
}
