package id.simpul.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call through a Simpul client that did not yield its answer. The three kinds differ in what is
 * known: {@link ApiException} (the node answered, and said no), {@link TransportException} (no
 * complete answer), {@link ContractException} (bytes that break the contract).
 */
public abstract sealed class CallException extends SimpulException
    permits ApiException, TransportException, ContractException {
  private static final long serialVersionUID = 1L;

  /** The node's name for the exchange, or null. */
  private final @Nullable String requestId;

  CallException(Fault fault, @Nullable String requestId, @Nullable Throwable cause) {
    super(fault, cause);
    this.requestId = requestId;
  }

  /**
   * The node's name for this exchange ({@code X-Request-Id}), to be quoted to its operator.
   *
   * @return the request id, or empty when none came
   */
  public final Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }
}
