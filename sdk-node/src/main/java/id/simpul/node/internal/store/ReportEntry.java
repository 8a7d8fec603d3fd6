package id.simpul.node.internal.store;

import id.simpul.core.value.GeoPoint;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a submitted report is found again: a row of the index, written once. Immutable. */
public final class ReportEntry {
  /** The longest public id, service code or token in characters. */
  public static final int MAX_ID_LENGTH = 100;

  private final String publicId;
  private final String serviceCode;
  private final Instant requestedAt;
  private final @Nullable GeoPoint place;
  private final @Nullable String token;

  private ReportEntry(
      String publicId,
      String serviceCode,
      Instant requestedAt,
      @Nullable GeoPoint place,
      @Nullable String token) {
    this.publicId = Texts.bounded("public id", publicId, MAX_ID_LENGTH);
    this.serviceCode = Texts.bounded("service code", serviceCode, MAX_ID_LENGTH);
    this.requestedAt = Texts.stored("requestedAt", requestedAt);
    this.place = place;
    this.token = token == null ? null : Texts.bounded("token", token, MAX_ID_LENGTH);
  }

  /**
   * An entry without place and token.
   *
   * @param publicId the id the world sees: opaque, not enumerable, qualified by node, unique in the
   *     database
   * @param serviceCode the service asked for
   * @param requestedAt when the report was made, cut to microseconds
   * @return the entry
   */
  public static ReportEntry of(String publicId, String serviceCode, Instant requestedAt) {
    return new ReportEntry(publicId, serviceCode, requestedAt, null, null);
  }

  /**
   * The same entry at a place.
   *
   * @param place where the report is about
   * @return a new entry
   */
  public ReportEntry at(GeoPoint place) {
    return new ReportEntry(
        publicId, serviceCode, requestedAt, Objects.requireNonNull(place, "place"), token);
  }

  /**
   * The same entry with a token that leads to it.
   *
   * @param token opaque, unique in the database
   * @return a new entry
   */
  public ReportEntry withToken(String token) {
    return new ReportEntry(
        publicId, serviceCode, requestedAt, place, Objects.requireNonNull(token, "token"));
  }

  /**
   * The id the world sees.
   *
   * @return the public id
   */
  public String publicId() {
    return publicId;
  }

  /**
   * The service asked for.
   *
   * @return its code
   */
  public String serviceCode() {
    return serviceCode;
  }

  /**
   * When the report was made.
   *
   * @return an instant in whole microseconds
   */
  public Instant requestedAt() {
    return requestedAt;
  }

  /**
   * Where the report is about.
   *
   * @return the place with the digits it was given, or empty
   */
  public Optional<GeoPoint> place() {
    return Optional.ofNullable(place);
  }

  /**
   * The token that leads to this report.
   *
   * @return the token, or empty
   */
  public Optional<String> token() {
    return Optional.ofNullable(token);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ReportEntry other
        && publicId.equals(other.publicId)
        && serviceCode.equals(other.serviceCode)
        && requestedAt.equals(other.requestedAt)
        && Objects.equals(place, other.place)
        && Objects.equals(token, other.token);
  }

  @Override
  public int hashCode() {
    return publicId.hashCode();
  }

  @Override
  public String toString() {
    return "ReportEntry[" + publicId + "]";
  }
}
