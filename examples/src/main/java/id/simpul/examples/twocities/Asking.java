package id.simpul.examples.twocities;

import id.simpul.reporting.Attribute;
import id.simpul.reporting.AttributeValue;
import id.simpul.reporting.Discovery;
import id.simpul.reporting.Endpoint;
import id.simpul.reporting.ReportingClient;
import id.simpul.reporting.Service;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.ServiceDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An app asks a node what it is and what can be reported there. */
final class Asking {
  private static final String WHERE = "discovery and services";

  private final Terminal terminal;
  private final ReportingClient client;
  private final City node;

  Asking(Terminal terminal, ReportingClient client, City node) {
    this.terminal = terminal;
    this.client = client;
    this.node = node;
  }

  /**
   * Asks.
   *
   * @param needed the services the story reports on
   * @return the services that ask when something was seen
   */
  Set<ServiceCode> tell(Set<ServiceCode> needed) {
    terminal.chapter("Jakarta's app asks Jambi's node what it takes");
    discovery();
    List<Service> services = client.listServices();
    terminal.step(
        "services",
        services.size()
            + ": "
            + services.stream().map(Service::name).collect(Collectors.joining(", ")));
    StoryException.require(
        services.stream().map(Service::code).collect(Collectors.toSet()).containsAll(needed),
        node.name(),
        "does not offer every service the reports need",
        WHERE);
    return questions(services.stream().filter(Service::metadata).toList());
  }

  private void discovery() {
    Discovery discovery = client.getDiscovery();
    StoryException.require(
        discovery.endpoints().stream()
            .anyMatch(e -> e.specification().equals(Endpoint.GEOREPORT_V2)),
        node.name(),
        "does not say that it speaks GeoReport v2",
        WHERE);
    terminal.step(
        "discovery",
        "GeoReport v2, as "
            + discovery.endpoints().stream()
                .flatMap(e -> e.formats().stream())
                .distinct()
                .collect(Collectors.joining(" and ")));
  }

  private Set<ServiceCode> questions(List<Service> asking) {
    Set<ServiceCode> asksWhen = new HashSet<>();
    for (Service service : asking) {
      ServiceDefinition definition = client.getServiceDefinition(service.code());
      for (Attribute question : definition.attributes()) {
        if (question.code().equals(SampleReport.SEEN_AT)) {
          asksWhen.add(service.code());
        }
      }
    }
    asking.stream().findFirst().ifPresent(s -> example(s, asking.size()));
    return asksWhen;
  }

  private void example(Service service, int asking) {
    Attribute question = client.getServiceDefinition(service.code()).attributes().get(0);
    terminal.step(
        "questions",
        "asked by "
            + asking
            + " of them. "
            + service.name()
            + ": \""
            + question.description().orElse(question.code())
            + "\" "
            + question.values().stream()
                .map(AttributeValue::name)
                .collect(Collectors.joining(" / ")));
  }
}
