package id.simpul.node.internal.reporting;

import id.simpul.node.internal.store.Event;
import id.simpul.reporting.DetailedStatus;
import id.simpul.reporting.Report;
import id.simpul.reporting.ReportNote;
import id.simpul.reporting.ReportStatus;
import id.simpul.reporting.Service;
import id.simpul.reporting.ServiceDefinition;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A report's state, folded from its events. Nothing else knows a report's status; the index only
 * finds it. Immutable.
 */
final class ReportFold {
  private final ReportEvents.Submitted submitted;
  private final Instant requestedAt;
  private final List<Change> changes;
  private final long streamSequence;

  private record Change(ReportEvents.StatusChanged to, Instant at) {}

  private ReportFold(
      ReportEvents.Submitted submitted,
      Instant requestedAt,
      List<Change> changes,
      long streamSequence) {
    this.submitted = submitted;
    this.requestedAt = requestedAt;
    this.changes = changes;
    this.streamSequence = streamSequence;
  }

  /**
   * Folds a stream.
   *
   * @param events all its events, in order, at least one
   * @return the state after the last
   */
  static ReportFold of(List<Event> events) {
    Event first = events.get(0);
    List<Change> changes = new ArrayList<>();
    long sequence = first.streamSequence();
    for (Event event : events) {
      sequence = event.streamSequence();
      if (event.type().equals(ReportEvents.STATUS_CHANGED)) {
        changes.add(
            new Change(
                ReportEvents.readStatusChanged(event.payload()), event.envelope().occurredAt()));
      }
    }
    return new ReportFold(
        ReportEvents.readSubmitted(first.payload()),
        first.envelope().occurredAt(),
        List.copyOf(changes),
        sequence);
  }

  DetailedStatus status() {
    return changes.isEmpty()
        ? DetailedStatus.SUBMITTED
        : changes.get(changes.size() - 1).to().status();
  }

  Instant updatedAt() {
    return changes.isEmpty() ? requestedAt : changes.get(changes.size() - 1).at();
  }

  long streamSequence() {
    return streamSequence;
  }

  /**
   * The report as GeoReport v2 shows it.
   *
   * @param catalogue for the service's name; a service no longer offered shows its code
   * @param zone the zone of its times
   * @param extensions whether to show the detailed status, the attributes and the notes
   * @return the report, without anything of its reporter
   */
  Report report(ServiceCatalogue catalogue, ZoneId zone, boolean extensions) {
    Report.Builder report =
        Report.builder(
                submitted.id(),
                status().reportStatus().orElse(ReportStatus.OPEN),
                submitted.serviceCode(),
                at(requestedAt, zone))
            .serviceName(
                catalogue
                    .service(submitted.serviceCode())
                    .map(Service::name)
                    .orElse(submitted.serviceCode().value()))
            .description(submitted.description().orElse(null))
            .updatedAt(at(updatedAt(), zone))
            .location(submitted.location())
            .mediaUrl(submitted.mediaUrls().isEmpty() ? null : submitted.mediaUrls().get(0));
    if (!changes.isEmpty()) {
      report.statusNotes(changes.get(changes.size() - 1).to().note().orElse(null));
    }
    if (extensions) {
      report
          .detailedStatus(status())
          .attributes(AttributeAnswers.of(submitted.attributes(), definition(catalogue)))
          .notes(notes(zone));
    }
    return report.build();
  }

  // A service that is no longer offered has no questions any more; its answers stay.
  private ServiceDefinition definition(ServiceCatalogue catalogue) {
    return catalogue
        .definition(submitted.serviceCode())
        .orElseGet(() -> ServiceDefinition.builder(submitted.serviceCode()).build());
  }

  private List<ReportNote> notes(ZoneId zone) {
    return changes.stream()
        .map(c ->
            ReportNote.builder()
                .at(at(c.at(), zone))
                .type(c.to().status().code())
                .description(c.to().note().orElse(null))
                .build())
        .toList();
  }

  private static OffsetDateTime at(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toOffsetDateTime();
  }
}
