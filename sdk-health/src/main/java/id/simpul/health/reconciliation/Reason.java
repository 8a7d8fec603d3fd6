package id.simpul.health.reconciliation;

/** Why a finding is what it is. Codes are stable and listed in {@code docs/register.md}. */
public enum Reason {
  /** Both name the dose by the same identifier. */
  IDENTIFIER_SHARED("both name the dose by the same identifier", "pengenal dosisnya sama"),
  /** Both have the same NIK. */
  NIK_SAME("the NIK is the same", "NIK sama"),
  /** The NIKs differ as by one slip of a typist. */
  NIK_ONE_SLIP("the NIKs differ by one slip of typing", "NIK berbeda satu salah ketik"),
  /** The date in a NIK is not the birth date its own record has. */
  NIK_CONTRADICTS_BIRTH_DATE(
      "the date in a NIK is not the birth date of its own record",
      "tanggal dalam NIK tidak sesuai tanggal lahir pada catatannya"),
  /** What stands in the field for the NIK cannot be one. */
  NIK_MALFORMED("a NIK is written that cannot exist", "tertulis NIK yang tidak mungkin ada"),
  /** A record has no NIK. */
  NIK_ABSENT("a record has no NIK", "ada catatan tanpa NIK"),
  /** The NIKs have nothing in common. */
  NIK_DIFFERENT("the NIKs are different", "NIK berbeda"),
  /** The names are the same words. */
  NAME_SAME("the names are the same", "nama sama"),
  /** The names are alike but for an initial, a word left out or one slip. */
  NAME_CLOSE("the names are nearly the same", "nama hampir sama"),
  /** The names are different. */
  NAME_DIFFERENT("the names are different", "nama berbeda"),
  /** The birth dates are the same. */
  BIRTH_DATE_SAME("the birth date is the same", "tanggal lahir sama"),
  /** The birth dates differ by one digit, or by day and month. */
  BIRTH_DATE_ONE_SLIP(
      "the birth dates differ by one slip of typing", "tanggal lahir berbeda satu salah ketik"),
  /** The birth dates are different. */
  BIRTH_DATE_DIFFERENT("the birth dates are different", "tanggal lahir berbeda"),
  /** A record has no birth date, so that nothing shows whose its NIK is. */
  BIRTH_DATE_ABSENT("a record has no birth date", "ada catatan tanpa tanggal lahir"),
  /** The person was told by name and birth date alone. */
  PERSON_BY_NAME_AND_BIRTH_DATE(
      "the person was told by name and birth date alone",
      "orangnya hanya dikenali dari nama dan tanggal lahir"),
  /** The dose number is the same. */
  DOSE_NUMBER_SAME("the dose number is the same", "nomor dosis sama"),
  /** The lot is the same. */
  LOT_SAME("the lot is the same", "nomor lot sama"),
  /** The day is the same. */
  DATE_SAME("the day is the same", "tanggalnya sama"),
  /** The days are one apart. */
  DATE_ONE_DAY_APART("the days are one apart", "tanggalnya berselisih satu hari"),
  /** A register has the dose in more than one record. */
  RECORDED_TWICE(
      "a register has it more than once", "tercatat lebih dari sekali dalam satu register"),
  /** A record that was made by mistake has been replaced by another one. */
  RECORD_REPLACED(
      "a record made by mistake has been replaced", "catatan yang keliru telah diganti"),
  /** A register says its record should never have been made. */
  ENTERED_IN_ERROR(
      "a register has marked its record as made by mistake",
      "sebuah register menandai catatannya sebagai keliru"),
  /** Two contents claim to be the newest version of one record. */
  VERSION_UNCLEAR(
      "two contents claim to be the newest version of one record",
      "ada dua isi untuk versi terbaru satu catatan"),
  /** One register has an identifier of the dose for other people, too. */
  IDENTIFIER_OF_SEVERAL(
      "an identifier of the dose stands for several people",
      "satu pengenal dosis dipakai untuk beberapa orang"),
  /** The other register has nothing that could be it. */
  ONLY_HERE("the other register has nothing like it", "register lain tidak memilikinya"),
  /** There are several candidates, and choosing one would be chance. */
  AMBIGUOUS(
      "there are several candidates, and none was chosen",
      "ada beberapa calon pasangan, dan tidak ada yang dipilih"),
  /** Another record has this NIK with another name or birth date. */
  NIK_HELD_BY_ANOTHER(
      "the NIK stands with another name or birth date elsewhere",
      "NIK ini tercatat dengan nama atau tanggal lahir lain"),
  /** Another record has what seems to be the same person with another NIK. */
  NIK_TYPO_SUSPECTED(
      "this name and birth date stand with another NIK elsewhere",
      "nama dan tanggal lahir ini tercatat dengan NIK lain"),
  /** Another record may be of the same dose. */
  POSSIBLY_RECORDED(
      "another record may be of the same dose",
      "ada catatan lain yang mungkin untuk dosis yang sama"),
  /** Counting the person's doses by day gives another dose number. */
  DOSE_NUMBER_NOT_AS_COUNTED(
      "counting the person's doses by day gives another number",
      "hitungan dosis menurut tanggal memberi nomor lain"),
  /** More records than are compared with each other. */
  TOO_MANY_RECORDS(
      "there are too many records to compare with each other",
      "terlalu banyak catatan untuk saling dibandingkan");

  private final String english;
  private final String indonesian;

  Reason(String english, String indonesian) {
    this.english = english;
    this.indonesian = indonesian;
  }

  /**
   * The stable code.
   *
   * @return for example {@code nik-one-slip}
   */
  public String code() {
    return Codes.of(this);
  }

  /**
   * The reason for a person, without values.
   *
   * @param language the language
   * @return a clause without capital and full stop
   */
  public String text(Language language) {
    return language.choose(english, indonesian);
  }
}
