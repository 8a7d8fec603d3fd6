package id.simpul.health;

import java.util.Objects;

/** The identifier systems of SATUSEHAT. They are compared without a slash at their end. */
public final class IdentifierSystems {
  /** The population number. */
  public static final String NIK = "https://fhir.kemkes.go.id/id/nik";

  /** A newborn's mother's population number. */
  public static final String MOTHER_NIK = "https://fhir.kemkes.go.id/id/nik-ibu";

  /** SATUSEHAT's own number of a person (IHS), as it is stored. */
  public static final String IHS_NUMBER = "https://fhir.kemkes.go.id/id/ihs-number";

  /** The same, as one page of the documentation wants it for searching. */
  public static final String PATIENT_IHS_NUMBER = "https://fhir.kemkes.go.id/id/patient-ihs-number";

  /** A passport. */
  public static final String PASSPORT = "https://fhir.kemkes.go.id/id/paspor";

  /** A family card. */
  public static final String FAMILY_CARD = "https://fhir.kemkes.go.id/id/kk";

  /** KFA: products ({@code 93…}) and vaccine groups ({@code VG…}) alike. */
  public static final String KFA = "http://sys-ids.kemkes.go.id/kfa";

  /** What facilities name their own records by begins so. */
  public static final String OWN = "http://sys-ids.kemkes.go.id/";

  /** What the server adds by itself. */
  public static final String CREATOR = "http://sys-ids.kemkes.go.id/creator";

  private IdentifierSystems() {}

  /**
   * The system in which a facility names its own records of a kind.
   *
   * @param resource the kind in lower case, {@code encounter}
   * @param organizationId the facility's number
   * @return the system
   */
  public static String ownRecords(String resource, String organizationId) {
    return OWN
        + Objects.requireNonNull(resource, "resource")
        + "/"
        + Objects.requireNonNull(organizationId, "organizationId");
  }

  /**
   * Whether two systems are one: recorded data has them with and without a slash at the end.
   *
   * @param one a system
   * @param other a system
   * @return true when they differ by one slash at the end at most
   */
  public static boolean same(String one, String other) {
    return trimmed(one).equals(trimmed(other));
  }

  private static String trimmed(String system) {
    return system.endsWith("/") ? system.substring(0, system.length() - 1) : system;
  }
}
