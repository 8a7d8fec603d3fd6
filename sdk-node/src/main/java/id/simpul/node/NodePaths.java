package id.simpul.node;

/** Where a node serves what, below its base URL. */
public final class NodePaths {
  /** Open311 GeoReport v2. */
  public static final String GEOREPORT = "/open311/v2";

  /** The Simpul profile. */
  public static final String PROFILE = "/simpul/v1";

  /** What an authority says of one below it (OpenID Federation 1.1, section 8.1). */
  public static final String FEDERATION_FETCH = "/federation/v1/fetch";

  /** Who stands below an authority (section 8.2). */
  public static final String FEDERATION_LIST = "/federation/v1/list";

  /** The federation keys a node used before (section 8.7). */
  public static final String FEDERATION_HISTORICAL_KEYS = "/federation/v1/historical-keys";

  /** What wallets fetch credentials with (OpenID4VCI 1.0). */
  public static final String CREDENTIALS = "/credentials";

  /** Where wallets answer (OpenID4VP 1.0, section 8.2). */
  public static final String PRESENTATIONS = "/presentations/responses";

  /** The node's status lists, each under its number. */
  public static final String STATUS_LISTS = "/statuslists";

  /** The certificates of those who sign health certificates here, a plain trust list. */
  public static final String HEALTH_SIGNERS = "/health-certificates/signers";

  /** The health certificates that were taken back here, by hashes. */
  public static final String HEALTH_REVOCATIONS = "/health-certificates/revocations";

  /** Health records (FHIR R4). */
  public static final String FHIR = "/fhir/r4";

  /** Access tokens for them, where SATUSEHAT has them. */
  public static final String HEALTH_TOKENS = "/oauth2/v1";

  /** Slots of vaccinations, and their booking. */
  public static final String VACCINATION = "/vaccination/v1";

  private NodePaths() {}
}
