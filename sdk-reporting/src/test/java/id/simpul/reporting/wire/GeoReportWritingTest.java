package id.simpul.reporting.wire;

import static id.simpul.reporting.support.Documents.format;
import static id.simpul.reporting.support.Documents.write;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonObject;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Operation;
import id.simpul.core.value.GeoPoint;
import id.simpul.reporting.Attribute;
import id.simpul.reporting.AttributeValue;
import id.simpul.reporting.Datatype;
import id.simpul.reporting.DetailedStatus;
import id.simpul.reporting.Location;
import id.simpul.reporting.Report;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportNote;
import id.simpul.reporting.ReportStatus;
import id.simpul.reporting.ReportToken;
import id.simpul.reporting.Service;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.ServiceDefinition;
import id.simpul.reporting.SubmissionReceipt;
import id.simpul.reporting.TokenAnswer;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is plain for every reader: the rules of GeoReport v2 that Simpul emits by. */
class GeoReportWritingTest {
  private static final String XML = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
  private static final OffsetDateTime FILED = OffsetDateTime.parse("2026-11-21T09:00:00.75+07:00");

  private static <O> String json(Operation<?, O> operation, O value) {
    return write(format(operation, "json"), value).replace('"', '\'');
  }

  private static <O> String xml(Operation<?, O> operation, O value) {
    return write(format(operation, "xml"), value);
  }

  private static Report.Builder report() {
    return Report.builder(new ReportId("638344"), ReportStatus.OPEN, new ServiceCode("006"), FILED);
  }

  @Test
  void formats_ofEachOperation_areJsonFirstThenXml() {
    for (Operation<?, ?> operation : GeoReportV2.OPERATIONS) {
      assertThat(operation.output())
          .extracting(f -> f.suffix().orElse("") + " " + f.mediaType())
          .containsExactly("json application/json", "xml text/xml; charset=utf-8");
      assertThat(operation.errors())
          .extracting(f -> f.suffix().orElse("") + " " + f.mediaType())
          .containsExactly("json application/json", "xml text/xml; charset=utf-8");
    }
  }

  @Test
  void writeReports_inJson_idsAreStringsAndTimesHaveWholeSeconds() {
    Report report = report().location(Location.at(GeoPoint.of("-1.6101", "103.61310"))).build();

    assertThat(json(GeoReportV2.LIST_REPORTS, List.of(report)))
        .isEqualTo(
            "[{'service_request_id':'638344','status':'open','service_code':'006',"
                + "'requested_datetime':'2026-11-21T09:00:00+07:00',"
                + "'lat':-1.6101,'long':103.61310}]");
  }

  @Test
  void writeReports_inXml_nestsRequestsInServiceRequests() {
    assertThat(xml(GeoReportV2.LIST_REPORTS, List.of(report().description("a < b").build())))
        .isEqualTo(
            XML
                + "<service_requests><request><service_request_id>638344</service_request_id>"
                + "<status>open</status><service_code>006</service_code>"
                + "<description>a &lt; b</description>"
                + "<requested_datetime>2026-11-21T09:00:00+07:00</requested_datetime>"
                + "</request></service_requests>");
  }

  @Test
  void writeReports_none_isAnEmptyList() {
    assertThat(json(GeoReportV2.LIST_REPORTS, List.of())).isEqualTo("[]");
    assertThat(xml(GeoReportV2.LIST_REPORTS, List.of())).isEqualTo(XML + "<service_requests/>");
  }

  @Test
  void writeReport_one_isAListOfOne() {
    assertThat(json(GeoReportV2.GET_REPORT, report().build())).startsWith("[{").endsWith("}]");
    assertThat(xml(GeoReportV2.GET_REPORT, report().build()))
        .startsWith(XML + "<service_requests><request>");
  }

  @Test
  void writeReport_utc_isWrittenWithZ() {
    Report report = report().updatedAt(OffsetDateTime.parse("2026-11-21T02:00:00Z")).build();

    assertThat(json(GeoReportV2.GET_REPORT, report))
        .contains("'updated_datetime':'2026-11-21T02:00:00Z'");
  }

  @Test
  void writeReport_extended_nestsDetailedStatusAndNotes() {
    Report report =
        report()
            .detailedStatus(DetailedStatus.IN_PROGRESS)
            .notes(
                List.of(
                    ReportNote.builder().at(FILED).type("status").description("Mulai.").build()))
            .build();

    assertThat(json(GeoReportV2.GET_REPORT, report))
        .contains(
            "'extended_attributes':{'detailed_status':'in_progress'},"
                + "'notes':[{'datetime':'2026-11-21T09:00:00+07:00','type':'status',"
                + "'description':'Mulai.'}]");
    assertThat(xml(GeoReportV2.GET_REPORT, report))
        .contains(
            "<extended_attributes><detailed_status>in_progress</detailed_status>"
                + "</extended_attributes><notes><note><datetime>");
  }

