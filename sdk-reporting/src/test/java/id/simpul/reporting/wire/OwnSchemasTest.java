package id.simpul.reporting.wire;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Contracts;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.SchemaId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our schemas take what we write (see {@link RoundTripTest}) and refuse what is broken. */
class OwnSchemasTest {
  private static final Contracts CONTRACTS = new Contracts();
  private static final String REPORT =
      "'service_request_id':'1','status':'open','service_code':'6',"
          + "'requested_datetime':'2026-11-21T09:00:00+07:00'";

  private static Set<SchemaId> schemas() {
    Set<SchemaId> schemas = new LinkedHashSet<>();
    Set<Operation<?, ?>> operations = new LinkedHashSet<>(GeoReportV2.OPERATIONS);
    operations.addAll(SimpulReportsV1.OPERATIONS);
    for (Operation<?, ?> operation : operations) {
      operation.output().forEach(f -> f.schema().ifPresent(schemas::add));
      operation.errors().forEach(f -> f.schema().ifPresent(schemas::add));
      operation.input().schema().ifPresent(schemas::add);
    }
    return schemas;
  }

  @Test
  void document_ofEverySchemaNamed_isThereUnderItsId() throws IOException {
    assertThat(schemas()).hasSize(10);
    for (SchemaId schema : schemas()) {
      byte[] document = CONTRACTS.document(schema).orElseThrow();
      JsonObject json = (JsonObject) Json.read(document, Limits.DEFAULT);
      assertThat(json.get("$id"))
          .contains(new JsonString("https://simpul.id/schemas/" + schema.path() + ".json"));
      assertThat(json.get("$schema"))
          .contains(new JsonString("https://json-schema.org/draft/2020-12/schema"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "georeport/v2/discovery | {'changeset':'','contact':'','key_service':''}",
        "georeport/v2/discovery | []",
        "georeport/v2/services | {}",
        "georeport/v2/services | [{'service_code':1,'service_name':'x','metadata':true,"
            + "'type':'batch'}]",
        "georeport/v2/services | [{'service_code':'1','service_name':'x','metadata':'true',"
            + "'type':'batch'}]",
        "georeport/v2/services | [{'service_code':'1','service_name':'x','metadata':true,"
            + "'type':'hourly'}]",
        "georeport/v2/services | [{'service_code':'','service_name':'x','metadata':true,"
            + "'type':'batch'}]",
        "georeport/v2/service-definition | {'service_code':'1'}",
        "georeport/v2/service-definition | {'service_code':'1','attributes':[{'code':'A'}]}",
        "georeport/v2/service-definition | {'service_code':'1','attributes':[{'code':'A',"
            + "'variable':true,'required':true,'datatype':'text','order':'1'}]}",
        "georeport/v2/requests | [{'status':'open'}]",
        "georeport/v2/requests | [{%s,'lat':91}]",
        "georeport/v2/requests | [{%s,'long':'103'}]",
        "georeport/v2/requests | [{%s,'updated_datetime':'2026-11-21'}]",
        "georeport/v2/requests | [{%s,'email':'warga@contoh.example'}]",
        "georeport/v2/requests | [{%s,'extended_attributes':{'detailed_status':''}}]",
        "georeport/v2/requests | [{%s,'notes':{}}]",
        "georeport/v2/request-receipt | []",
        "georeport/v2/request-receipt | [{'service_request_id':'1','token':'t'}]",
        "georeport/v2/request-receipt | [{'service_request_id':1}]",
        "georeport/v2/request-receipt | [{'token':'t'},{'token':'t'}]",
        "georeport/v2/token | [{}]",
        "georeport/v2/token | {'token':'t'}",
        "georeport/v2/errors | []",
        "georeport/v2/errors | [{'code':403}]",
        "georeport/v2/errors | {'code':403,'description':'x'}",
        "simpul/v1/report-transition | {}",
        "simpul/v1/report-transition | {'status':'open'}",
        "simpul/v1/report-transition | {'status':'closed','note':7}",
        "simpul/v1/report-state | {'service_request_id':'1','status':'open'}",
      })
  void check_brokenDocument_isRefused(String path, String json) {
    assertThat(violations(path, json)).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "georeport/v2/requests | [{%s}]",
        "georeport/v2/requests | [{%s,'description':null,'lat':-90,'long':180,'new':{}}]",
        "georeport/v2/requests | []",
        "georeport/v2/errors | [{'code':'required','description':'x'}]",
        "georeport/v2/request-receipt | [{'service_notice':'x'}]",
        "simpul/v1/report-transition | {'status':'closed','note':null}",
      })
  void check_goodDocument_isTaken(String path, String json) {
    assertThat(violations(path, json)).isZero();
  }

  @Test
  void check_descriptionAtAndPastItsLimit_isTakenAndRefused() {
    String most = "x".repeat(4000);

    assertThat(violations("georeport/v2/requests", "[{%s,'description':'" + most + "'}]")).isZero();
    assertThat(violations("georeport/v2/requests", "[{%s,'description':'" + most + "x'}]"))
        .isPositive();
  }

  private static int violations(String path, String json) {
    byte[] document =
        json.replace("%s", REPORT).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return CONTRACTS.check(new SchemaId(path), document).size();
  }
}
