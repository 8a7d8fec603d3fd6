package id.simpul.core;

import id.simpul.core.internal.http.HttpOperationClient;
import id.simpul.core.operation.Operation;
import java.util.concurrent.CompletableFuture;

/**
 * Calls operations at one endpoint. The typed clients stand on it; use it directly for operations
 * of your own. Thread-safe; close it when done.
 */
public interface OperationClient extends AutoCloseable {
  /**
   * Makes a client.
   *
   * @param config the endpoint and how to reach it
   * @return the client
   */
  static OperationClient create(ClientConfig config) {
    return new HttpOperationClient(config);
  }

  /**
   * Calls an operation and waits for its answer.
   *
   * @param operation what to call
   * @param input what it is given
   * @param options what this call does differently
   * @param <I> the input's type
   * @param <O> the answer's type
   * @return the answer
   * @throws CallException when there is none
   * @throws SimpulException when the answer cannot be trusted
   */
  <I, O> ApiResponse<O> call(Operation<I, O> operation, I input, RequestOptions options);

  /**
   * Calls an operation without waiting. Cancelling the future, or one derived from it, ends the
   * exchange down to its socket.
   *
   * @param operation what to call
   * @param input what it is given
   * @param options what this call does differently
   * @param <I> the input's type
   * @param <O> the answer's type
   * @return a future that completes with what {@link #call} returns or throws
   */
  <I, O> CompletableFuture<ApiResponse<O>> callAsync(
      Operation<I, O> operation, I input, RequestOptions options);

  /**
   * Which addresses it connects to, for those who hand it addresses of strangers.
   *
   * @return its policy; {@link AddressPolicy#anyAddress()} unless an implementation says otherwise
   */
  default AddressPolicy addressPolicy() {
    return AddressPolicy.anyAddress();
  }

  /** Ends the client: calls in flight are cancelled, a caller's own OkHttp client stays open. */
  @Override
  void close();
}
