import org.jspecify.annotations.NullMarked;

/** Citizen reports in Open311 GeoReport v2: clients, domain types and wire descriptions. */
@NullMarked
module id.simpul.reporting {
  requires transitive id.simpul.core;

  exports id.simpul.reporting;
  exports id.simpul.reporting.wire;
}
