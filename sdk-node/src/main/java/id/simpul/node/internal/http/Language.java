package id.simpul.node.internal.http;

import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Violation;
import java.util.Locale;
import java.util.Map;

/**
 * The language errors are described in: Indonesian when {@code Accept-Language} asks for it first,
 * English otherwise. Codes never change with the language.
 */
enum Language {
  /** English: the violation's own words. */
  ENGLISH(Map.of()),
  /** Indonesian: a sentence per rule. */
  INDONESIAN(
      Map.of(
          Violation.REQUIRED, "wajib diisi",
          Violation.TYPE, "bentuknya tidak sesuai",
          Violation.RANGE, "berada di luar batas",
          Violation.LENGTH, "terlalu panjang",
          Violation.CHOICE, "bukan salah satu pilihan yang ada",
          Violation.CONFLICT, "bertentangan dengan isian lain",
          Violation.NOT_FOUND, "tidak ditemukan",
          Violation.MALFORMED, "tidak dapat dibaca",
          Violation.UNSUPPORTED, "tidak didukung simpul ini"));

  private final Map<String, String> sentences;

  Language(Map<String, String> sentences) {
    this.sentences = sentences;
  }

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
    String sentence = sentences.get(violation.code());
    // English stands in brackets for whoever needs the exact limit.
    return sentence == null
        ? violation.toString()
        : violation.where() + ": " + sentence + " (" + violation.message() + ")";
  }
}
