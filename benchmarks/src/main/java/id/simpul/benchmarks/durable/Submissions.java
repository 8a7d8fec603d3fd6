package id.simpul.benchmarks.durable;

import id.simpul.benchmarks.sample.SampleReports;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.value.GeoPoint;
import id.simpul.node.internal.store.EventType;
import id.simpul.node.internal.store.NewEvent;
import id.simpul.node.internal.store.OpaqueIds;
import id.simpul.node.internal.store.ReportEntry;
import id.simpul.node.internal.store.StatusEntry;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.Submission;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.Reporter;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * What the node hands to its store for the reports that the load generator sends: the same rows of
 * the same size, with fresh ids. Thread-safe.
 */
final class Submissions {
  private static final EventType SUBMITTED = new EventType("report.submitted", 1);
  private static final String ACTOR = "reporter:load";
  private static final long SEED = 15_71;

  private final OpaqueIds ids = new OpaqueIds(InstantSource.system());

  private final List<Content> contents =
      new SampleReports(SEED).list(PostRequests.COUNT).stream().map(Submissions::content).toList();

  /**
   * The parts of a submission that do not change.
   *
   * @param payload the event's payload
   * @param identity the reporter, not yet encrypted
   * @param place where
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Content(byte[] payload, byte[] identity, GeoPoint place) {}

  /** The content of one report, in turns. */
  Content content(long number) {
    return contents.get((int) (number % contents.size()));
  }

  /**
   * A submission.
   *
   * @param number which content it has
   */
  Submission next(long number) {
    Content content = content(number);
    Instant now = Instant.now();
    return Submission.of(
            new StreamId("report-" + id()),
            new NewEvent(SUBMITTED, now, ACTOR, content.payload()),
            ReportEntry.of("1571-" + id(), SampleReports.SERVICE.value(), now).at(content.place()),
            new StatusEntry("submitted", now))
        .withIdentity(content.identity());
  }

  /** An id as the node makes them: those of one moment sort together. */
  String id() {
    return ids.next();
  }

  private static Content content(NewReport report) {
    GeoPoint place = report.location().point().orElseThrow();
    JsonObject.Builder attributes = JsonObject.builder();
    report
        .attributes()
        .forEach((code, values) -> attributes.put(code, JsonArray.ofStrings(values)));
    JsonObject payload =
        JsonObject.builder()
            .put("report_id", "1571-" + "0".repeat(OpaqueIds.LENGTH))
            .put("service_code", report.serviceCode().value())
            .putIfPresent("description", report.description().orElse(null))
            .put("lat", place.latitude().toPlainString())
            .put("long", place.longitude().toPlainString())
            .putIfPresent("address_string", report.location().address().orElse(null))
            .put("attributes", attributes.build())
            .put(
                "media_urls",
                JsonArray.ofStrings(report.mediaUrls().stream().map(URI::toString).toList()))
            .build();
    return new Content(Json.toBytes(payload), identity(report.reporter()), place);
  }

  private static byte[] identity(Reporter reporter) {
    return Json.toBytes(
        JsonObject.builder()
            .putIfPresent("email", reporter.email().orElse(null))
            .putIfPresent("device_id", reporter.deviceId().orElse(null))
            .putIfPresent("first_name", reporter.firstName().orElse(null))
            .putIfPresent("last_name", reporter.lastName().orElse(null))
            .putIfPresent("phone", reporter.phone().orElse(null))
            .build());
  }
}
