/**
 * Reconciling two registers of vaccination doses: what both say, what one says alone, where they
 * contradict each other, and why, without overwriting anybody's truth.
 *
 * <p><b>The algebra.</b> A register does not hold doses; it holds <i>statements</i> about doses:
 * "in version 3 of record 17 the national register says that this person got this vaccine on that
 * day". A statement never changes; a correction is a newer statement. A {@link
 * id.simpul.health.reconciliation.StatementSet} is a set of statements, and merging two of them is
 * the union of the sets. Sets under union are a join-semilattice: merging is commutative,
 * associative and idempotent, and nothing is ever lost by it, whoever merges what with whom, how
 * often and in which order.
 *
 * <p>The reconciled view is a <i>function</i> of the merged set and of nothing else, neither of the
 * order in which statements came, nor of a clock, nor of what was decided before: {@link
 * id.simpul.health.reconciliation.Reconciliation}. It never picks by chance: groups of statements
 * are the connected components of symmetric relations, and where a statement has several candidates
 * and none is better, none is taken and the finding says so. So {@code view(a + b) = view(b + a)},
 * {@code view(a + a) = view(a)} and {@code view((a + b) + c) = view(a + (b + c))} hold by
 * construction.
 *
 * <p><b>Nothing is decided silently.</b> Each {@link id.simpul.health.reconciliation.Finding} holds
 * the original statements of both sides, says for every field on which they differ whose value
 * stands and by which rule ({@link id.simpul.health.reconciliation.FieldPolicy}), and explains
 * itself with masked values. What it suggests is not done by it, and is guarded by the version it
 * was concluded from.
 *
 * <p>No NIK and no name is in any exception, log or {@code toString} of this package. All values
 * are immutable and may be shared between threads. Parameters and results are non-null unless
 * marked {@code @Nullable}; a null argument raises {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.reconciliation;

import org.jspecify.annotations.NullMarked;
