package id.simpul.reporting.wire;

import static id.simpul.reporting.support.Documents.readJson;
import static id.simpul.reporting.support.Documents.readXml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.reporting.Attribute;
import id.simpul.reporting.DetailedStatus;
import id.simpul.reporting.Discovery;
import id.simpul.reporting.Report;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportStatus;
import id.simpul.reporting.Service;
import id.simpul.reporting.ServiceDefinition;
import id.simpul.reporting.ServiceType;
import id.simpul.reporting.SubmissionReceipt;
import id.simpul.reporting.TokenAnswer;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real servers send: read as long as it can be understood, else refused by name. */
class GeoReportReadingTest {
  private static final String MINIMAL =
      "'service_request_id':638344,'status':'OPEN','service_code':6,"
          + "'requested_datetime':'2010-04-14T06:37:38-08:00'";

  private static Report report(String members) throws IOException {
    return readJson(GeoReportV2.GET_REPORT, "[{" + MINIMAL + members + "}]");
  }

  @Test
  void readReports_numbersForIds_becomeText() throws IOException {
    Report report = report(",'address_id':545483,'zipcode':94122");

    assertThat(report.id().value()).isEqualTo("638344");
    assertThat(report.serviceCode().value()).isEqualTo("6");
    assertThat(report.location().addressId()).contains("545483");
    assertThat(report.zipcode()).contains("94122");
    assertThat(report.status()).isEqualTo(ReportStatus.OPEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{%s}]",
        "{%s}",
        "{'service_requests':[{%s}]}",
        "{'service_requests':{%s}}",
        "{'service_requests':[{%s}],'total':1}",
        "{'service_requests':{'request':[{%s}]}}",
        "{'service_requests':{'request':{%s}}}",
        "[null,{%s}]",
      })
  void readReports_anyWrapping_isUnwrapped(String wrapping) throws IOException {
    List<Report> reports = readJson(GeoReportV2.LIST_REPORTS, wrapping.replace("%s", MINIMAL));

    assertThat(reports).extracting(Report::id).containsExactly(new ReportId("638344"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{'service_requests':[]}", "{'service_requests':null}", "null"})
  void readReports_anyEmptyList_isNone(String json) throws IOException {
    assertThat(readJson(GeoReportV2.LIST_REPORTS, json)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<service_requests/>", "<requests> \n </requests>", "<any></any>"})
  void readReports_anyEmptyRoot_isNone(String xml) throws IOException {
    assertThat(readXml(GeoReportV2.LIST_REPORTS, xml)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "service_requests,request",
    "service_requests,service_request",
    "requests,request",
    "service_requests_updates,anything"
  })
  void readReports_anyNamesInXml_areUnderstood(String root, String item) throws IOException {
    String xml =
        "<ROOT type=\"array\"><ITEM><requested_datetime>2010-04-14T06:37:38.123-08:00 "
            + "</requested_datetime><status>closed</status><service_code> 006 </service_code>"
            + "<service_request_id>1</service_request_id><description/></ITEM></ROOT>";

    List<Report> reports =
        readXml(GeoReportV2.LIST_REPORTS, xml.replace("ROOT", root).replace("ITEM", item));

    assertThat(reports).hasSize(1);
    Report report = reports.get(0);
    assertThat(report.requestedAt()).isEqualTo(OffsetDateTime.parse("2010-04-14T06:37:38-08:00"));
    assertThat(report.serviceCode().value()).isEqualTo("006");
    assertThat(report.description()).isEmpty();
  }

  @Test
  void readReports_itemWithoutRoot_isAListOfOne() throws IOException {
    String xml =
        "<request><service_request_id>1</service_request_id><status>open</status>"
            + "<service_code>6</service_code>"
            + "<requested_datetime>2010-04-14T06:37:38Z</requested_datetime></request>";

    assertThat(readXml(GeoReportV2.LIST_REPORTS, xml)).hasSize(1);
    assertThat(readXml(GeoReportV2.GET_REPORT, xml).id()).isEqualTo(new ReportId("1"));
  }

  @Test
  void readReport_unknownMembers_areKept() throws IOException {
    Report report = report(",'ward':3,'extended_attributes':{'x':'y'},'email':'a@b.example'");

    assertThat(report.extra().get("ward")).contains(new JsonNumber("3"));
    assertThat(report.extra().members()).containsKey("extended_attributes");
    assertThat(report.extra().members()).doesNotContainKey("email");
    assertThat(report.detailedStatus()).isEmpty();
  }

  @Test
  void readReport_detailedStatus_isTakenFromExtendedAttributes() throws IOException {
    Report report = report(",'extended_attributes':{'detailed_status':'IN_PROGRESS','title':'t'}");

    assertThat(report.detailedStatus()).contains(DetailedStatus.IN_PROGRESS);
    JsonObject rest = (JsonObject) report.extra().get("extended_attributes").orElseThrow();
    assertThat(rest.members()).containsOnlyKeys("title");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",'lat':1.5",
        ",'long':103.5",
        ",'lat':91,'long':0",
        ",'lat':0,'long':-181",
        ",'lat':'','long':null"
      })
  void readReport_coordinatesThatAreNoPlace_areKeptButNoPoint(String members) throws IOException {
    Report report = report(members);

    assertThat(report.location().point()).isEmpty();
    assertThat(report.extra().members().isEmpty()).isEqualTo(members.contains("''"));
  }

  @Test
  void readReport_coordinatesAsText_areAPoint() throws IOException {
    Report report = report(",'lat':' -1.61 ','long':'1036131e-4'");

    assertThat(report.location().point().orElseThrow().latitude()).isEqualTo("-1.61");
    assertThat(report.location().point().orElseThrow().longitude()).isEqualTo("103.6131");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "[{'status':'open'}] | /0/service_request_id",
        "[{%s,'updated_datetime':'yesterday'}] | /0/updated_datetime",
        "[{%s,'updated_datetime':'2010-04-14T06:37:38'}] | /0/updated_datetime",
        "[{%s,'updated_datetime':{}}] | /0/updated_datetime",
        "[{%s,'lat':'1e999999999','long':1}] | /0/lat",
        "[{%s,'lat':1e31,'long':1}] | /0/lat",
        "[{%s,'notes':[{'datetime':'x'}]}] | /0/notes/0/datetime",
        "[{%s,'extended_attributes':[]}] | /0/extended_attributes",
        "[7] | /0",
        "7 | /",
        "[{'service_request_id':'','status':'open'}] | /0/service_request_id",
      })
  void readReports_whatCannotBeUnderstood_isRefusedByPlace(String json, String where) {
    FormatException e =
        catchThrowableOfType(
            FormatException.class,
            () -> readJson(GeoReportV2.LIST_REPORTS, json.replace("%s", MINIMAL)));

    assertThat(e.where()).isEqualTo(where);
    assertThat(e.getMessage()).doesNotContain("yesterday");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a><request><status>open</status></request></a> | /a/request[1]/service_request_id",
        "<a><request>text</request></a> | /a/request[1]",
        "<a><request><status>open</status><status>open</status></request></a> |"
            + " /a/request[1]/status",
        "<a><request><lat><x/></lat></request></a> | /a/request[1]/lat",
      })
  void readReports_xmlThatCannotBeUnderstood_isRefusedByPlace(String xml, String where) {
    FormatException e =
        catchThrowableOfType(FormatException.class, () -> readXml(GeoReportV2.LIST_REPORTS, xml));

    assertThat(e.where()).isEqualTo(where);
  }

  @Test
  void readReport_severalOrNone_isRefused() {
    FormatException several =
        catchThrowableOfType(
            FormatException.class,
            () -> readJson(GeoReportV2.GET_REPORT, "[{" + MINIMAL + "},{" + MINIMAL + "}]"));
    FormatException none =
        catchThrowableOfType(FormatException.class, () -> readJson(GeoReportV2.GET_REPORT, "[]"));

    assertThat(several.reason()).contains("not 2");
    assertThat(none.reason()).contains("not 0");
  }

  @Test
  void readServices_defaultsAndOddTypes_areUnderstood() throws IOException {
    Service service =
        readJson(
                GeoReportV2.LIST_SERVICES,
                "[{'service_code':1,'service_name':'n','metadata':'false','keywords':' a ,,b',"
                    + "'groups':{'group':['g','h']},'group':'g'}]")
            .get(0);

    assertThat(service.metadata()).isFalse();
    assertThat(service.type()).isEqualTo(ServiceType.REALTIME);
    assertThat(service.keywords()).containsExactly("a", "b");
    assertThat(service.groups()).containsExactly("g", "h");
  }

  @Test
  void readServices_unknownType_isKept() throws IOException {
    Service service =
        readXml(
                GeoReportV2.LIST_SERVICES,
                "<services><service><service_code>1</service_code><service_name>n</service_name>"
                    + "<metadata>TRUE</metadata><type>Hourly</type></service></services>")
            .get(0);

    assertThat(service.metadata()).isTrue();
    assertThat(service.type()).isEqualTo(new ServiceType("hourly"));
    assertThat(service.type().isKnown()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<attributes><attribute><code>A</code></attribute><attribute><code>B</code></attribute>"
            + "</attributes>",
        "<attribute><code>A</code></attribute><attribute><code>B</code></attribute>",
      })
  void readDefinition_wrappedOrNot_hasItsAttributes(String attributes) throws IOException {
    ServiceDefinition definition =
        readXml(
            GeoReportV2.GET_SERVICE_DEFINITION,
            "<service_definition>"
                + attributes
                + "<service_code>1</service_code></service_definition>");

    assertThat(definition.attributes()).extracting(Attribute::code).containsExactly("A", "B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'service_code':1,'attributes':[{'code':'A','values':[{'key':1,'name':'x'}]}]}",
        "[{'service_code':1,'attribute':{'code':'A','values':{'value':{'key':1,'name':'x'}}}}]",
        "{'service_definition':{'service_code':1,'attributes':{'attribute':[{'code':'A',"
            + "'values':{'key':1,'name':'x'}}]}}}",
      })
  void readDefinition_anyWrappingInJson_isUnwrapped(String json) throws IOException {
    ServiceDefinition definition = readJson(GeoReportV2.GET_SERVICE_DEFINITION, json);

    assertThat(definition.attributes()).hasSize(1);
    assertThat(definition.attributes().get(0).values())
        .extracting(v -> v.key() + v.name())
        .containsExactly("1x");
  }

  @Test
  void readDiscovery_asTheStandardPrintsIt_isUnderstood() throws IOException {
    Discovery discovery =
        readXml(
            GeoReportV2.DISCOVERY,
            "<discovery><changeset>2010-11-23 09:01</changeset><contact>kantor</contact>"
                + "<key_service>loket</key_service><endpoints><endpoint>"
                + "<specification>http://wiki.open311.org/GeoReport_v2</specification>"
                + "<url>http://node.example/v2</url><changeset>1</changeset><type>production</type>"
                + "<formats><format>text/xml</format><format>application/json</format></formats>"
                + "</endpoint></endpoints></discovery>");

    assertThat(discovery.changeset()).isEqualTo("2010-11-23 09:01");
    assertThat(discovery.endpoints()).hasSize(1);
    assertThat(discovery.endpoints().get(0).formats())
        .containsExactly("text/xml", "application/json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'service_request_id':7,'token':'','account_id':null}]",
        "{'service_request_id':'7'}",
        "[{'service_request_id':'7','token':'t'}]",
        "{'service_requests':[{'service_request_id':7}]}",
        "{'service_requests':{'request':{'service_request_id':7}}}",
      })
  void readReceipt_withAnId_namesTheReport(String json) throws IOException {
    SubmissionReceipt receipt = readJson(GeoReportV2.CREATE_REPORT, json);

    assertThat(receipt.reportId()).contains(new ReportId("7"));
    assertThat(receipt.token()).isEmpty();
  }

  @Test
  void readReceipt_withNeither_isUntracked() throws IOException {
    SubmissionReceipt receipt =
        readJson(GeoReportV2.CREATE_REPORT, "[{'service_notice':'Terima kasih'}]");

    assertThat(receipt.reportId()).isEmpty();
    assertThat(receipt.token()).isEmpty();
    assertThat(receipt.serviceNotice()).contains("Terima kasih");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{'token':'t'}]", "{'token':'t'}", "{'token':'t','x':null}"})
  void readTokenAnswer_withoutAnId_isPending(String json) throws IOException {
    TokenAnswer answer = readJson(GeoReportV2.GET_TOKEN, json);

    assertThat(answer.reportId()).isEmpty();
    assertThat(answer.token().orElseThrow().value()).isEqualTo("t");
  }

  @Test
  void readTokenAnswer_withoutAnything_isRefused() {
    FormatException e =
        catchThrowableOfType(
            FormatException.class, () -> readJson(GeoReportV2.GET_TOKEN, "[{'x':1}]"));

    assertThat(e.where()).isEqualTo("/0/token");
  }

  @Test
  void readReport_deepUnknownXml_isKeptByTheSparkConvention() throws IOException {
    Report report =
        readXml(
            GeoReportV2.GET_REPORT,
            "<r><request><service_request_id>1</service_request_id><status>open</status>"
                + "<service_code>6</service_code><requested_datetime>2010-04-14T06:37:38Z"
                + "</requested_datetime><tag>a</tag><tag>b</tag><empty/></request></r>");

    assertThat(report.extra().members().get("tag").type()).isEqualTo("array");
    assertThat(report.extra().members().get("empty").type()).isEqualTo("null");
    assertThat(((JsonArray) report.extra().get("tag").orElseThrow()).items())
        .containsExactly(new JsonString("a"), new JsonString("b"));
  }
}