  @Test
  void writeReport_extraWithWhoFiledIt_leavesThemOut() {
    JsonObject extra =
        JsonObject.builder()
            .put("email", "warga@contoh.example")
            .put("phone", "0000")
            .put("first_name", "Warga")
            .put("last_name", "Contoh")
            .put("device_id", "d")
            .put("account_id", "a")
            .put("ward", "3")
            .build();

    String written = json(GeoReportV2.GET_REPORT, report().extra(extra).build());

    assertThat(written).contains("'ward':'3'");
    assertThat(written).doesNotContain("email", "phone", "name", "device", "account", "contoh");
  }

  @Test
  void writeReport_extraOfAKnownName_doesNotReplaceTheKnown() {
    JsonObject extra = JsonObject.builder().put("status", "closed").put("<bad name>", "x").build();

    assertThat(json(GeoReportV2.GET_REPORT, report().extra(extra).build()))
        .contains("'status':'open'")
        .doesNotContain("closed");
    assertThat(xml(GeoReportV2.GET_REPORT, report().extra(extra).build()))
        .contains("<status>open</status>")
        .doesNotContain("closed", "bad name");
  }

  @Test
  void writeServices_always_metadataIsABooleanAndKeywordsAreOneText() {
    Service service =
        Service.builder(new ServiceCode("001"), "Jalan berlubang")
            .metadata(true)
            .keywords(List.of("jalan", "lubang"))
            .groups(List.of("jalan", "umum"))
            .build();

    assertThat(json(GeoReportV2.LIST_SERVICES, List.of(service)))
        .isEqualTo(
            "[{'service_code':'001','service_name':'Jalan berlubang','metadata':true,"
                + "'type':'realtime','keywords':'jalan, lubang','group':'jalan',"
                + "'groups':['jalan','umum']}]");
    assertThat(xml(GeoReportV2.LIST_SERVICES, List.of(service)))
        .contains("<metadata>true</metadata>")
        .contains("<groups><group>jalan</group><group>umum</group></groups>");
  }

  @Test
  void writeDefinition_always_wrapsAttributesAndValues() {
    ServiceDefinition definition =
        ServiceDefinition.builder(new ServiceCode("001"))
            .attributes(
                List.of(
                    Attribute.builder("SIZE", Datatype.SINGLEVALUELIST)
                        .required(true)
                        .order(1)
                        .values(List.of(new AttributeValue("1", "kecil")))
                        .build()))
            .build();

    assertThat(json(GeoReportV2.GET_SERVICE_DEFINITION, definition))
        .isEqualTo(
            "{'service_code':'001','attributes':[{'variable':true,'code':'SIZE',"
                + "'datatype':'singlevaluelist','required':true,'order':1,"
                + "'values':[{'key':'1','name':'kecil'}]}]}");
    assertThat(xml(GeoReportV2.GET_SERVICE_DEFINITION, definition))
        .startsWith(
            XML
                + "<service_definition><service_code>001</service_code><attributes>"
                + "<attribute><variable>true</variable>")
        .contains("<values><value><key>1</key><name>kecil</name></value></values>");
  }

  @Test
  void writeDefinition_withoutAttributes_keepsTheirList() {
    ServiceDefinition definition = ServiceDefinition.builder(new ServiceCode("1")).build();

    assertThat(json(GeoReportV2.GET_SERVICE_DEFINITION, definition))
        .isEqualTo("{'service_code':'1','attributes':[]}");
    assertThat(xml(GeoReportV2.GET_SERVICE_DEFINITION, definition)).contains("<attributes/>");
  }

  @Test
  void writeReceipt_eitherKind_isAListOfOne() {
    SubmissionReceipt byId = SubmissionReceipt.forReport(new ReportId("7")).build();
    SubmissionReceipt byToken = SubmissionReceipt.forToken(new ReportToken("t")).build();

    assertThat(json(GeoReportV2.CREATE_REPORT, byId)).isEqualTo("[{'service_request_id':'7'}]");
    assertThat(json(GeoReportV2.CREATE_REPORT, byToken)).isEqualTo("[{'token':'t'}]");
    assertThat(xml(GeoReportV2.CREATE_REPORT, byToken))
        .isEqualTo(
            XML + "<service_requests><request><token>t</token></request></service_requests>");
  }

  @Test
  void writeTokenAnswer_pending_namesTheTokenOnly() {
    assertThat(json(GeoReportV2.GET_TOKEN, TokenAnswer.pending(new ReportToken("t"))))
        .isEqualTo("[{'token':'t'}]");
  }

  @Test
  void mediaTypes_ofErrors_areThoseOfTheStandard() {
    assertThat(GeoReportErrors.XML.mediaType()).isEqualTo(MediaType.TEXT_XML);
    assertThat(GeoReportErrors.JSON.mediaType()).isEqualTo(MediaType.JSON);
  }
}
