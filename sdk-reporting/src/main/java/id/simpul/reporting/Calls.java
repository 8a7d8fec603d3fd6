package id.simpul.reporting;

import id.simpul.core.ApiResponse;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.operation.Operation;
import id.simpul.reporting.wire.Scoped;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What all views of one client share: where to call, for which jurisdiction, with which options.
 */
record Calls(
    URI baseUrl,
    OperationClient operations,
    boolean owned,
    @Nullable String jurisdictionId,
    RequestOptions options) {
  Calls {
    Objects.requireNonNull(baseUrl, "baseUrl");
    Objects.requireNonNull(operations, "operations");
    Objects.requireNonNull(options, "options");
  }

  Calls with(RequestOptions other) {
    return new Calls(baseUrl, operations, owned, jurisdictionId, other);
  }

  <I, O> ApiResponse<O> call(Operation<Scoped<I>, O> operation, I input) {
    return operations.call(operation, Scoped.in(jurisdictionId, input), options);
  }

  <I, O> CompletableFuture<O> callAsync(Operation<Scoped<I>, O> operation, I input) {
    return operations
        .callAsync(operation, Scoped.in(jurisdictionId, input), options)
        .thenApply(ApiResponse::body);
  }

  void close() {
    if (owned) {
      operations.close();
    }
  }
}
