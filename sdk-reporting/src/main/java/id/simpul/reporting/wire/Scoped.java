package id.simpul.reporting.wire;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An input, and the jurisdiction it is meant for where an endpoint serves several ({@code
 * jurisdiction_id}).
 *
 * @param <I> the input
 */
public final class Scoped<I> {
  /** The most characters of a jurisdiction's id. */
  public static final int MAX_JURISDICTION_LENGTH = 200;

  private final @Nullable String jurisdictionId;
  private final I value;

  private Scoped(@Nullable String jurisdictionId, I value) {
    this.jurisdictionId = jurisdictionId;
    this.value = Objects.requireNonNull(value, "value");
  }

  /**
   * An input for the only jurisdiction of an endpoint.
   *
   * @param value the input
   * @param <I> its type
   * @return the input without a jurisdiction
   */
  public static <I> Scoped<I> of(I value) {
    return new Scoped<>(null, value);
  }

  /**
   * An input for one of several jurisdictions.
   *
   * @param jurisdictionId the jurisdiction, or null for none; an empty one counts as none
   * @param value the input
   * @param <I> its type
   * @return the input with its jurisdiction
   */
  public static <I> Scoped<I> in(@Nullable String jurisdictionId, I value) {
    boolean none = jurisdictionId == null || jurisdictionId.isBlank();
    return new Scoped<>(none ? null : jurisdictionId, value);
  }

  /**
   * The jurisdiction.
   *
   * @return its id, or empty when none is named
   */
  public Optional<String> jurisdictionId() {
    return Optional.ofNullable(jurisdictionId);
  }

  /**
   * The input itself.
   *
   * @return the input
   */
  public I value() {
    return value;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Scoped<?> other
        && jurisdictionId().equals(other.jurisdictionId())
        && value.equals(other.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(jurisdictionId(), value);
  }

  @Override
  public String toString() {
    return jurisdictionId == null ? value.toString() : value + " in " + jurisdictionId;
  }
}
