package id.simpul.core.internal.http;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ApiResponse;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.TransportException;
import id.simpul.core.operation.Contracts;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Operation;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import okhttp3.OkHttpClient;

/**
 * The pipeline: encode once, then per attempt sign, send, verify and read, with retries as the
 * policy allows. Asynchronous calls run the same way on threads of their own.
 */
public final class HttpOperationClient implements OperationClient {
  private final ClientConfig config;
  private final OkHttpClient http;
  private final RequestEncoder encoder;
  private final Pipeline pipeline;
  private final AsyncCalls async;
  private final OpenCalls open = new OpenCalls();

  /**
   * Makes a pipeline.
   *
   * @param config the endpoint and how to reach it
   */
  public HttpOperationClient(ClientConfig config) {
    this(config, Pulse.SYSTEM, new AsyncCalls());
  }

  HttpOperationClient(ClientConfig config, Pulse pulse, AsyncCalls async) {
    Contracts contracts = new Contracts();
    this.config = Objects.requireNonNull(config, "config");
    this.http = HttpClients.create(config);
    this.encoder = new RequestEncoder(config, contracts);
    this.pipeline =
        new Pipeline(
            config.nodeHonoursIdempotencyKeys(),
            new AttemptRunner(
                http,
                config.httpClient().isEmpty(),
                config.authenticator().orElse(null),
                new AnswerReader(config, contracts)),
            new AttemptReports(config.observer()),
            pulse);
    this.async = async;
  }

  @Override
  public <I, O> ApiResponse<O> call(Operation<I, O> operation, I input, RequestOptions options) {
    CallTerms terms = CallTerms.of(config, options, now());
    CallHandle handle = new CallHandle();
    if (!open.add(handle)) {
      throw unsent(operation, terms, TransportException.Kind.CLOSED);
    }
    return run(operation, input, options, handle, terms);
  }

  @Override
  public <I, O> CompletableFuture<ApiResponse<O>> callAsync(
      Operation<I, O> operation, I input, RequestOptions options) {
    CallTerms terms = CallTerms.of(config, options, now());
    CallHandle handle = new CallHandle();
    CallFuture<ApiResponse<O>> future = new CallFuture<>(handle);
    if (!open.add(handle)) {
      future.completeExceptionally(unsent(operation, terms, TransportException.Kind.CLOSED));
      return future;
    }
    boolean accepted =
        async.run(() -> {
          try {
            future.complete(run(operation, input, options, handle, terms));
          } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
          }
        });
    if (!accepted) {
      open.remove(handle);
      future.completeExceptionally(
          unsent(
              operation,
              terms,
              open.isClosed()
                  ? TransportException.Kind.CLOSED
                  : TransportException.Kind.OVERLOADED));
    }
    return future;
  }

  @Override
  public AddressPolicy addressPolicy() {
    return config.addressPolicy();
  }

  private <I, O> ApiResponse<O> run(
      Operation<I, O> operation,
      I input,
      RequestOptions options,
      CallHandle handle,
      CallTerms terms) {
    try {
      options.end().ifPresent(end -> cancelAt(end, handle));
      Format<O> format = format(operation, options);
      EncodedRequest request = encoder.encode(operation, input, options, format);
      Exchange<O> exchange = new Exchange<>(operation, format, request, terms, handle);
      return new CallLoop<>(pipeline, exchange, terms).run();
    } finally {
      open.remove(handle);
    }
  }

  private static void cancelAt(CompletionStage<?> end, CallHandle handle) {
    CompletionStage<?> unused = end.whenComplete((result, failure) -> handle.cancel());
  }

  private <O> Format<O> format(Operation<?, O> operation, RequestOptions options) {
    Optional<Format<O>> chosen = options.format().flatMap(operation::outputFor);
    return chosen
        .or(() -> operation.outputFor(config.format()))
        .orElseGet(() -> operation.output().get(0));
  }

  private static TransportException unsent(
      Operation<?, ?> operation, CallTerms terms, TransportException.Kind kind) {
    return new TransportException(terms.node(), operation.id(), kind, 0, Duration.ZERO, null);
  }

  private long now() {
    return pipeline.pulse().nanoTime().getAsLong();
  }

  @Override
  public void close() {
    open.close();
    async.close();
    if (config.httpClient().isEmpty()) {
      http.connectionPool().evictAll();
    }
  }

  @Override
  public String toString() {
    return "OperationClient[" + config.baseUrl() + "]";
  }
}
