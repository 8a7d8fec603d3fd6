/**
 * Case figures: reports with revisions that are never overwritten, the shapes Indonesian publishers
 * used, exports to DHIS2 and FHIR, and the suppression of small cells.
 *
 * <p>Publishers restate their figures without notice. A {@link id.simpul.health.figures.CaseReport}
 * therefore carries a revision, a {@link id.simpul.health.figures.ReportHistory} only grows, and a
 * daily figure that comes out negative is flagged and not clamped: it says that an earlier one was
 * too high.
 *
 * <p>All values are immutable and may be shared between threads. Parameters and results are
 * non-null unless marked {@code @Nullable}; a null argument raises {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.figures;

import org.jspecify.annotations.NullMarked;
