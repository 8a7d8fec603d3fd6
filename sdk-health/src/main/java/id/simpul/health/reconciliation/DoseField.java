package id.simpul.health.reconciliation;

import id.simpul.health.internal.reconciliation.Spellings;
import java.util.Optional;
import java.util.function.Function;

/** The fields that are compared, and the table of whose value stands. */
public enum DoseField {
  /** The NIK. */
  NIK(FieldPolicy.NATIONAL_WINS, s -> s.person().nik().map(WrittenNik::digits), "NIK", "NIK"),
  /** The name. */
  NAME(
      FieldPolicy.NATIONAL_WINS,
      s -> Optional.of(Spellings.words(s.person().name())),
      "name",
      "nama"),
  /** The birth date. */
  BIRTH_DATE(FieldPolicy.NATIONAL_WINS, s -> s.person().birthDate(), "birth date", "tanggal lahir"),
  /** The kind of vaccine. */
  VACCINE_GROUP(
      FieldPolicy.ORIGINATOR_WINS,
      s -> Optional.of(s.group().code()),
      "vaccine group",
      "kelompok vaksin"),
  /** The day. */
  DATE(FieldPolicy.ORIGINATOR_WINS, s -> Optional.of(s.date()), "day", "tanggal vaksinasi"),
  /** The number in the series. */
  DOSE_NUMBER(FieldPolicy.AS_COUNTED, DoseStatement::doseNumber, "dose number", "nomor dosis"),
  /** The lot of the vial. */
  LOT(FieldPolicy.ORIGINATOR_WINS, s -> s.lot().map(Spellings::code), "lot", "nomor lot"),
  /** The day the vial expires. */
  EXPIRY(FieldPolicy.ORIGINATOR_WINS, DoseStatement::expiry, "expiry", "tanggal kedaluwarsa"),
  /** The place. */
  LOCATION(
      FieldPolicy.ORIGINATOR_WINS, s -> s.location().map(Spellings::code), "location", "lokasi"),
  /** What became of the dose. */
  STATUS(FieldPolicy.ERROR_WINS, s -> Optional.of(s.status()), "status", "status");

  private final FieldPolicy policy;
  private final Function<DoseStatement, Optional<?>> value;
  private final String english;
  private final String indonesian;

  DoseField(
      FieldPolicy policy,
      Function<DoseStatement, Optional<?>> value,
      String english,
      String indonesian) {
    this.policy = policy;
    this.value = value;
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
  Optional<?> value(DoseStatement statement) {
    return value.apply(statement);
  }

  String word(Language language) {
    return language.choose(english, indonesian);
  }
}
