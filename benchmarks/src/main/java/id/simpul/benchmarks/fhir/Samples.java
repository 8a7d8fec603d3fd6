package id.simpul.benchmarks.fhir;

/** Code systems and texts of the records that are built. */
public final class Samples {
  /** Whose identifiers they have. */
  public static final String IDENTIFIER = "http://sys-ids.kemkes.go.id/immunization/10000004";

  /** Products. */
  public static final String KFA = "http://sys-ids.kemkes.go.id/kfa";

  /** What was given. */
  public static final String PRODUCT = "Vaksin Contoh Satu 0,5 mL";

  /** Where. */
  public static final String PLACE = "Puskesmas Contoh";

  /** Routes. */
  public static final String ATC = "http://www.whocc.no/atc";

  /** The route. */
  public static final String INTRAMUSCULAR = "inj.intramuscular";

  /** The route's name. */
  public static final String INJECTION = "Injection Intramuscular";

  /** What people do. */
  public static final String FUNCTIONS = "http://terminology.hl7.org/CodeSystem/v2-0443";

  /** Who gave it. */
  public static final String PROVIDER = "Administering Provider";

  private Samples() {}
}
