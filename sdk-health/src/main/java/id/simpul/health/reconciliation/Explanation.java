package id.simpul.health.reconciliation;

import id.simpul.health.internal.reconciliation.Edits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a finding for a person. Shows records, days and lots; masks names; shows no NIK. */
final class Explanation {
  private final Finding finding;
  private final Language language;
  private final List<String> lines = new ArrayList<>();

  Explanation(Finding finding, Language language) {
    this.finding = finding;
    this.language = language;
  }

  String text() {
    lines.add(finding.classification() + ": " + finding.classification().text(language));
    for (Register register : Register.values()) {
      finding.originals(register).forEach(this::original);
    }
    lines.add("  " + say("because: ", "sebab: ") + reasons());
    slip();
    finding.witness().ifPresent(w -> lines.add("  " + say("see: ", "lihat: ") + record(w)));
    finding
        .countedDoseNumber()
        .filter(n -> finding.reasons().contains(Reason.DOSE_NUMBER_NOT_AS_COUNTED))
        .ifPresent(n -> lines.add("  " + say("counted: dose ", "hitungan: dosis ") + n));
    finding.decisions().forEach(this::decision);
    finding.suggestions().forEach(this::suggestion);
    if (finding.suggestions().isEmpty() && needsPerson()) {
      lines.add("  " + say("a person has to decide", "perlu diputuskan petugas"));
    }
    return String.join("\n", lines);
  }

  private String say(String english, String indonesian) {
    return language.choose(english, indonesian);
  }

  private String reasons() {
    return finding.reasons().stream()
        .map(reason -> reason.text(language))
        .collect(Collectors.joining("; "));
  }

  private boolean needsPerson() {
    return switch (finding.classification()) {
      case SAME, SAME_DOSE, NOT_GIVEN -> false;
      default -> true;
    };
  }

  private void original(DoseStatement s) {
    StringBuilder line = new StringBuilder("  ").append(record(s));
    line.append(": ").append(Masks.name(s.person().name()));
    line.append(", ").append(Masks.digits(s.group().code())).append(", ").append(s.date());
    s.doseNumber().ifPresent(n -> line.append(say(", dose ", ", dosis ")).append(n));
    s.lot().ifPresent(lot -> line.append(", lot ").append(Masks.digits(lot)));
    s.expiry().ifPresent(day -> line.append(say(", expires ", ", kedaluwarsa ")).append(day));
    s.location().ifPresent(at -> line.append(say(", at ", ", di ")).append(Masks.digits(at)));
    line.append(status(s.status()));
    lines.add(line.toString());
  }

  private String status(DoseStatus status) {
    return switch (status) {
      case COMPLETED -> "";
      case NOT_DONE -> say(", not given", ", tidak diberikan");
      case ENTERED_IN_ERROR -> say(", taken back", ", ditarik");
    };
  }

  private String record(DoseStatement s) {
    return s.register().word(language)
        + " "
        + Masks.digits(s.recordId())
        + " "
        + say("version ", "versi ")
        + Masks.digits(s.version().tag());
  }

  /** Where two NIKs part, without a digit of them. */
  private void slip() {
    if (!finding.reasons().contains(Reason.NIK_ONE_SLIP)) {
      return;
    }
    for (DoseStatement n : finding.originals(Register.NATIONAL)) {
      for (DoseStatement r : finding.originals(Register.REGIONAL)) {
        Optional<String> a = n.person().nik().map(WrittenNik::digits);
        Optional<String> b = r.person().nik().map(WrittenNik::digits);
        if (a.isPresent() && b.isPresent() && Edits.one(a.get(), b.get())) {
          int digit = Edits.firstDifference(a.get(), b.get()) + 1;
          lines.add(
              "  " + say("the NIKs part at digit ", "NIK mulai berbeda pada digit ke-") + digit);
          return;
        }
      }
    }
  }

  private void decision(FieldDecision d) {
    String whose = d.stands().map(r -> r.word(language)).orElse("");
    String what =
        switch (d.basis()) {
          case ONLY_ONE_SAYS ->
              say("only the " + whose + " register says it", "hanya diisi register " + whose);
          case POLICY -> policy(d.field().policy(), whose);
          case UNDECIDED -> say("undecided", "belum dapat diputuskan");
        };
    lines.add("  " + d.field().word(language) + ": " + what);
  }

  private String policy(FieldPolicy policy, String whose) {
    String stands = say("the " + whose + " value stands", "berlaku nilai register " + whose);
    String why =
        switch (policy) {
          case NATIONAL_WINS -> say("verified with the civil registry", "terverifikasi Dukcapil");
          case ORIGINATOR_WINS -> say("recorded there first", "pertama kali dicatat di sana");
          case ERROR_WINS -> say("taken back there", "ditarik di sana");
          case AS_COUNTED -> say("as counted by day", "sesuai hitungan tanggal");
        };
    return stands + " (" + why + ")";
  }

  private void suggestion(Suggestion suggestion) {
    if (suggestion instanceof PatchSuggestion patch) {
      String fields =
          patch.changes().keySet().stream()
              .map(field -> field.word(language))
              .collect(Collectors.joining(", "));
      lines.add(
          "  "
              + say("suggested: change ", "saran: ubah ")
              + fields
              + say(" of ", " pada ")
              + record(patch.target())
              + say(", if it is still that version", ", jika versinya masih sama"));
    } else {
      lines.add(
          "  "
              + say("suggested: record it in the ", "saran: catat di register ")
              + suggestion.register().word(language)
              + say(" register", ""));
    }
  }
}
