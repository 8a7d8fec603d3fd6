package id.simpul.reporting.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import id.simpul.core.operation.Operation;
import id.simpul.reporting.Report;
import id.simpul.reporting.Service;
import id.simpul.reporting.support.Corpora;
import id.simpul.reporting.support.Documents;
import id.simpul.reporting.support.Randoms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What we write in JSON keeps the schemas that Open311 publishes. */
class CorpusSchemasTest {
  private static final String BASE = "https://open311.example/";
  private static final int ROUNDS = 100;

  private static Schema schema(String name) throws IOException {
    Path folder = Corpora.folder("open311/schema/georeport-v2");
    Map<String, String> documents = new HashMap<>();
    for (Path file : Corpora.filesBelow(folder)) {
      documents.put(BASE + file.getFileName(), Files.readString(file));
    }
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_4,
            builder -> builder.schemas(documents).schemaRegistryConfig(config))
        .getSchema(SchemaLocation.of(BASE + name));
  }

  private static <O> void check(Schema schema, Operation<?, O> operation, O value) {
    String json = Documents.write(Documents.format(operation, "json"), value);
    assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
  }

  private static Report report(Randoms randoms) {
    return randoms.report().toBuilder().mediaUrl("https://media.example/a%20b.jpg").build();
  }

  @Test
  void write_reports_keepsRequestsAndRequest() throws IOException {
    Schema list = schema("requests.json");
    Schema one = schema("request.json");
    for (long seed = 0; seed < ROUNDS; seed++) {
      Report report = report(new Randoms(seed));
      check(list, GeoReportV2.LIST_REPORTS, List.of(report, report));
      check(list, GeoReportV2.GET_REPORT, report);
      String json = Documents.write(Documents.format(GeoReportV2.GET_REPORT, "json"), report);
      String item = json.substring(1, json.length() - 1);
      assertThat(one.validate(item, InputFormat.JSON)).as(item).isEmpty();
    }
  }

  @Test
  void write_services_keepsServicesAndService() throws IOException {
    Schema list = schema("services.json");
    Schema one = schema("service.json");
    for (long seed = 0; seed < ROUNDS; seed++) {
      Service service = new Randoms(seed).service();
      check(list, GeoReportV2.LIST_SERVICES, List.of(service, service));
      String json =
          Documents.write(Documents.format(GeoReportV2.LIST_SERVICES, "json"), List.of(service));
      String item = json.substring(1, json.length() - 1);
      assertThat(one.validate(item, InputFormat.JSON)).as(item).isEmpty();
    }
  }

  @Test
  void write_definition_keepsServiceDefinition() throws IOException {
    Schema schema = schema("service-definition.json");
    for (long seed = 0; seed < ROUNDS; seed++) {
      check(schema, GeoReportV2.GET_SERVICE_DEFINITION, new Randoms(seed).definition());
    }
  }

  @Test
  void check_documentThatBreaksThem_isFound() throws IOException {
    assertThat(schema("requests.json").validate("[{\"status\":\"open\"}]", InputFormat.JSON))
        .isNotEmpty();
    assertThat(schema("service.json").validate("{\"service_code\":1}", InputFormat.JSON))
        .isNotEmpty();
  }
}
