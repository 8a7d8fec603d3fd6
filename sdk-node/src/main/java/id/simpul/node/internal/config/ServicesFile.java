package id.simpul.node.internal.config;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Operation;
import id.simpul.node.ConfigException;
import id.simpul.node.OfferedService;
import id.simpul.reporting.Service;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.ServiceDefinition;
import id.simpul.reporting.wire.GeoReportV2;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The file with what citizens can report on: {@code {"services": […], "definitions": […]}},
 * services and definitions written as GeoReport v2 writes them in JSON.
 */
public final class ServicesFile {
  private final Path file;

  /**
   * Names the file.
   *
   * @param file the file, which must exist
   */
  public ServicesFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the services.
   *
   * @return the services, each with its definition
   * @throws ConfigException when the file is not as it should be
   */
  public List<OfferedService> read() {
    JsonObject document = ConfigFiles.object(file);
    List<Service> services =
        document(
            GeoReportV2.LIST_SERVICES,
            document.get("services").orElse(JsonArray.EMPTY),
            "/services");
    Map<ServiceCode, ServiceDefinition> definitions = new LinkedHashMap<>();
    if (document.get("definitions").orElse(JsonArray.EMPTY) instanceof JsonArray array) {
      for (int i = 0; i < array.items().size(); i++) {
        ServiceDefinition d =
            document(GeoReportV2.GET_SERVICE_DEFINITION, array.items().get(i), "/definitions/" + i);
        if (definitions.put(d.serviceCode(), d) != null) {
          throw twice("/definitions", d.serviceCode());
        }
      }
    }
    List<OfferedService> offered = new ArrayList<>();
    Set<ServiceCode> seen = new HashSet<>();
    for (Service service : services) {
      if (!seen.add(service.code())) {
        throw twice("/services", service.code());
      }
      ServiceDefinition definition = definitions.remove(service.code());
      if (service.metadata() != (definition != null)) {
        throw ConfigFiles.broken(
            file,
            "/services (" + service.code() + ")",
            "metadata must be true exactly when there is a definition");
      }
      offered.add(
          new OfferedService(
              service,
              definition == null ? ServiceDefinition.builder(service.code()).build() : definition));
    }
    definitions.keySet().stream()
        .findFirst()
        .ifPresent(code -> {
          throw ConfigFiles.broken(
              file, "/definitions (" + code + ")", "there is no service of this code");
        });
    return offered;
  }

  private ConfigException twice(String where, ServiceCode code) {
    return ConfigFiles.broken(file, where + " (" + code + ")", "is listed twice");
  }

  private <T> T document(Operation<?, T> operation, JsonValue json, String where) {
    try {
      return operation
          .outputFor("json")
          .orElseThrow()
          .read(new ByteArrayInputStream(Json.toBytes(json)), Limits.DEFAULT);
    } catch (IOException e) {
      throw ConfigFiles.broken(file, where, String.valueOf(e.getMessage()));
    }
  }
}
