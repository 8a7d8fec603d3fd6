package id.simpul.node;

import id.simpul.reporting.Service;
import id.simpul.reporting.ServiceDefinition;
import java.util.Objects;

/**
 * A service citizens can report on, with the questions it asks.
 *
 * @param service what the list of services shows
 * @param definition its attributes, none when {@code metadata} is false
 */
public record OfferedService(Service service, ServiceDefinition definition) {
  /** Checks that both carry the same code. */
  public OfferedService {
    Objects.requireNonNull(definition, "definition");
    if (!service.code().equals(definition.serviceCode())) {
      throw new IllegalArgumentException("A definition belongs to the service of its own code");
    }
  }
}
