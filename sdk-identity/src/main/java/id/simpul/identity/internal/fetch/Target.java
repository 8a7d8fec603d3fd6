package id.simpul.identity.internal.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Where one token is, and what getting it may take.
 *
 * @param address an absolute URL, as whoever named it wrote it
 * @param timeout for the whole: waiting for a turn, looking the name up, redirects, the last byte
 * @param maxBytes of the token
 */
public record Target(URI address, Duration timeout, int maxBytes) {
  /** Checks that something is allowed. */
  public Target {
    Objects.requireNonNull(address, "address");
    if (timeout.isNegative() || timeout.isZero() || maxBytes < 1) {
      throw new IllegalArgumentException("A fetch needs time and bytes");
    }
  }

  /**
   * This target elsewhere.
   *
   * @param elsewhere the new {@link #address()}
   * @return a copy
   */
  Target at(URI elsewhere) {
    return new Target(elsewhere, timeout, maxBytes);
  }
}
