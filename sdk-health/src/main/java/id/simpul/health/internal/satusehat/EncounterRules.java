package id.simpul.health.internal.satusehat;

import id.simpul.health.fhir.Encounter;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.Period;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rules for an encounter. */
public final class EncounterRules {
  private static final int IDENTIFIER = 10117;
  private static final int SUBJECT = 10118;
  private static final int PARTICIPANT = 10119;
  private static final int LOCATION = 10120;
  private static final int PERIOD = 10121;
  private static final int STATUS_HISTORY = 10122;
  private static final int PERIOD_START = 10123;
  private static final int SERVICE_PROVIDER = 10124;
  private static final int PERIOD_END = 10173;
  private static final String MPDN = "mpdn";
  private static final String FINISHED = "finished";

  private EncounterRules() {}

  /**
   * Checks an encounter.
   *
   * @param encounter the encounter
   * @param found where violations go
   */
  public static void check(Encounter encounter, RuleFindings found) {
    found.require(!encounter.identifier().isEmpty(), IDENTIFIER, "identifier");
    found.require(encounter.subject().isPresent(), SUBJECT, "subject");
    List<Encounter.Participant> participants = encounter.participant();
    if (!isFromMpdn(encounter)
        && participants.stream().noneMatch(p -> p.individual().isPresent())) {
      found.add(PARTICIPANT, "participant.individual", "a value is required");
    }
    if (encounter.location().stream().noneMatch(l -> l.location().isPresent())) {
      found.add(LOCATION, "location.location", "a value is required");
    }
    found.require(!encounter.statusHistory().isEmpty(), STATUS_HISTORY, "statusHistory");
    found.require(encounter.serviceProvider().isPresent(), SERVICE_PROVIDER, "serviceProvider");
    checkPeriod(encounter, found);
  }

  // Notifications of mothers' and newborns' deaths name nobody who took part (10336).
  private static boolean isFromMpdn(Encounter encounter) {
    return encounter.identifier().stream()
        .anyMatch(i -> i.system().orElse("").toLowerCase(Locale.ROOT).contains(MPDN));
  }

  private static void checkPeriod(Encounter encounter, RuleFindings found) {
    Optional<Period> period = encounter.period();
    found.require(period.isPresent(), PERIOD, "period");
    if (period.isEmpty()) {
      return;
    }
    found.require(period.get().start().isPresent(), PERIOD_START, "period.start");
    if (encounter.status().equals(Optional.of(FINISHED))) {
      found.require(period.get().end().isPresent(), PERIOD, "period.end");
    }
    Optional<Instant> start = period.get().start().flatMap(FhirDateTime::toInstant);
    Optional<Instant> end = period.get().end().flatMap(FhirDateTime::toInstant);
    if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
      found.add(PERIOD_END, "period.end", "must be later than the start");
    }
  }
}
