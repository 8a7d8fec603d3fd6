package id.simpul.fuzz.health;

import static id.simpul.fuzz.Invariant.PLANTED_NIK;
import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.ValidationException;
import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.fuzz.Corpus;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.FhirProblem;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.FhirInstant;
import id.simpul.health.fhir.type.Meta;
import java.io.IOException;
import java.util.List;

/**
 * FHIR: what is taken holds nothing empty, is read again as the same, is written strictly only when
 * it breaks no rule, and never shows its content in passing.
 */
public final class FhirTarget implements FuzzTarget {
  /** Makes the target. */
  public FhirTarget() {}

  @Override
  public List<Corpus> corpora() {
    return List.of(
        new Corpus("fhir-r4/hl7", Corpus.Cut.FILES), new Corpus("satusehat", Corpus.Cut.OBJECTS));
  }

  @Override
  public void run(byte[] input) throws IOException {
    Resource resource;
    try {
      resource = FhirJson.read(input);
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    check(resource);
  }

  static void check(Resource resource) throws IOException {
    require(!resource.toString().contains(PLANTED_NIK), "toString shows content");
    require(!resource.problems().toString().contains(PLANTED_NIK), "a problem quotes its input");
    resource.meta().flatMap(Meta::lastUpdated).ifPresent(FhirInstant::toInstant);
    resource.contained().forEach(Resource::id);
    if (resource instanceof Bundle bundle) {
      bundle.entry().forEach(Bundle.Entry::resource);
    }
    Resource again = FhirJson.read(Json.toBytes(resource.json()));
    require(again.equals(resource), "changes when written");
    require(
        again.problems().stream().noneMatch(p -> p.kind() == FhirProblem.Kind.REPAIRED),
        "is repaired twice");
    require(again.violations().equals(resource.violations()), "breaks other rules when read again");
    try {
      FhirJson.toBytes(resource);
      require(resource.violations().isEmpty(), "is written although it breaks a rule");
    } catch (ValidationException e) {
      keepsSilent(e);
      require(!resource.violations().isEmpty(), "is refused although it breaks no rule");
    }
  }
}
