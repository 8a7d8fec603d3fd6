package id.simpul.identity.federation;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** What one resolution has used of its {@link ResolutionBudget}. Not thread-safe. */
final class Spending {
  private final LongSupplier ticker;
  private final long started;
  private int fetches;
  private int bytes;

  Spending(LongSupplier ticker) {
    this.ticker = ticker;
    this.started = ticker.getAsLong();
  }

  /**
   * Fetches within what is left. What comes in spite of its limits is not used.
   *
   * @param what what is fetched, for messages
   * @throws TrustException {@code BUDGET_EXCEEDED}, or what the fetch throws
   */
  String fetch(String what, Function<FetchLimits, String> call) {
    FetchLimits limits = limits(what);
    fetches++;
    long began = ticker.getAsLong();
    String answer = take(what, limits, call);
    if (ticker.getAsLong() - began > limits.timeout().toNanos()) {
      throw exceeded(what, "took longer than " + limits.timeout().toMillis() + " ms", "time");
    }
    return answer;
  }

  /** An answer that is too large has cost all it was allowed to, whoever noticed. */
  private String take(String what, FetchLimits limits, Function<FetchLimits, String> call) {
    int most = limits.maxBytes();
    try {
      String answer = call.apply(limits);
      if (answer.length() > most) {
        throw exceeded(what, "is larger than " + most + " bytes", "size");
      }
      bytes += answer.length();
      return answer;
    } catch (TrustException e) {
      bytes += e.reason() == Reason.BUDGET_EXCEEDED ? most : 0;
      throw e;
    }
  }

  private FetchLimits limits(String what) {
    if (fetches >= ResolutionBudget.MAX_FETCHES) {
      throw exceeded(
          what, "would be one fetch too many", ResolutionBudget.MAX_FETCHES + " fetches");
    }
    int bytesLeft = ResolutionBudget.MAX_BYTES - bytes;
    if (bytesLeft <= 0) {
      throw exceeded(what, "comes after all bytes are used", ResolutionBudget.MAX_BYTES + " bytes");
    }
    Duration elapsed = Duration.ofNanos(ticker.getAsLong() - started);
    Duration left = ResolutionBudget.TIMEOUT.minus(elapsed);
    if (left.isNegative() || left.isZero()) {
      throw exceeded(what, "comes after all time is used", ResolutionBudget.TIMEOUT.toString());
    }
    Duration each = ResolutionBudget.FETCH_TIMEOUT;
    return new FetchLimits(
        left.compareTo(each) < 0 ? left : each, Math.min(bytesLeft, EntityStatement.MAX_LENGTH));
  }

  private static TrustException exceeded(String who, String what, String where) {
    return new TrustException(Reason.BUDGET_EXCEEDED, who, what, where);
  }
}
