package id.simpul.health;

import id.simpul.core.operation.Problem;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.OperationOutcome;
import id.simpul.health.fhir.type.CodeableConcept;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What became of one resource of a {@link Transaction}. */
public final class TransactionResult {
  private static final Pattern STATUS = Pattern.compile("([1-5][0-9]{2})(?: .*)?");
  private static final Pattern LOCATION =
      Pattern.compile(
          "(?:.*/)?([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})(?:/_history/([A-Za-z0-9.-]{1,64}))?");
  private static final int CREATED_FROM = 200;
  private static final int CREATED_TO = 299;

  private final String fullUrl;
  private final Bundle.Response response;

  private TransactionResult(String fullUrl, Bundle.Response response) {
    this.fullUrl = Objects.requireNonNull(fullUrl, "fullUrl");
    this.response = Objects.requireNonNull(response, "response");
  }

  /**
   * Reads the answer to one entry.
   *
   * @param fullUrl what the resource is called within the transaction
   * @param entry the entry of the reply at the same index
   * @return the result, or empty when the entry has no response
   */
  public static Optional<TransactionResult> of(String fullUrl, Bundle.Entry entry) {
    return entry.response().map(response -> new TransactionResult(fullUrl, response));
  }

  /**
   * What the resource is called within the transaction.
   *
   * @return its {@code urn:uuid:}
   */
  public String fullUrl() {
    return fullUrl;
  }

  /**
   * The status of this entry.
   *
   * @return an HTTP status, 0 when the server wrote none
   */
  public int status() {
    Matcher status = STATUS.matcher(response.status().orElse(""));
    return status.matches() ? Integer.parseInt(status.group(1)) : 0;
  }

  /**
   * Whether the resource was stored.
   *
   * @return true for a status of success
   */
  public boolean stored() {
    return status() >= CREATED_FROM && status() <= CREATED_TO;
  }

  /**
   * The kind of resource.
   *
   * @return the kind, or empty when the server does not name it
   */
  public Optional<String> resourceType() {
    return response.string("resourceType").or(() -> location(1));
  }

  /**
   * The id the server gave. It is read from the entry; the location is not followed.
   *
   * @return the id, or empty when there is none
   */
  public Optional<String> id() {
    return response.resourceId().or(() -> location(2));
  }

  /**
   * The version that was stored.
   *
   * @return the version, or empty when the server does not name it
   */
  public Optional<String> versionId() {
    return location(3);
  }

  private Optional<String> location(int group) {
    Matcher location = LOCATION.matcher(response.location().orElse(""));
    return location.matches() ? Optional.ofNullable(location.group(group)) : Optional.empty();
  }

  /**
   * What is wrong with it.
   *
   * @return the problems, empty for what was stored
   */
  public List<SatuSehatProblem> problems() {
    return response
        .get("outcome", OperationOutcome.TYPE)
        .map(OperationOutcome::issue)
        .orElse(List.of())
        .stream()
        .map(this::problem)
        .toList();
  }

  private SatuSehatProblem problem(OperationOutcome.Issue issue) {
    String text = issue.details().flatMap(CodeableConcept::text).or(issue::diagnostics).orElse("");
    return SatuSehatProblem.of(
        status(),
        new Problem(issue.code().orElse(""), text, String.join(", ", issue.expression())));
  }

  @Override
  public String toString() {
    return "TransactionResult[" + resourceType().orElse("") + " " + status() + "]";
  }
}
