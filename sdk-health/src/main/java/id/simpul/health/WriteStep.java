package id.simpul.health;

import id.simpul.health.fhir.Resource;
import java.util.Objects;

/**
 * A step of a write, as a {@link WriteJournal} is told of it. {@code toString} shows nothing of the
 * resource.
 *
 * @param resource what is written, which its writer knows by an identifier of its own
 * @param state the state the write enters
 * @param id the id the record has on the server, {@code ""} before it is known
 */
public record WriteStep(Resource resource, WriteState state, String id) {
  /** Checks that all members are given. */
  public WriteStep {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(id, "id");
  }

  @Override
  public String toString() {
    return "WriteStep[" + resource.resourceType() + ", " + state + "]";
  }
}
