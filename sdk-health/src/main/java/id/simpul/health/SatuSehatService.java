package id.simpul.health;

/** The services of SATUSEHAT, each with a base of its own below one host. */
public enum SatuSehatService {
  /** Gives access tokens. */
  AUTH("/oauth2/v1"),
  /** FHIR R4. */
  FHIR("/fhir-r4/v1"),
  /** A patient's consent. */
  CONSENT("/consent/v1"),
  /** KFA, the dictionary of medicines and devices, first version: prices. */
  KFA("/kfa"),
  /** KFA, second version: products. */
  KFA_V2("/kfa-v2"),
  /** KFA, third version: medical devices. */
  KFA_V3_DEVICES("/kfa-v3/alkes"),
  /** Regions and facilities. */
  MASTER_DATA("/masterdata");

  private final String path;

  SatuSehatService(String path) {
    this.path = path;
  }

  /**
   * Where it stands below the host, unless an environment says otherwise.
   *
   * @return a path without a slash at its end
   */
  public String path() {
    return path;
  }
}
