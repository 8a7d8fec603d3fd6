package id.simpul.node.internal.reporting;

import id.simpul.node.OfferedService;
import id.simpul.reporting.Service;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.ServiceDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What citizens can report on. Immutable. */
final class ServiceCatalogue {
  private final Map<ServiceCode, OfferedService> offered;

  ServiceCatalogue(List<OfferedService> services) {
    Map<ServiceCode, OfferedService> byCode = new LinkedHashMap<>();
    for (OfferedService service : services) {
      if (byCode.put(service.service().code(), service) != null) {
        throw new IllegalArgumentException("Offered twice: " + service.service().code());
      }
    }
    this.offered = byCode;
  }

  List<Service> services() {
    return offered.values().stream().map(OfferedService::service).toList();
  }

  Optional<ServiceDefinition> definition(ServiceCode code) {
    return Optional.ofNullable(offered.get(code)).map(OfferedService::definition);
  }

  Optional<Service> service(ServiceCode code) {
    return Optional.ofNullable(offered.get(code)).map(OfferedService::service);
  }
}
