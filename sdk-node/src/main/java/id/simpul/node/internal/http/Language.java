package id.simpul.node.internal.http;

import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Violation;
import id.simpul.health.vaccination.wire.VaccinationV1;
import java.util.Locale;

/**
 * The language errors are described in: Indonesian when {@code Accept-Language} asks for it first,
 * English otherwise. Codes never change with the language.
 */
enum Language {
  /** English: the violation's own words. */
  ENGLISH,
  /** Indonesian: a sentence per rule. */
  INDONESIAN;

  static Language of(Headers request) {
    String wanted = request.first("Accept-Language").orElse("").toLowerCase(Locale.ROOT).strip();
    return wanted.equals("id")
            || wanted.startsWith("id-")
            || wanted.startsWith("id,")
            || wanted.startsWith("id;")
        ? INDONESIAN
        : ENGLISH;
  }

  String describe(Violation violation) {
    if (this == ENGLISH) {
      return violation.toString();
    }
    return violation.where() + ": " + text(violation);
  }

  /** What is wrong, without where. */
  String text(Violation violation) {
    // English stands in brackets for whoever needs the exact limit.
    return this == ENGLISH
        ? violation.message()
        : indonesian(violation.code()) + " (" + violation.message() + ")";
  }

  private static String indonesian(String code) {
    return switch (code) {
      case Violation.REQUIRED -> "wajib diisi";
      case Violation.TYPE -> "bentuknya tidak sesuai";
      case Violation.RANGE -> "berada di luar batas";
      case Violation.LENGTH -> "terlalu panjang";
      case Violation.CHOICE -> "bukan salah satu pilihan yang ada";
      case Violation.CONFLICT -> "bertentangan dengan isian lain";
      case Violation.NOT_FOUND -> "tidak ditemukan";
      case Violation.MALFORMED -> "tidak dapat dibaca";
      case Violation.UNSUPPORTED -> "tidak didukung simpul ini";
      case VaccinationV1.FULL -> "kuota sudah penuh";
      case VaccinationV1.TOO_MANY_HOLDS -> "terlalu banyak tempat dipegang sekaligus";
      case VaccinationV1.CLOSED -> "jadwal sudah dimulai atau selesai";
      case VaccinationV1.ALREADY_BOOKED -> "sudah terdaftar pada program ini";
      case VaccinationV1.EXPIRED -> "waktu untuk mendaftar sudah habis";
      case VaccinationV1.NOT_HELD -> "tempat ini tidak lagi dipegang";
      case VaccinationV1.FULFILLED -> "vaksinasi sudah dilakukan";
      case VaccinationV1.NOT_CONFIRMED -> "pendaftaran belum dikonfirmasi";
      case VaccinationV1.RECORD_TAKEN -> "catatan vaksinasi ini sudah dipakai pendaftaran lain";
      case VaccinationV1.SLOT_IN_USE -> "sudah ada pendaftar pada jadwal ini";
      default -> "tidak dapat diterima";
    };
  }
}
