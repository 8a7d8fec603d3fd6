package id.simpul.health.fhir;

import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.internal.fhir.Examined;

/**
 * A resource of a kind Simpul has no class for, carried whole. Nothing but empty members and
 * private copies is left out, and nothing is checked.
 */
public final class OtherResource extends Resource {
  /** Its type, for whichever kind has no class. */
  public static final FhirType<OtherResource> TYPE =
      new FhirType<>("Resource", new ResourceReader<>(null, OtherResource::new));

  private OtherResource(Examined examined) {
    super(examined);
  }

  @Override
  public FhirType<OtherResource> fhirType() {
    return TYPE;
  }
}
