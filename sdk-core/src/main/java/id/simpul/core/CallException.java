package id.simpul.core;

import org.jspecify.annotations.Nullable;

/**
 * A call through a Simpul client that did not yield its answer. The three kinds differ in what is
 * known: {@link ApiException} (the node answered, and said no), {@link TransportException} (no
 * complete answer), {@link ContractException} (bytes that break the contract).
 */
public abstract sealed class CallException extends SimpulException
    permits ApiException, TransportException, ContractException {
  private static final long serialVersionUID = 1L;

  CallException(Fault fault, @Nullable Throwable cause) {
    super(fault, cause);
  }
}
