package id.simpul.health.internal.satusehat;

import id.simpul.health.SatuSehatEnvironment;
import id.simpul.health.SatuSehatService;
import java.net.URI;

/**
 * Where the FHIR API stands, and under which names it speaks of itself.
 *
 * @param environment the environment
 */
public record FhirBase(SatuSehatEnvironment environment) {
  /**
   * The base.
   *
   * @return its URL
   */
  URI url() {
    return environment.base(SatuSehatService.FHIR);
  }

  /**
   * Whether a link names the server of the base, by its own name or one it is known to use.
   *
   * @param link an absolute URL
   * @return true when it does
   */
  boolean isNamedBy(URI link) {
    return environment.isPageOrigin(link);
  }

  @Override
  public String toString() {
    return url().toString();
  }
}
