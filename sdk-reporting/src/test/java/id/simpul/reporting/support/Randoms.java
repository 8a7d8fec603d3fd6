package id.simpul.reporting.support;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.value.GeoPoint;
import id.simpul.reporting.Attribute;
import id.simpul.reporting.AttributeValue;
import id.simpul.reporting.BoundingBox;
import id.simpul.reporting.Datatype;
import id.simpul.reporting.DetailedStatus;
import id.simpul.reporting.Discovery;
import id.simpul.reporting.Endpoint;
import id.simpul.reporting.Location;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.Report;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportNote;
import id.simpul.reporting.ReportQuery;
import id.simpul.reporting.ReportState;
import id.simpul.reporting.ReportStatus;
import id.simpul.reporting.ReportToken;
import id.simpul.reporting.Reporter;
import id.simpul.reporting.Service;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.ServiceDefinition;
import id.simpul.reporting.ServiceType;
import id.simpul.reporting.SubmissionReceipt;
import id.simpul.reporting.TokenAnswer;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes values by chance from a seed, hostile texts among them; nobody real is in them. */
public final class Randoms {
  private static final List<String> PIECES =
      List.of(
          "jalan berlubang",
          "\"",
          "'",
          "]]>",
          "<!DOCTYPE x>",
          "&amp;",
          "&",
          "\\",
          "\\u0000",
          "\r\n",
          "\r",
          "\n",
          "\t",
          " ",
          "\u00E9\u0301",
          "\uD83D\uDEA7",
          "\u202Eabc",
          "\u0627\u0644\u0634\u0627\u0631\u0639",
          "\uFFFD",
          "\u2028",
          "\u0085",
          "true",
          "null",
          "006",
          "{}",
          "%2F+",
          ",");

  private final Random random;

  public Randoms(long seed) {
    this.random = new Random(seed);
  }

  public <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> some(int max, Supplier<T> value) {
    List<T> values = new ArrayList<>();
    for (int i = random.nextInt(max + 1); i > 0; i--) {
      values.add(value.get());
    }
    return values;
  }

  /** A text that is not blank. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      text.append(oneOf(PIECES));
    }
    return text.toString().isBlank() ? text + "x" : text.toString();
  }

  /** A text without white space around it. */
  public String word() {
    String word = text().strip();
    return word.isEmpty() ? "x" : word;
  }

