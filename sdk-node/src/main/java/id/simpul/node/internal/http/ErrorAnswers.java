package id.simpul.node.internal.http;

import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Problem;
import id.simpul.core.operation.Violation;
import id.simpul.health.wire.FhirErrors;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.wire.FederationV1;
import id.simpul.node.internal.store.StoreException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever stopped a request into the answer its sender may see. */
final class ErrorAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
  private static final String RETRY_AFTER_SECONDS = "1";
  private static final Set<String> FETCHES =
      Set.of(FederationV1.GET_CONFIGURATION.id(), FederationV1.FETCH_STATEMENT.id());

  private ErrorAnswers() {}

  /**
   * Answers a failure. What the sender caused is named; what the node caused is logged by its code
   * and answered without detail.
   *
   * @param failure what stopped the request
   * @param format how the operation reports errors
   * @param requestHeaders the request's fields, for the language
   * @param requestId the node's name for the exchange
   * @return the answer
   */
  static Answer of(
      Throwable failure, ErrorFormat format, Headers requestHeaders, String requestId) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof Refusal refusal) {
      Language language = Language.of(requestHeaders);
      return Answer.error(
              format,
              format instanceof FhirErrors ? outcome(refusal, language) : report(refusal, language))
          .withAll(refusal.headers());
    }
    if (cause instanceof TrustException untrusted) {
      if (tellsOfTheNetwork(untrusted)) {
        LOG.info("request {} was refused: {}", requestId, untrusted.getMessage());
      }
      Answer answer = Answer.error(format, report(untrusted));
      return answer.status() == 503 ? answer.with("Retry-After", RETRY_AFTER_SECONDS) : answer;
    }
    if (cause instanceof StoreException full) {
      LOG.warn("request {} could not be stored: {}", requestId, full.code());
      return Answer.error(format, ErrorReport.of(503, "The node cannot store this now; try again"))
          .with("Retry-After", RETRY_AFTER_SECONDS);
    }
    // The class and frames say where it broke; the message could quote the request.
    LOG.error("request {} failed: {} at {}", requestId, cause.getClass().getName(), frame(cause));
    return Answer.error(format, ErrorReport.of(500, "The node failed; quote request " + requestId));
  }

  private static String frame(Throwable cause) {
    StackTraceElement[] frames = cause.getStackTrace();
    return frames.length == 0 ? "unknown" : frames[0].toString();
  }

  private static ErrorReport report(Refusal refusal, Language language) {
    List<Problem> problems =
        refusal.violations().stream()
            .map(v -> new Problem(code(refusal, v), language.describe(v)))
            .toList();
    return new ErrorReport(refusal.status(), problems);
  }

  // FHIR names the rule and the element apart from the text.
  private static ErrorReport outcome(Refusal refusal, Language language) {
    List<Problem> problems =
        refusal.violations().stream()
            .map(v -> new Problem(v.code(), language.text(v), v.where()))
            .toList();
    return new ErrorReport(refusal.status(), problems);
  }

  private static String code(Refusal refusal, Violation violation) {
    if (refusal.isWorded()) {
      return violation.code();
    }
    boolean other = refusal.status() == 404 && !violation.code().equals(Violation.NOT_FOUND);
    return Integer.toString(other ? 400 : refusal.status());
  }

  private static ErrorReport report(TrustException untrusted) {
    int status = untrusted.reason() == Reason.BUDGET_EXCEEDED ? 503 : 401;
    String what = untrusted.fault().what();
    String code = untrusted.code();
    if (tellsOfTheNetwork(untrusted)) {
      what = "what others say of the signer could not be had in time";
      code = (status == 503 ? Reason.BUDGET_EXCEEDED : Reason.UNREACHABLE).code();
    }
    return ErrorReport.of(status, "The signature was refused: " + what + " [" + code + "]");
  }

  // Whoever signs names hosts, and must not learn which of them are here, and which ports are open.
  private static boolean tellsOfTheNetwork(TrustException untrusted) {
    return switch (untrusted.reason()) {
      case UNREACHABLE -> true;
      case BUDGET_EXCEEDED, NOT_ALLOWED -> FETCHES.contains(untrusted.fault().where());
      default -> false;
    };
  }
}
