package id.simpul.identity.federation;

import org.jspecify.annotations.Nullable;

/** What came of a resolution: an entity, or none and the reason in the report. Immutable. */
record Outcome(@Nullable ResolvedEntity entity, ChainReport report) {
  ResolvedEntity orThrow() {
    if (entity == null) {
      throw report.problem().orElseThrow().toException();
    }
    return entity;
  }
}
