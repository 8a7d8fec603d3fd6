package id.simpul.health;

import id.simpul.core.operation.Problem;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One complaint of SATUSEHAT. {@code toString} shows kind and rule alone: the text may quote what
 * was sent.
 *
 * @param kind what it comes to, by the status first and by rule number and code next
 * @param rule the number of the business rule, 0 when the server names none
 * @param code the server's own code: {@code duplicate}, {@code value}, {@code
 *     policies.ratelimit.SpikeArrestViolation}, or the status
 * @param expression the elements concerned, {@code ""} when the server names none
 * @param text its words, Indonesian or English, for the person who sent the request; do not log
 *     them
 */
public record SatuSehatProblem(Kind kind, int rule, String code, String expression, String text) {

  /** What a complaint comes to. */
  public enum Kind {
    /** The server has such a record already. */
    DUPLICATE("duplicate"),
    /** An identifier's system names an organization that is not the client's (10117). */
    WRONG_ORGANIZATION("wrong-organization"),
    /** An identifier's system is not one the server knows (10117, its other meaning). */
    IDENTIFIER_SYSTEM("identifier-system"),
    /** A code is not in its system (10001). */
    CODE_UNKNOWN("code-unknown"),
    /** A code system does not belong there (10002). */
    CODE_SYSTEM("code-system"),
    /** A reference is missing (10124). */
    REFERENCE_MISSING("reference-missing"),
    /** A date is of the wrong form, or too long ago (10132). */
    DATE("date"),
    /** A Location's operational status was patched below its root (10171). */
    PATCH_PATH("patch-path"),
    /** Something else in the request is wrong. */
    INVALID("invalid"),
    /** The token or the client's credentials are not accepted. */
    UNAUTHORIZED("unauthorized"),
    /** The client may not do that. */
    FORBIDDEN("forbidden"),
    /** There is no such thing. */
    NOT_FOUND("not-found"),
    /** The state of the record does not allow it. */
    STATE_CONFLICT("state-conflict"),
    /** Too many requests; nothing was carried out. */
    THROTTLED("throttled"),
    /** The server or the gateway before it failed; what became of the request is unknown. */
    UNAVAILABLE("unavailable"),
    /** A status nobody foresaw. */
    OTHER("other");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /**
     * The stable reason code.
     *
     * @return {@code health.satusehat.} and a word
     */
    public String code() {
      return "health.satusehat." + word;
    }
  }

  private static final Pattern RULE = Pattern.compile("\\(RuleNumber: ?([0-9]{5})\\)");
  private static final Pattern BARE_RULE = Pattern.compile("\\(([0-9]{5})\\)\\s*$");
  private static final String WRONG_ORGANIZATION = "Wrong organization ID";
  private static final String RATE_LIMIT = "policies.ratelimit.";
  private static final int SERVER_ERROR = 500;

  /** Checks that all members are given. */
  public SatuSehatProblem {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(expression, "expression");
    Objects.requireNonNull(text, "text");
  }

  /**
   * Makes out what a complaint comes to. The status goes first; the text alone decides nothing, it
   * only tells the two meanings of one rule apart.
   *
   * @param status the HTTP status it came with
   * @param problem the complaint
   * @return the problem
   */
  public static SatuSehatProblem of(int status, Problem problem) {
    int rule = ruleIn(problem.description()).orElse(0);
    Kind byStatus = ofStatus(status, problem.code());
    Kind kind = byStatus == Kind.INVALID ? ofContent(rule, problem) : byStatus;
    return new SatuSehatProblem(kind, rule, problem.code(), problem.where(), problem.description());
  }

  /**
   * What a status comes to, when the body says no more.
   *
   * @param status the HTTP status
   * @param code the code of an API gateway's fault, or {@code ""}
   * @return the kind
   */
  public static Kind ofStatus(int status, String code) {
    return switch (status) {
      case 400, 422 -> Kind.INVALID;
      case 401 -> Kind.UNAUTHORIZED;
      case 403 -> Kind.FORBIDDEN;
      case 404, 410 -> Kind.NOT_FOUND;
      case 409, 412 -> Kind.STATE_CONFLICT;
      case 429 -> Kind.THROTTLED;
      // A gateway that timed out waiting says so in the family of the client's errors.
      case 408 -> Kind.UNAVAILABLE;
      default -> {
        if (status >= SERVER_ERROR) {
          yield code.startsWith(RATE_LIMIT) ? Kind.THROTTLED : Kind.UNAVAILABLE;
        }
        yield Kind.OTHER;
      }
    };
  }

  private static Kind ofContent(int rule, Problem problem) {
    if (problem.code().equals("duplicate")) {
      return Kind.DUPLICATE;
    }
    return switch (rule) {
      case 10001 -> Kind.CODE_UNKNOWN;
      case 10002 -> Kind.CODE_SYSTEM;
      case 10117 ->
          problem.description().startsWith(WRONG_ORGANIZATION)
              ? Kind.WRONG_ORGANIZATION
              : Kind.IDENTIFIER_SYSTEM;
      case 10124 -> Kind.REFERENCE_MISSING;
      case 10132 -> Kind.DATE;
      case 10171 -> Kind.PATCH_PATH;
      default -> Kind.INVALID;
    };
  }

  private static OptionalInt ruleIn(String text) {
    Matcher matcher = RULE.matcher(text);
    if (matcher.find()) {
      return OptionalInt.of(Integer.parseInt(matcher.group(1)));
    }
    Matcher bare = BARE_RULE.matcher(text);
    return bare.find() ? OptionalInt.of(Integer.parseInt(bare.group(1))) : OptionalInt.empty();
  }

  /**
   * The number of the business rule.
   *
   * @return five digits, or empty when the server names none
   */
  public OptionalInt ruleNumber() {
    return rule == 0 ? OptionalInt.empty() : OptionalInt.of(rule);
  }

  @Override
  public String toString() {
    return kind + (rule == 0 ? "" : " (rule " + rule + ")");
  }
}
