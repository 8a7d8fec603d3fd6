package id.simpul.health.internal.fhir;

import id.simpul.core.format.JsonObject;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** The constraints of FHIR R4 that are kept, named as the standard names them. */
enum Rule {
  APP_1("a participant has a type or an actor", o -> Facts.any(o, "type", "actor")),
  APP_2("start and end are given together", o -> Facts.has(o, "start") == Facts.has(o, "end")),
  APP_3(
      "only a proposed, cancelled or waiting appointment has no start and end",
      o ->
          (Facts.has(o, "start") && Facts.has(o, "end"))
              || Facts.is(o, "status", "proposed", "cancelled", "waitlist")),
  APP_4(
      "only a cancelled or missed appointment has a reason for it",
      o -> !Facts.has(o, "cancelationReason") || Facts.is(o, "status", "no-show", "cancelled")),
  ATT_1("data has a contentType", o -> !Facts.has(o, "data") || Facts.has(o, "contentType")),
  BDL_1(
      "only a search or a history has a total",
      o -> !Facts.has(o, "total") || Facts.is(o, "type", "searchset", "history")),
  BDL_2(
      "only a search has entry.search",
      o -> Facts.is(o, "type", "searchset") || Facts.none(o, "entry", "search")),
  BDL_3(
      "entry.request is given in a batch, transaction or history and nowhere else",
      o -> Facts.each(o, "entry", "request", "batch", "transaction", "history")),
  BDL_4(
      "entry.response is given in an answer or history and nowhere else",
      o -> Facts.each(o, "entry", "response", "batch-response", "transaction-response", "history")),
  BDL_5(
      "an entry has a resource, a request or a response",
      o -> Facts.any(o, "resource", "request", "response")),
  BDL_7("a fullUrl stands once", Facts::distinctUrls),
  BDL_8("a fullUrl names no version", o -> !Facts.text(o, "fullUrl").contains("/_history/")),
  BDL_9(
      "a document has an identifier with system and value",
      o ->
          !Facts.is(o, "type", "document")
              || (o.members().get("identifier") instanceof JsonObject i
                  && Facts.has(i, "system")
                  && Facts.has(i, "value"))),
  BDL_10(
      "a document has a timestamp",
      o -> !Facts.is(o, "type", "document") || Facts.has(o, "timestamp")),
  CON_1("a stage has a summary or an assessment", o -> Facts.any(o, "summary", "assessment")),
  CON_2("evidence has a code or a detail", o -> Facts.any(o, "code", "detail")),
  CON_4(
      "what has abated is inactive, resolved or in remission",
      o ->
          !Facts.choice(o, "abatement")
              || Concepts.hasOneOf(
                  o,
                  "clinicalStatus",
                  "http://terminology.hl7.org/CodeSystem/condition-clinical",
                  Set.of("resolved", "remission", "inactive"))),
  CON_5(
      "what was entered in error has no clinicalStatus",
      o ->
          !Facts.has(o, "clinicalStatus")
              || !Concepts.hasOneOf(
                  o,
                  "verificationStatus",
                  "http://terminology.hl7.org/CodeSystem/condition-ver-status",
                  Set.of("entered-in-error"))),
  CPT_2("a value has a system", o -> !Facts.has(o, "value") || Facts.has(o, "system")),
  DOM_4(
      "a contained resource has no version and no lastUpdated",
      o -> Facts.contained(o, "versionId", "lastUpdated")),
  DOM_5("a contained resource has no security label", o -> Facts.contained(o, "security")),
  DRT_1(
      "a coded duration has a value and UCUM's code",
      o ->
          !Facts.has(o, "code")
              || (Facts.has(o, "value") && Facts.is(o, "system", "http://unitsofmeasure.org"))),
  EXT_1(
      "an extension has a value or extensions, not both",
      o -> Facts.has(o, "extension") != Facts.choice(o, "value")),
  IMM_1("education has a type or a reference", o -> Facts.any(o, "documentType", "reference")),
  INV_1(
      "a parameter has one of value, resource and part",
      o ->
          (Facts.has(o, "part") ? 1 : 0)
                  + (Facts.has(o, "resource") ? 1 : 0)
                  + (Facts.choice(o, "value") ? 1 : 0)
              == 1),
  MRP_1(
      "a data collection has no group",
      o -> !Facts.is(o, "type", "data-collection") || !Facts.has(o, "group")),
  MRP_2(
      "a stratum has a value or components",
      o -> Facts.has(o, "value") != Facts.has(o, "component")),
  OBS_3("a range has low, high or text", o -> Facts.any(o, "low", "high", "text")),
  OBS_6(
      "a value has no dataAbsentReason",
      o -> !Facts.has(o, "dataAbsentReason") || !Facts.choice(o, "value")),
  OBS_7("a value is not given again as a component", Facts::valueOnce),
  ORG_1("an organization has a name or an identifier", o -> Facts.any(o, "identifier", "name")),
  ORG_2("an organization has no home address", o -> Facts.noneIs(o, "address", "use", "home")),
  ORG_3("an organization has no home telecom", o -> Facts.noneIs(o, "telecom", "use", "home")),
  PAT_1(
      "a contact has a name, telecom, address or organization",
      o -> Facts.any(o, "name", "telecom", "address", "organization")),
  PER_1("start is not after end", Facts::inOrder),
  QTY_3("a coded unit has a system", o -> !Facts.has(o, "code") || Facts.has(o, "system")),
  RAT_1(
      "numerator and denominator are given together",
      o ->
          Facts.has(o, "numerator") == Facts.has(o, "denominator")
              && Facts.any(o, "numerator", "extension"));

  private final String text;
  private final Predicate<JsonObject> test;

  Rule(String text, Predicate<JsonObject> test) {
    this.text = text;
    this.test = test;
  }

  static Rule of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Its name in the standard. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String text() {
    return text;
  }

  boolean holds(JsonObject object) {
    return test.test(object);
  }
}
