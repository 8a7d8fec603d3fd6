package id.simpul.health.internal.vaccination;

import id.simpul.health.fhir.type.Element;
import id.simpul.health.fhir.type.Extension;
import java.util.List;

/**
 * The extensions of SMART Scheduling Links, under the URLs of its first home and of HL7's, and our
 * own for the campaign, which a plain client never notices.
 */
public final class LinkExtensions {
  /** A link to the page where a slot is booked. */
  public static final String BOOKING_DEEP_LINK = "booking-deep-link";

  /** The telephone number where a slot is booked. */
  public static final String BOOKING_PHONE = "booking-phone";

  /** How many people a slot is for. */
  public static final String SLOT_CAPACITY = "slot-capacity";

  /** What is given. */
  public static final String VACCINE_PRODUCT = "vaccine-product";

  /** Which dose is given. */
  public static final String VACCINE_DOSE = "vaccine-dose";

  /** The campaign. */
  public static final String CAMPAIGN = "vaccination-campaign";

  /** Where the URLs of the specification begin, as they are written. */
  public static final String SMART = "http://fhir-registry.smarthealthit.org/StructureDefinition/";

  /** Where ours begin. */
  public static final String SIMPUL = "https://simpul.id/fhir/StructureDefinition/";

  private static final String HL7 =
      "http://hl7.org/fhir/uv/smart-scheduling-links/StructureDefinition/";

  private LinkExtensions() {}

  /**
   * The extensions of a name.
   *
   * @param element where they stand
   * @param name one of the names above
   * @return the extensions in order
   */
  public static List<Extension> of(Element element, String name) {
    return element.extension().stream()
        .filter(e ->
            e.url()
                .filter(url ->
                    url.equals(SMART + name) || url.equals(HL7 + name) || url.equals(SIMPUL + name))
                .isPresent())
        .toList();
  }
}
