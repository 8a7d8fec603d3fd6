package id.simpul.node.internal.reporting;

import id.simpul.core.value.RegionCode;
import id.simpul.node.internal.store.OpaqueIds;
import id.simpul.node.internal.store.StreamId;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportToken;

/**
 * Makes identifiers that cannot be guessed or counted, public ones qualified by the node's region.
 * Thread-safe.
 */
final class ReportIds {
  private final String prefix;
  private final OpaqueIds ids;

  ReportIds(RegionCode region, OpaqueIds ids) {
    this.prefix = region.code().replace(".", "") + "-";
    this.ids = ids;
  }

  ReportId newReportId() {
    return new ReportId(prefix + ids.next());
  }

  ReportToken newToken() {
    return new ReportToken(prefix + "t" + ids.next());
  }

  StreamId newStreamId() {
    return new StreamId("report-" + ids.next());
  }
}
