package id.simpul.node.internal.reporting;

import id.simpul.core.value.GeoPoint;
import id.simpul.node.internal.store.BoundingBox;
import id.simpul.node.internal.store.Event;
import id.simpul.node.internal.store.ReportFilter;
import id.simpul.node.internal.store.ReportRow;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.StreamId;
import id.simpul.reporting.DetailedStatus;
import id.simpul.reporting.Report;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportQuery;
import id.simpul.reporting.ReportStatus;
import id.simpul.reporting.ReportToken;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds reports and folds them. Blocks; call it off the event loop. Thread-safe. */
final class ReportReader {
  private static final Set<String> CLOSED = Set.of(DetailedStatus.CLOSED.code());

  private final Store store;
  private final ServiceCatalogue catalogue;
  private final ZoneId zone;
  private final InstantSource clock;

  ReportReader(Store store, ServiceCatalogue catalogue, ZoneId zone, InstantSource clock) {
    this.store = store;
    this.catalogue = catalogue;
    this.zone = zone;
    this.clock = clock;
  }

  /** A report's state with the stream it came from. */
  record Found(StreamId stream, ReportFold fold) {}

  Optional<Found> find(ReportId id) {
    return store
        .findByPublicId(id.value())
        .map(row -> new Found(row.stream(), ReportFold.of(store.events(row.stream()))));
  }

  Optional<ReportId> findByToken(ReportToken token) {
    return store.findByToken(token.value()).map(row -> new ReportId(row.entry().publicId()));
  }

  Report show(Found found, boolean extensions) {
    return found.fold().report(catalogue, zone, extensions);
  }

  /**
   * Lists reports, newest first.
   *
   * @param query which; ids stand alone
   * @return at most a page of them
   */
  List<Report> list(ReportQuery query) {
    List<ReportRow> rows = store.query(filter(query));
    if (query.centre().isPresent() && query.radiusMetres().isPresent()) {
      rows = page(near(rows, query.centre().get(), query.radiusMetres().getAsInt()), query);
    }
    Map<StreamId, List<Event>> events = store.events(rows.stream().map(ReportRow::stream).toList());
    return rows.stream()
        .map(row -> ReportFold.of(events.getOrDefault(row.stream(), List.of())))
        .map(fold -> fold.report(catalogue, zone, query.extensions()))
        .toList();
  }

  private ReportFilter filter(ReportQuery query) {
    ReportFilter.Builder filter = ReportFilter.builder();
    if (!query.reportIds().isEmpty()) {
      return filter
          .publicIds(query.reportIds().stream().map(ReportId::value).toList())
          .page(query.pageSize(), (query.page() - 1) * query.pageSize())
          .build();
    }
    filter
        .serviceCodes(query.serviceCodes().stream().map(c -> c.value()).toList())
        .updated(instant(query.updatedAfter()), instant(query.updatedBefore()));
    requested(query, filter);
    Set<ReportStatus> statuses = query.statuses().stream().collect(Collectors.toSet());
    if (statuses.size() == 1) {
      filter.status(statuses.contains(ReportStatus.CLOSED), CLOSED);
    }
    query.box().map(ReportReader::box).ifPresent(filter::within);
    if (query.centre().isPresent() && query.radiusMetres().isPresent()) {
      // The circle is cut out of its box afterwards, and only then into pages.
      return filter
          .within(Circle.boxAround(query.centre().get(), query.radiusMetres().getAsInt()))
          .page(ReportFilter.MAX_LIMIT, 0)
          .build();
    }
    return filter.page(query.pageSize(), (query.page() - 1) * query.pageSize()).build();
  }

  // GeoReport v2: a span of ninety days, by default the last ninety.
  private void requested(ReportQuery query, ReportFilter.Builder filter) {
    Instant from = instant(query.from());
    Instant to = instant(query.to());
    boolean byUpdate = query.updatedAfter().isPresent() || query.updatedBefore().isPresent();
    if (from == null && to == null && !byUpdate) {
      from = clock.instant().minus(ReportQuery.MAX_SPAN);
    } else if (from == null && to != null) {
      from = to.minus(ReportQuery.MAX_SPAN);
    } else if (from != null && to == null) {
      to = from.plus(ReportQuery.MAX_SPAN);
    }
    filter.requested(from, to);
  }

  private static @Nullable Instant instant(Optional<OffsetDateTime> time) {
    return time.map(OffsetDateTime::toInstant).orElse(null);
  }

  private static BoundingBox box(id.simpul.reporting.BoundingBox box) {
    return new BoundingBox(
        box.southWest().latitude().doubleValue(),
        box.southWest().longitude().doubleValue(),
        box.northEast().latitude().doubleValue(),
        box.northEast().longitude().doubleValue());
  }

  private static List<ReportRow> near(List<ReportRow> rows, GeoPoint centre, int metres) {
    return rows.stream()
        .filter(row -> row.entry().place().map(p -> Circle.within(centre, metres, p)).orElse(false))
        .toList();
  }

  private static List<ReportRow> page(List<ReportRow> rows, ReportQuery query) {
    return rows.stream()
        .skip((long) (query.page() - 1) * query.pageSize())
        .limit(query.pageSize())
        .toList();
  }
}
