package id.simpul.health.reconciliation;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.health.internal.reconciliation.KeyRuns;
import id.simpul.health.internal.reconciliation.RowWriter;
import id.simpul.health.internal.reconciliation.Rows;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A set of statements: a join-semilattice under {@link #merge}, which is the union. Whoever adds
 * statements in whatever order, as often as they like, gets an equal set.
 *
 * <p>Statements are packed, some 200 bytes each. {@code toString} shows the size alone. Immutable
 * and thread-safe.
 */
public final class StatementSet {
  /** The most statements of a set. */
  public static final int MAX_STATEMENTS = KeyRuns.MAX_ITEMS;

  private final Rows rows;

  private StatementSet(Rows rows) {
    this.rows = rows;
  }

  /**
   * Starts a set.
   *
   * @return a builder without statements
   */
  public static Builder builder() {
    return new Builder(MAX_STATEMENTS);
  }

  static Builder builder(int most) {
    return new Builder(most);
  }

  /**
   * The set of some statements.
   *
   * @param statements statements, in any order; the same one may come again
   * @return the set
   */
  public static StatementSet of(Iterable<DoseStatement> statements) {
    Builder builder = builder();
    statements.forEach(builder::add);
    return builder.build();
  }

  /**
   * The union: all that either set says.
   *
   * @param other another set
   * @return {@code this} and {@code other}; equal to {@code other.merge(this)}
   * @throws ValidationException when they have more than {@link #MAX_STATEMENTS} together
   */
  public StatementSet merge(StatementSet other) {
    return merge(other, MAX_STATEMENTS);
  }

  StatementSet merge(StatementSet other, int most) {
    Rows union = rows.union(other.rows);
    limit(union.size(), most);
    if (union == rows) {
      return this;
    }
    return new StatementSet(union);
  }

  private static void limit(int size, int most) {
    if (size > most) {
      throw new ValidationException(
          "StatementSet",
          List.of(
              new Violation(
                  Violation.LENGTH,
                  "statements",
                  "a set has at most " + most + "; reconcile one district at a time")));
    }
  }

  /**
   * How many statements there are.
   *
   * @return different statements
   */
  public int size() {
    return rows.size();
  }

  /**
   * The statements, in an order that is the same for equal sets and means nothing.
   *
   * @return a stream that makes them one by one
   */
  public Stream<DoseStatement> stream() {
    return IntStream.range(0, rows.size()).mapToObj(row -> StatementCodec.read(rows.reader(row)));
  }

  Rows rows() {
    return rows;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof StatementSet other && rows.sameAs(other.rows);
  }

  @Override
  public int hashCode() {
    long sum = 0;
    for (int row = 0; row < rows.size(); row++) {
      sum += rows.hash(row);
    }
    return Long.hashCode(sum);
  }

  @Override
  public String toString() {
    return "StatementSet[" + rows.size() + "]";
  }

  /** Packs statements as they come. Not thread-safe. */
  public static final class Builder {
    private final int most;
    private final Rows.Builder rows = new Rows.Builder();
    private final RowWriter row = new RowWriter();

    private Builder(int most) {
      this.most = most;
    }

    /**
     * Adds a statement, which need not be kept by the caller.
     *
     * @param statement a statement; the same one may come again, and counts once
     * @return this
     * @throws ValidationException when there are more than {@link StatementSet#MAX_STATEMENTS},
     *     which {@link #build} says at the latest
     */
    public Builder add(DoseStatement statement) {
      if (rows.size() == 2 * most) {
        rows.compact();
        limit(rows.size(), most);
      }
      StatementCodec.write(statement, row);
      rows.add(row);
      return this;
    }

    /**
     * Makes the set.
     *
     * @return the immutable set
     * @throws ValidationException when there are more than {@link StatementSet#MAX_STATEMENTS}
     */
    public StatementSet build() {
      Rows built = rows.build();
      limit(built.size(), most);
      return new StatementSet(built);
    }
  }
}
