package id.simpul.health.certificate;

import id.simpul.core.format.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A SMART Health Card that was verified. {@link HealthCardVerifier} alone makes one. Immutable;
 * {@code toString} shows issuer and types alone.
 */
public final class VerifiedHealthCard {
  private final String issuer;
  private final Instant notBefore;
  private final @Nullable Instant expiresAt;
  private final List<String> types;
  private final String fhirVersion;
  private final JsonObject fhirBundle;

  VerifiedHealthCard(
      String issuer, Instant notBefore, @Nullable Instant expiresAt, HealthCardPayload payload) {
    this.issuer = issuer;
    this.notBefore = notBefore;
    this.expiresAt = expiresAt;
    this.types = payload.types();
    this.fhirVersion = payload.fhirVersion();
    this.fhirBundle = payload.bundle();
  }

  /**
   * Who issued it.
   *
   * @return an address on the verifier's list
   */
  public String issuer() {
    return issuer;
  }

  /**
   * From when on it is good.
   *
   * @return the instant
   */
  public Instant notBefore() {
    return notBefore;
  }

  /**
   * Until when it is good.
   *
   * @return the instant, or empty when it does not end
   */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /**
   * What kinds of card it is, those nobody here knows too.
   *
   * @return addresses
   */
  public List<String> types() {
    return types;
  }

  /**
   * The version of FHIR.
   *
   * @return for example {@code 4.0.1}
   */
  public String fhirVersion() {
    return fhirVersion;
  }

  /**
   * What it says: a FHIR Bundle of type collection, for the reader of FHIR records.
   *
   * @return the bundle as JSON
   */
  public JsonObject fhirBundle() {
    return fhirBundle;
  }

  @Override
  public String toString() {
    return "health card of " + issuer + " " + types;
  }
}
