package id.simpul.core;

import id.simpul.core.operation.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that break the contract: an answer that cannot be read as its format, or a document that
 * fails its schema on the way out or in. The bytes themselves are not kept.
 */
public final class ContractException extends CallException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /**
   * Creates the exception for one broken document.
   *
   * @param who the node or document at fault
   * @param operationId the operation concerned
   * @param what what is broken, without quoting content
   * @param violations every violation found, at least one
   * @param cause the reader's exception, or null
   */
  public ContractException(
      String who,
      String operationId,
      String what,
      List<Violation> violations,
      @Nullable Throwable cause) {
    this(who, operationId, what, violations, null, cause);
  }

  /**
   * Creates the exception for an answer that is broken.
   *
   * @param who the node at fault
   * @param operationId the operation concerned
   * @param what what is broken, without quoting content
   * @param violations every violation found, at least one
   * @param requestId the node's name for the exchange, or null
   * @param cause the reader's exception, or null
   */
  public ContractException(
      String who,
      String operationId,
      String what,
      List<Violation> violations,
      @Nullable String requestId,
      @Nullable Throwable cause) {
    super(
        new Fault(
            "core.contract.broken",
            who,
            what,
            operationId + " " + positions(violations),
            "Compare the document with the published schema of this operation"),
        requestId,
        cause);
    this.violations = List.copyOf(violations);
  }

  private static String positions(List<Violation> violations) {
    return violations.stream().map(Violation::where).distinct().limit(5).toList().toString();
  }

  /**
   * Every violation, in document order.
   *
   * @return an unmodifiable list with at least one entry
   */
  public List<Violation> violations() {
    return violations;
  }
}
