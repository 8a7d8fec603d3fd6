package id.simpul.health;

import id.simpul.core.ApiException;
import id.simpul.core.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SATUSEHAT, or the gateway before it, answered with a status that is not a success. */
public final class SatuSehatRefusedException extends SatuSehatException {
  private static final long serialVersionUID = 1L;

  /** The HTTP status. */
  private final int status;

  /** What it comes to. */
  private final SatuSehatProblem.Kind kind;

  private final transient List<SatuSehatProblem> problems;
  private final transient @Nullable Duration retryAfter;

  private SatuSehatRefusedException(
      ApiException cause, SatuSehatProblem.Kind kind, List<SatuSehatProblem> problems) {
    super(fault(cause, kind, problems), cause.requestId().orElse(null), cause);
    this.status = cause.status();
    this.kind = kind;
    this.problems = problems;
    this.retryAfter = cause.retryAfter().orElse(null);
  }

  /**
   * Makes out what a refusal comes to.
   *
   * @param cause the refusal as the exchange saw it
   * @return the exception
   */
  public static SatuSehatRefusedException of(ApiException cause) {
    List<SatuSehatProblem> problems =
        cause.problems().stream().map(p -> SatuSehatProblem.of(cause.status(), p)).toList();
    SatuSehatProblem.Kind kind =
        problems.stream()
            .map(SatuSehatProblem::kind)
            .filter(k -> k == SatuSehatProblem.Kind.DUPLICATE)
            .findFirst()
            .orElseGet(() ->
                problems.isEmpty()
                    ? SatuSehatProblem.ofStatus(cause.status(), "")
                    : problems.get(0).kind());
    return new SatuSehatRefusedException(cause, kind, problems);
  }

  private static Fault fault(
      ApiException cause, SatuSehatProblem.Kind kind, List<SatuSehatProblem> problems) {
    String rules =
        problems.stream()
            .filter(p -> p.ruleNumber().isPresent())
            .map(p -> Integer.toString(p.rule()))
            .distinct()
            .collect(Collectors.joining(", "));
    String what = "answered " + cause.status() + (rules.isEmpty() ? "" : " by rule " + rules);
    return new Fault(kind.code(), cause.fault().who(), what, cause.fault().where(), advice(kind));
  }

  private static String advice(SatuSehatProblem.Kind kind) {
    return switch (kind) {
      case DUPLICATE -> "Search for the record and compare it with yours";
      case WRONG_ORGANIZATION ->
          "Use the organization the client id belongs to in every identifier system";
      case UNAUTHORIZED -> "Check the client id and secret, and that they are for this environment";
      case FORBIDDEN -> "Check that the client id belongs to the organization named";
      case NOT_FOUND -> "Check the id or the identifier";
      case THROTTLED -> "Nothing was carried out; send again when retryAfter() says so";
      case UNAVAILABLE -> "What became of the request is unknown; search before sending again";
      case STATE_CONFLICT -> "Read the record and decide again";
      case DATE -> "Write dates in UTC as 2026-11-22T09:00:00+00:00, none earlier than it takes";
      default -> "Correct what problems() names and send again";
    };
  }

  /**
   * The HTTP status.
   *
   * @return a status that is not a success
   */
  public int status() {
    return status;
  }

  /**
   * What the refusal comes to.
   *
   * @return the kind of its first problem, {@code DUPLICATE} when any is that
   */
  public SatuSehatProblem.Kind kind() {
    return kind;
  }

  /**
   * All complaints, in the server's order.
   *
   * @return an unmodifiable list, empty when the body could not be read
   */
  public List<SatuSehatProblem> problems() {
    return problems;
  }

  /**
   * The wait the server asked for.
   *
   * @return zero to one day, or empty
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /**
   * Whether the server may have carried the request out although it answered so.
   *
   * @return true for failures of the server or its gateway
   */
  public boolean outcomeUnknown() {
    return kind == SatuSehatProblem.Kind.UNAVAILABLE;
  }
}
