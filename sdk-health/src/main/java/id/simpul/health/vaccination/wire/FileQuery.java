package id.simpul.health.vaccination.wire;

import java.util.Objects;

/**
 * Asks for a published file.
 *
 * @param name its name below the endpoint; {@code ""} when the endpoint is the file's own
 * @param known the {@code ETag} of what the reader has; {@code ""} when it has nothing
 */
public record FileQuery(String name, String known) {
  /** Checks that both are given. */
  public FileQuery {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(known, "known");
  }
}
