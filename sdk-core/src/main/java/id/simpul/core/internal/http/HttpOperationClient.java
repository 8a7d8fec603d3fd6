package id.simpul.core.internal.http;

import id.simpul.core.ApiResponse;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.operation.Operation;
import java.util.concurrent.CompletableFuture;

/** The pipeline. */
public final class HttpOperationClient implements OperationClient {
  /** Makes a pipeline. */
  public HttpOperationClient(ClientConfig config) {}

  @Override
  public <I, O> ApiResponse<O> call(Operation<I, O> operation, I input, RequestOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <I, O> CompletableFuture<ApiResponse<O>> callAsync(
      Operation<I, O> operation, I input, RequestOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