  /** An identifier: no control character, nothing to strip. */
  public String id() {
    StringBuilder id = new StringBuilder();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      id.append(oneOf(List.of("a", "Z", "0", "-", ".", "/", "<", "&", "\u00E9", "\uD83D\uDEA7")));
    }
    return id.toString();
  }

  public OffsetDateTime time() {
    Instant instant = Instant.ofEpochSecond(1_000_000_000L + random.nextInt(1_000_000_000));
    return instant.atOffset(ZoneOffset.ofHoursMinutes(random.nextInt(15) - 7, 0));
  }

  public GeoPoint point() {
    return new GeoPoint(
        BigDecimal.valueOf(random.nextInt(1_800_001) - 900_000, 4),
        BigDecimal.valueOf(random.nextInt(3_600_001) - 1_800_000, 4));
  }

  private JsonObject extra() {
    JsonObject.Builder extra = JsonObject.builder();
    if (random.nextBoolean()) {
      extra.put("x_unknown", new JsonString(word()));
    }
    if (random.nextBoolean()) {
      extra.put("x_nested", JsonObject.builder().put("inner", word()).build());
    }
    return extra.build();
  }

  public Discovery discovery() {
    return Discovery.builder()
        .changeset(word())
        .contact(text())
        .keyService(text())
        .endpoints(some(3, this::endpoint))
        .extra(extra())
        .build();
  }

  private Endpoint endpoint() {
    return Endpoint.builder(URI.create("https://node.example/" + random.nextInt(100)))
        .changeset(word())
        .type(oneOf(List.of(Endpoint.PRODUCTION, Endpoint.TEST)))
        .formats(List.of("application/json", "text/xml"))
        .extra(extra())
        .build();
  }

  public Service service() {
    Set<String> groups = new LinkedHashSet<>(some(3, this::text));
    return Service.builder(new ServiceCode(id()), text())
        .description(maybe(this::text))
        .metadata(random.nextBoolean())
        .type(oneOf(List.of(ServiceType.REALTIME, ServiceType.BATCH, ServiceType.BLACKBOX)))
        .keywords(some(3, () -> "kata " + random.nextInt(50)))
        .groups(new ArrayList<>(groups))
        .extra(extra())
        .build();
  }

  public ServiceDefinition definition() {
    return ServiceDefinition.builder(new ServiceCode(id()))
        .attributes(some(4, this::attribute))
        .extra(extra())
        .build();
  }

  private Attribute attribute() {
    return Attribute.builder(word(), oneOf(List.of(Datatype.TEXT, Datatype.SINGLEVALUELIST)))
        .variable(random.nextBoolean())
        .required(random.nextBoolean())
        .datatypeDescription(maybe(this::text))
        .order(maybe(() -> random.nextInt(20)))
        .description(maybe(this::text))
        .values(some(3, () -> new AttributeValue(word(), text(), extra())))
        .extra(extra())
        .build();
  }

  public Report report() {
    return Report.builder(
            new ReportId(id()),
            oneOf(List.of(ReportStatus.OPEN, ReportStatus.CLOSED)),
            new ServiceCode(id()),
            time())
        .serviceName(maybe(this::text))
        .statusNotes(maybe(this::text))
        .description(maybe(this::text))
        .agencyResponsible(maybe(this::text))
        .serviceNotice(maybe(this::text))
        .updatedAt(maybe(this::time))
        .expectedAt(maybe(this::time))
        .location(
            Location.UNKNOWN
                .withPoint(maybe(this::point))
                .withAddress(maybe(this::text))
                .withAddressId(maybe(this::word)))
        .zipcode(maybe(this::word))
        .mediaUrl(maybe(this::word))
        .detailedStatus(maybe(() -> oneOf(List.of(DetailedStatus.RESOLVED, DetailedStatus.CLOSED))))
        .notes(some(3, this::note))
        .extra(extra())
        .build();
  }

  private ReportNote note() {
    return ReportNote.builder()
        .at(time())
        .type(maybe(this::text))
        .summary(maybe(this::text))
        .description(maybe(this::text))
        .extra(extra())
        .build();
  }

  public SubmissionReceipt receipt() {
    SubmissionReceipt.Builder receipt =
        oneOf(
            List.of(
                SubmissionReceipt.forReport(new ReportId(id())),
                SubmissionReceipt.forToken(new ReportToken(id())),
                SubmissionReceipt.untracked()));
    return receipt
        .serviceNotice(maybe(this::text))
        .accountId(maybe(this::word))
        .extra(extra())
        .build();
  }

  public TokenAnswer tokenAnswer() {
    TokenAnswer answer =
        random.nextBoolean()
            ? TokenAnswer.pending(new ReportToken(id()))
            : TokenAnswer.filed(new ReportId(id())).withToken(new ReportToken(id()));
    return answer.withExtra(extra());
  }

  public ReportState state() {
    return ReportState.builder(
            new ReportId(id()), ReportStatus.OPEN, DetailedStatus.IN_PROGRESS, time())
        .extra(extra())
        .build();
  }

  public NewReport newReport() {
    NewReport.Builder report =
        NewReport.builder(
                new ServiceCode(id()), Location.at(point()).withAddress(maybe(this::text)))
            .description(maybe(this::text))
            .reporter(reporter());
    for (int i = random.nextInt(4); i > 0; i--) {
      report.attribute("kode-" + i + " \u00E9&=", some(3, this::text));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      report.mediaUrl(URI.create("https://media.example/" + i + "?a=b&c=%20"));
    }
    return report.build();
  }

  private Reporter reporter() {
    return Reporter.builder()
        .email(maybe(() -> "warga" + random.nextInt(1000) + "@contoh.example"))
        .deviceId(maybe(this::text))
        .accountId(maybe(this::text))
        .firstName(maybe(() -> "Warga " + random.nextInt(1000)))
        .lastName(maybe(() -> "Contoh"))
        .phone(maybe(() -> "+62 000 " + random.nextInt(100_000)))
        .build();
  }

  public ReportQuery query() {
    OffsetDateTime from = time();
    ReportQuery.Builder query =
        ReportQuery.builder()
            .serviceCodes(some(3, () -> new ServiceCode(id())))
            .statuses(some(2, () -> oneOf(List.of(ReportStatus.OPEN, ReportStatus.CLOSED))))
            .from(maybe(() -> from))
            .to(maybe(() -> from.plusDays(random.nextInt(91))))
            .updatedAfter(maybe(() -> from))
            .updatedBefore(maybe(() -> from.plusDays(400)))
            .box(
                maybe(() ->
                    new BoundingBox(GeoPoint.of("-7.5", "100"), GeoPoint.of("-1.25", "141.0"))))
            .page(1 + random.nextInt(5))
            .pageSize(1 + random.nextInt(ReportQuery.MAX_PAGE_SIZE))
            .extensions(random.nextBoolean());
    if (random.nextInt(4) == 0) {
      query.near(point(), 1 + random.nextInt(ReportQuery.MAX_RADIUS_METRES));
    }
    if (random.nextInt(4) == 0) {
      query.reportIds(List.of(new ReportId(id()), new ReportId(id())));
    }
    return query.build();
  }
}
