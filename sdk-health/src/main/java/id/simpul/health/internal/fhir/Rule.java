package id.simpul.health.internal.fhir;

import id.simpul.core.format.JsonObject;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A constraint of FHIR R4 that is kept.
 *
 * @param key its name in the standard
 * @param text what it asks, for a person
 * @param test whether an object keeps it
 */
record Rule(String key, String text, Predicate<JsonObject> test) {
  /** Meals without a before or after (hl7.org/fhir/R4/valueset-event-timing.html). */
  private static final Set<String> MEALS = Set.of("C", "CM", "CD", "CV");

  private static final Map<String, Rule> ALL =
      Stream.of(
              rule(
                  "age-1",
                  "an age is more than nothing and has UCUM's code",
                  o -> Facts.isCoded(o) && Facts.isPositive(o)),
              rule(
                  "app-1",
                  "a participant has a type or an actor",
                  o -> Facts.any(o, "type", "actor")),
              rule(
                  "app-2",
                  "start and end are given together",
                  o -> Facts.has(o, "start") == Facts.has(o, "end")),
              rule(
                  "app-3",
                  "only a proposed, cancelled or waiting appointment has no start and end",
                  o ->
                      (Facts.has(o, "start") && Facts.has(o, "end"))
                          || Facts.is(o, "status", "proposed", "cancelled", "waitlist")),
              rule(
                  "app-4",
                  "only a cancelled or missed appointment has a reason for it",
                  o ->
                      !Facts.has(o, "cancelationReason")
                          || Facts.is(o, "status", "no-show", "cancelled")),
              rule(
                  "att-1",
                  "data has a contentType",
                  o -> !Facts.has(o, "data") || Facts.has(o, "contentType")),
              rule(
                  "bdl-1",
                  "only a search or a history has a total",
                  o -> !Facts.has(o, "total") || Facts.is(o, "type", "searchset", "history")),
              rule(
                  "bdl-2",
                  "only a search has entry.search",
                  o -> Facts.is(o, "type", "searchset") || Facts.none(o, "entry", "search")),
              rule(
                  "bdl-3",
                  "entry.request is given in a batch, transaction or history and nowhere else",
                  o -> Facts.each(o, "entry", "request", "batch", "transaction", "history")),
              rule(
                  "bdl-4",
                  "entry.response is given in an answer or history and nowhere else",
                  o ->
                      Facts.each(
                          o,
                          "entry",
                          "response",
                          "batch-response",
                          "transaction-response",
                          "history")),
              rule(
                  "bdl-5",
                  "an entry has a resource, a request or a response",
                  o -> Facts.any(o, "resource", "request", "response")),
              rule("bdl-7", "a fullUrl stands once", Facts::distinctUrls),
              rule(
                  "bdl-8",
                  "a fullUrl names no version",
                  o -> !Facts.text(o, "fullUrl").contains("/_history/")),
              rule(
                  "bdl-9",
                  "a document has an identifier with system and value",
                  o ->
                      !Facts.is(o, "type", "document")
                          || (o.members().get("identifier") instanceof JsonObject i
                              && Facts.has(i, "system")
                              && Facts.has(i, "value"))),
              rule(
                  "bdl-10",
                  "a document has a timestamp",
                  o -> !Facts.is(o, "type", "document") || !Facts.text(o, "timestamp").isEmpty()),
              rule(
                  "bdl-11",
                  "a document begins with a Composition",
                  o -> !Facts.is(o, "type", "document") || Facts.beginsWith(o, "Composition")),
              rule(
                  "bdl-12",
                  "a message begins with a MessageHeader",
                  o -> !Facts.is(o, "type", "message") || Facts.beginsWith(o, "MessageHeader")),
              rule(
                  "cnt-3",
                  "a count is whole and its code is 1",
                  o ->
                      Facts.isCoded(o)
                          && (!Facts.has(o, "code") || Facts.is(o, "code", "1"))
                          && Facts.isWhole(o)),
              rule(
                  "con-1",
                  "a stage has a summary or an assessment",
                  o -> Facts.any(o, "summary", "assessment")),
              rule("con-2", "evidence has a code or a detail", o -> Facts.any(o, "code", "detail")),
              rule(
                  "con-4",
                  "what has abated is inactive, resolved or in remission",
                  o ->
                      !Facts.choice(o, "abatement")
                          || Concepts.hasOneOf(
                              o,
                              "clinicalStatus",
                              "http://terminology.hl7.org/CodeSystem/condition-clinical",
                              Set.of("resolved", "remission", "inactive"))),
              rule(
                  "con-5",
                  "what was entered in error has no clinicalStatus",
                  o ->
                      !Facts.has(o, "clinicalStatus")
                          || !Concepts.hasOneOf(
                              o,
                              "verificationStatus",
                              "http://terminology.hl7.org/CodeSystem/condition-ver-status",
                              Set.of("entered-in-error"))),
              rule(
                  "cpt-2",
                  "a value has a system",
                  o -> !Facts.has(o, "value") || Facts.has(o, "system")),
              rule("dis-1", "a distance has UCUM's code", Facts::isCoded),
              rule(
                  "dom-2",
                  "a contained resource contains none",
                  o -> Facts.none(o, "contained", "contained")),
              rule(
                  "dom-4",
                  "a contained resource has no version and no lastUpdated",
                  o -> Facts.contained(o, "versionId", "lastUpdated")),
              rule(
                  "dom-5",
                  "a contained resource has no security label",
                  o -> Facts.contained(o, "security")),
              rule(
                  "drt-1",
                  "a coded duration has a value and UCUM's code",
                  o ->
                      !Facts.has(o, "code")
                          || (Facts.has(o, "value")
                              && Facts.is(o, "system", "http://unitsofmeasure.org"))),
              rule("drq-1", "a filter has a path or a searchParam, not both", Facts::isFilter),
              rule("drq-2", "a filter has a path or a searchParam, not both", Facts::isFilter),
              rule(
                  "exp-1",
                  "there is an expression or a reference",
                  o -> Facts.any(o, "expression", "reference")),
              rule(
                  "ext-1",
                  "an extension has a value or extensions, not both",
                  o -> Facts.has(o, "extension") != Facts.choice(o, "value")),
              rule(
                  "imm-1",
                  "education has a type or a reference",
                  o -> Facts.any(o, "documentType", "reference")),
              rule(
                  "inv-1",
                  "a parameter has one of value, resource and part",
                  o ->
                      (Facts.has(o, "part") ? 1 : 0)
                              + (Facts.has(o, "resource") ? 1 : 0)
                              + (Facts.choice(o, "value") ? 1 : 0)
                          == 1),
              rule(
                  "mrp-1",
                  "a data collection has no group",
                  o -> !Facts.is(o, "type", "data-collection") || !Facts.has(o, "group")),
              rule(
                  "mrp-2",
                  "a stratum has a value or components",
                  o -> Facts.has(o, "value") != Facts.has(o, "component")),
              rule(
                  "obs-3",
                  "a range has low, high or text",
                  o -> Facts.any(o, "low", "high", "text")),
              rule(
                  "obs-6",
                  "a value has no dataAbsentReason",
                  o -> !Facts.has(o, "dataAbsentReason") || !Facts.choice(o, "value")),
              rule("obs-7", "a value is not given again as a component", Facts::valueOnce),
              rule(
                  "org-1",
                  "an organization has a name or an identifier",
                  o -> Facts.any(o, "identifier", "name")),
              rule(
                  "org-2",
                  "an organization has no home address",
                  o -> Facts.noneIs(o, "address", "use", "home")),
              rule(
                  "org-3",
                  "an organization has no home telecom",
                  o -> Facts.noneIs(o, "telecom", "use", "home")),
              rule(
                  "pat-1",
                  "a contact has a name, telecom, address or organization",
                  o -> Facts.any(o, "name", "telecom", "address", "organization")),
              rule("per-1", "start is not after end", Facts::inOrder),
              rule(
                  "qty-3",
                  "a coded unit has a system",
                  o -> !Facts.has(o, "code") || Facts.has(o, "system")),
              rule("sqty-1", "this amount has no comparator", o -> !Facts.has(o, "comparator")),
              rule(
                  "rng-2",
                  "low and high are in one unit, and low is not above high",
                  Facts::lowToHigh),
              rule(
                  "rat-1",
                  "numerator and denominator are given together",
                  o ->
                      Facts.has(o, "numerator") == Facts.has(o, "denominator")
                          && Facts.any(o, "numerator", "extension")),
              together("tim-1", "duration", "durationUnit"),
              together("tim-2", "period", "periodUnit"),
              rule("tim-4", "a duration is not negative", o -> Facts.notNegative(o, "duration")),
              rule("tim-5", "a period is not negative", o -> Facts.notNegative(o, "period")),
              together("tim-6", "periodMax", "period"),
              together("tim-7", "durationMax", "duration"),
              together("tim-8", "countMax", "count"),
              rule(
                  "tim-9",
                  "an offset has a when, which is no meal as such",
                  o -> !Facts.has(o, "offset") || Facts.isOffsetFrom(o, MEALS)),
              rule(
                  "tim-10",
                  "timeOfDay and when are not given together",
                  o -> !Facts.has(o, "timeOfDay") || !Facts.has(o, "when")),
              rule(
                  "trd-1",
                  "timing and data are not given together",
                  o -> !Facts.has(o, "data") || !Facts.choice(o, "timing")),
              together("trd-2", "condition", "data"),
              rule(
                  "trd-3",
                  "a named event has a name, a periodic one a timing, one of data its data",
                  Facts::isTrigger))
          .collect(Collectors.toUnmodifiableMap(Rule::key, Function.identity()));

  /** The names of all rules. */
  static Set<String> keys() {
    return ALL.keySet();
  }

  static Rule of(String key) {
    return Objects.requireNonNull(ALL.get(key), key);
  }

  private static Rule rule(String key, String text, Predicate<JsonObject> test) {
    return new Rule(key, text, test);
  }

  /** A member that another one must stand beside. */
  private static Rule together(String key, String member, String other) {
    return rule(key, member + " has " + other, o -> !Facts.has(o, member) || Facts.has(o, other));
  }

  boolean holds(JsonObject object) {
    return test.test(object);
  }
}
