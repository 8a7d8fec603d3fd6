package id.simpul.identity.federation;

import java.time.Duration;

/**
 * What one resolution may take, whatever the graph of statements looks like. Beyond it a way is not
 * followed, and a resolution that found no other fails with {@code BUDGET_EXCEEDED}.
 */
public final class ResolutionBudget {
  /**
   * Intermediates between anchor and subject: national anchor, province, regency or city, agency,
   * and a unit of it as the subject.
   */
  public static final int MAX_PATH_LENGTH = 3;

  /** Statements in a chain: two configurations, and one statement more than intermediates. */
  public static final int MAX_STATEMENTS = MAX_PATH_LENGTH + 3;

  /** Superiors of one entity that are asked; anchors come first. */
  public static final int MAX_HINTS = 8;

  /** Statements that are fetched. */
  public static final int MAX_FETCHES = 24;

  /** Bytes of all statements that are fetched. */
  public static final int MAX_BYTES = 1024 * 1024;

  /** Trust marks of one entity that are looked at, of the types that are asked for. */
  public static final int MAX_TRUST_MARKS = 16;

  /** How long one fetch may take. */
  public static final Duration FETCH_TIMEOUT = Duration.ofSeconds(2);

  /** How long all of it may take; no fetch begins after that. */
  public static final Duration TIMEOUT = Duration.ofSeconds(5);

  private ResolutionBudget() {}
}
