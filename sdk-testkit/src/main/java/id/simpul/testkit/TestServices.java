package id.simpul.testkit;

import id.simpul.node.OfferedService;
import id.simpul.reporting.Attribute;
import id.simpul.reporting.Datatype;
import id.simpul.reporting.Service;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.ServiceDefinition;
import java.util.List;

/** What a test node takes reports on, unless the test says otherwise. */
final class TestServices {
  private TestServices() {}

  static List<OfferedService> three() {
    return List.of(
        plain("jalan", "Jalan Rusak"),
        plain("drainase", "Drainase"),
        asking(
            "lampu-jalan",
            "Lampu Jalan",
            Attribute.builder("nomor_tiang", Datatype.STRING)
                .description("Nomor tiang lampu")
                .build()));
  }

  private static OfferedService plain(String code, String name) {
    ServiceCode service = new ServiceCode(code);
    return new OfferedService(
        Service.builder(service, name).build(), ServiceDefinition.builder(service).build());
  }

  private static OfferedService asking(String code, String name, Attribute question) {
    ServiceCode service = new ServiceCode(code);
    return new OfferedService(
        Service.builder(service, name).metadata(true).build(),
        ServiceDefinition.builder(service).attributes(List.of(question)).build());
  }
}
