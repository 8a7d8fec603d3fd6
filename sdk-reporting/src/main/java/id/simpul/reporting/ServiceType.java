package id.simpul.reporting;

import java.util.Objects;
import java.util.Set;

/**
 * How a node answers a submission of a {@link Service}. An open list: a code this version does not
 * know is kept and written back.
 *
 * @param code the word on the wire
 */
public record ServiceType(String code) {
  /** The report's id comes at once. */
  public static final ServiceType REALTIME = new ServiceType("realtime");

  /** A token comes at once, the id later. */
  public static final ServiceType BATCH = new ServiceType("batch");

  /** Neither comes: the report cannot be followed. */
  public static final ServiceType BLACKBOX = new ServiceType("blackbox");

  private static final Set<ServiceType> KNOWN = Set.of(REALTIME, BATCH, BLACKBOX);

  /** Checks that there is a code. */
  public ServiceType {
    if (Objects.requireNonNull(code, "code").isBlank()) {
      throw new IllegalArgumentException("A code is not blank");
    }
  }

  /**
   * Whether this version knows the code.
   *
   * @return true for the constants of this class
   */
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  @Override
  public String toString() {
    return code;
  }
}
