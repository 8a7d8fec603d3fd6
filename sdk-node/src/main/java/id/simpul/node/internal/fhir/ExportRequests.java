package id.simpul.node.internal.fhir;

import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.type.FhirInstant;
import id.simpul.node.internal.http.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what an export is asked for (Bulk Data Access 2.0, section 5.1), or refuses it whole. */
final class ExportRequests {
  private static final Set<String> FORMATS =
      Set.of("application/fhir+ndjson", "application/ndjson", "ndjson");

  private ExportRequests() {}

  /**
   * What is exported.
   *
   * @param types the kinds of resource
   * @param since only what was changed at this time or later, or null for all
   */
  record Wanted(Set<String> types, @Nullable Instant since) {
    Wanted {
      types = Set.copyOf(types);
    }
  }

  static Wanted read(Params params, Headers headers) {
    List<String> preferences =
        headers.all("Prefer").stream().map(v -> v.toLowerCase(Locale.ROOT)).toList();
    boolean lenient = preferences.stream().anyMatch(v -> v.contains("handling=lenient"));
    List<Violation> violations = new ArrayList<>();
    if (preferences.stream().noneMatch(v -> v.contains("respond-async"))) {
      violations.add(
          new Violation(
              Violation.REQUIRED, "Prefer", "an export is answered later: respond-async"));
    }
    Set<String> types = new LinkedHashSet<>();
    Instant since = null;
    for (Params.Param param : params.entries()) {
      switch (param.name()) {
        case "_type" -> types.addAll(types(param.value(), lenient, violations));
        case "_since" -> since = since(param.value(), violations).orElse(null);
        case "_outputFormat" -> format(param.value(), violations);
        default -> {
          if (!lenient) {
            violations.add(
                new Violation(Violation.UNSUPPORTED, param.name(), "is no parameter here"));
          }
        }
      }
    }
    boolean named = params.entries().stream().anyMatch(p -> p.name().equals("_type"));
    if (lenient && named && types.isEmpty()) {
      // Left out with the rest, it would ask for everything.
      violations.add(new Violation(Violation.CHOICE, "_type", "no kind that is kept here"));
    }
    if (!violations.isEmpty()) {
      throw Refusal.of(400, violations);
    }
    return new Wanted(types.isEmpty() ? RecordKinds.names() : types, since);
  }

  private static List<String> types(String names, boolean lenient, List<Violation> violations) {
    List<String> known = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      if (RecordKinds.has(name)) {
        known.add(name);
      } else if (!lenient) {
        violations.add(new Violation(Violation.CHOICE, "_type", "a kind that is not kept here"));
      }
    }
    return known;
  }

  private static Optional<Instant> since(String text, List<Violation> violations) {
    // A plus that was not encoded arrives as a space.
    Optional<Instant> time = FhirInstant.read(text.replace(' ', '+')).toInstant();
    if (time.isEmpty()) {
      violations.add(new Violation(Violation.MALFORMED, "_since", "must be an instant"));
    }
    return time;
  }

  private static void format(String text, List<Violation> violations) {
    if (!FORMATS.contains(text.replace(' ', '+'))) {
      violations.add(
          new Violation(Violation.CHOICE, "_outputFormat", "must be application/fhir+ndjson"));
    }
  }
}
