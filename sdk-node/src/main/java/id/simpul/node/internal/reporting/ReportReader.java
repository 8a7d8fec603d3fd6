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
import java.util.ArrayList;
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
    boolean circle = query.centre().isPresent() && query.radiusMetres().isPresent();
    List<ReportRow> rows =
        circle
            ? near(query, query.centre().get(), query.radiusMetres().getAsInt())
            : store.query(filter(query).page(query.pageSize(), offset(query)).build());
    Map<StreamId, List<Event>> events = store.events(rows.stream().map(ReportRow::stream).toList());
    return rows.stream()
        .map(row -> ReportFold.of(events.getOrDefault(row.stream(), List.of())))
        .map(fold -> fold.report(catalogue, zone, query.extensions()))
        .toList();
  }

  private ReportFilter.Builder filter(ReportQuery query) {
    ReportFilter.Builder filter = ReportFilter.builder();
    if (!query.reportIds().isEmpty()) {
      return filter.publicIds(query.reportIds().stream().map(ReportId::value).toList());
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
    return filter;
  }

  private static int offset(ReportQuery query) {
    return Math.multiplyExact(query.page() - 1, query.pageSize());
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

  // The circle is cut out of the box around it, box by box of rows, until the page is full.
  private List<ReportRow> near(ReportQuery query, GeoPoint centre, int metres) {
    ReportFilter.Builder filter = filter(query).within(Circle.boxAround(centre, metres));
    List<ReportRow> found = new ArrayList<>();
    int wanted = Math.addExact(offset(query), query.pageSize());
    for (int from = 0; found.size() < wanted; from += ReportFilter.MAX_LIMIT) {
      List<ReportRow> rows = store.query(filter.page(ReportFilter.MAX_LIMIT, from).build());
      for (ReportRow row : rows) {
        if (row.entry().place().map(p -> Circle.within(centre, metres, p)).orElse(false)) {
          found.add(row);
        }
      }
      if (rows.size() < ReportFilter.MAX_LIMIT) {
        break;
      }
    }
    int last = Math.min(wanted, found.size());
    return List.copyOf(found.subList(Math.min(offset(query), last), last));
  }
}
