package id.simpul.examples;

import id.simpul.core.format.FormatException;
import id.simpul.health.certificate.HcertContent;
import id.simpul.health.certificate.HealthEvent;
import id.simpul.health.certificate.VerifiedHealthCard;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Immunization;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.type.FhirDate;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.HumanName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a verified certificate says, line by line, to hold against the person who shows it. */
final class CertificateLines {
  private CertificateLines() {}

  static List<String> of(HcertContent content) {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "name",
            content.name().given()
                + " "
                + content.name().family()
                + (" (" + content.name().standardisedGiven())
                + (" " + content.name().standardisedFamily() + ")")));
    lines.add(line("date of birth", content.dateOfBirth()));
    lines.add(line("says", content.event().kind() + " of " + content.event().disease()));
    lines.addAll(of(content.event()));
    return lines;
  }

  private static List<String> of(HealthEvent event) {
    if (event instanceof HealthEvent.Vaccination vaccination) {
      HealthEvent.Dose dose = vaccination.dose();
      return List.of(
          line("dose", dose.number() + " of " + dose.total()), line("day", vaccination.date()));
    }
    if (event instanceof HealthEvent.TestResult test) {
      String result = test.result().result();
      return List.of(
          line(
              "result",
              result
                  + (result.equals(HealthEvent.Result.NOT_DETECTED) ? " (not detected)" : "")
                  + (result.equals(HealthEvent.Result.DETECTED) ? " (detected)" : "")),
          line("sampled", test.result().sampledAt()));
    }
    HealthEvent.Period period = ((HealthEvent.Recovery) event).period();
    return List.of(
        line("first positive", period.firstPositive()),
        line("counts", period.from() + " to " + period.until()));
  }

  static List<String> of(VerifiedHealthCard card) {
    List<String> lines = new ArrayList<>();
    lines.add(line("issuer", card.issuer()));
    try {
      Bundle bundle = FhirJson.of(card.fhirBundle(), Bundle.TYPE);
      for (Patient patient : bundle.resources(Patient.TYPE)) {
        patient.name().forEach(name -> lines.add(line("name", words(name))));
        lines.add(line("date of birth", patient.birthDate().map(FhirDate::text).orElse("-")));
      }
      for (Immunization dose : bundle.resources(Immunization.TYPE)) {
        String day = dose.occurrenceDateTime().map(FhirDateTime::text).orElse("-");
        lines.add(line("says", "Immunization " + dose.status().orElse("-") + ", " + day));
      }
      bundle.entry().stream()
          .flatMap(entry -> entry.resource().stream())
          .map(resource -> resource.resourceType())
          .filter(type -> !type.equals("Patient") && !type.equals("Immunization"))
          .forEach(type -> lines.add(line("says", type)));
    } catch (FormatException e) {
      lines.add(line("says", "what cannot be shown here: " + e.getMessage()));
    }
    return lines;
  }

  private static String words(HumanName name) {
    String whole = String.join(" ", name.given()) + " " + name.family().orElse("");
    return whole.isBlank() ? name.text().orElse("-") : whole.strip();
  }

  // Nothing a certificate says moves the cursor of a terminal.
  private static String line(String what, String value) {
    return String.format(Locale.ROOT, "  %-14s %s", what, value.replaceAll("\\p{C}", "?"));
  }
}
