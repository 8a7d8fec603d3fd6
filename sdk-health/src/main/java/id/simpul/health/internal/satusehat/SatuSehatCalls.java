package id.simpul.health.internal.satusehat;

import id.simpul.core.ApiException;
import id.simpul.core.ApiResponse;
import id.simpul.core.CallException;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.TransportException;
import id.simpul.core.operation.Effect;
import id.simpul.core.operation.Operation;
import id.simpul.core.value.Secret;
import id.simpul.health.SatuSehatAsyncClient;
import id.simpul.health.SatuSehatCredentials;
import id.simpul.health.SatuSehatEnvironment;
import id.simpul.health.SatuSehatProblem;
import id.simpul.health.SatuSehatRefusedException;
import id.simpul.health.SatuSehatService;
import id.simpul.health.SatuSehatTokenException;
import id.simpul.health.wire.SatuSehatV1;
import id.simpul.health.wire.TokenReply;
import id.simpul.health.wire.TokenRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * Calls to SATUSEHAT: at the right pace, with a token, and once more with another token when the
 * first is not accepted. What only reads is repeated by the pipeline as its policy says; what
 * changes something is sent once, because the server ties no repetitions together. Thread-safe.
 */
public final class SatuSehatCalls implements AutoCloseable {
  private static final int UNAUTHORIZED = 401;

  private final SatuSehatEnvironment environment;
  private final ClientConfig config;
  private final OperationClient tokenClient;
  private final OperationClient api;
  private final AccessTokens tokens;
  private final Pacer pacer;
  private final Pause pause;

  /** The wait before a write is sent a second time. */
  public interface Pause {
    /**
     * Waits.
     *
     * @param closed comes down to zero when the client is closed meanwhile
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    void take(CountDownLatch closed) throws InterruptedException;
  }

  private final CountDownLatch closed = new CountDownLatch(1);
  private final AsyncWork async =
      new AsyncWork(SatuSehatAsyncClient.MAX_RUNNING, SatuSehatAsyncClient.MAX_WAITING);

  // One for each client: a call of one client may run within a call of another.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<CallSlot> running = new ThreadLocal<>();

  /**
   * Makes the calls of one client. Nothing is sent.
   *
   * @param environment where SATUSEHAT stands
   * @param credentials what the facility was given
   * @param config timeouts, retries, limits, observer, clock and addresses; its base URL,
   *     credential and authenticator are not looked at
   * @param pacer how many attempts may run at once
   * @param pause the wait before a write is sent a second time
   */
  public SatuSehatCalls(
      SatuSehatEnvironment environment,
      SatuSehatCredentials credentials,
      ClientConfig config,
      Pacer pacer,
      Pause pause) {
    this.environment = Objects.requireNonNull(environment, "environment");
    this.config = Objects.requireNonNull(config, "config");
    this.pause = Objects.requireNonNull(pause, "pause");
    this.pacer = Objects.requireNonNull(pacer, "pacer");
    this.tokenClient =
        OperationClient.create(copy(environment.base(SatuSehatService.AUTH)).build());
    this.tokens = new AccessTokens(() -> fetch(credentials), config.clock());
    PacedExchange exchange =
        new PacedExchange(
            environment, tokens, pacer, config.clock(), config.observer(), new Admitting());
    this.api =
        OperationClient.create(
            copy(ClientConfig.NO_BASE_URL).observer(exchange).authenticator(exchange).build());
  }

  private ClientConfig.Builder copy(URI baseUrl) {
    ClientConfig.Builder copy =
        ClientConfig.builder(baseUrl)
            .addressPolicy(config.addressPolicy())
            .timeouts(config.timeouts())
            .retry(config.retry())
            .limits(config.limits())
            .contractChecks(config.contractChecks())
            .observer(config.observer())
            .clock(config.clock());
    config.httpClient().ifPresent(copy::httpClient);
    return copy;
  }

  private TokenReply fetch(SatuSehatCredentials credentials) {
    CallSlot slot = slot();
    try {
      TokenRequest request = new TokenRequest(credentials.clientId(), credentials.clientSecret());
      Duration left = slot.left();
      Duration own = config.timeouts().call();
      RequestOptions terms = RequestOptions.NONE.withTimeout(left.compareTo(own) < 0 ? left : own);
      return tokenClient.call(SatuSehatV1.TOKEN, request, terms).body();
    } catch (CallException e) {
      throw SatuSehatTokenException.of(e);
    }
  }

  private CallSlot slot() {
    return Objects.requireNonNull(running.get(), "no call runs on this thread");
  }

  /** Lets attempts of the call in that runs on the thread. */
  private final class Admitting implements PacedExchange.Admissions {
    @Override
    public CallSlot current() {
      return slot();
    }

    @Override
    public Secret token(CallSlot slot) {
      try {
        return tokens
            .current(slot.leftNanos())
            .orElseThrow(
                () -> SatuSehatTokenException.of(unsent(slot, TransportException.Kind.TIMEOUT)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw unsent(slot, TransportException.Kind.INTERRUPTED);
      }
    }

    @Override
    public void enter(CallSlot slot) {
      try {
        switch (pacer.enter(slot.leftNanos(), () -> isClosed() || slot.isGivenUp())) {
          case ENTERED -> slot.inside(true);
          case NO_ROOM -> throw unsent(slot, TransportException.Kind.OVERLOADED);
          case CLOSED ->
              throw unsent(
                  slot,
                  isClosed() ? TransportException.Kind.CLOSED : TransportException.Kind.CANCELLED);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw unsent(slot, TransportException.Kind.INTERRUPTED);
      }
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  /**
   * Calls an operation and waits for its answer.
   *
   * @param service the service it belongs to
   * @param operation what to call
   * @param input what it is given
   * @param options what this call does differently
   * @param <I> the input's type
   * @param <O> the answer's type
   * @return the answer
   * @throws SatuSehatRefusedException when the server says no
   * @throws SatuSehatTokenException when there is no token
   * @throws CallException when there is no answer, or none that can be read
   */
  public <I, O> ApiResponse<O> call(
      SatuSehatService service, Operation<I, O> operation, I input, RequestOptions options) {
    RequestOptions terms =
        options.endpoint().isPresent() ? options : options.withEndpoint(environment.base(service));
    if (operation.effect() != Effect.SAFE) {
      terms = terms.withRetry(RetryPolicy.NONE);
    }
    CallSlot slot =
        new CallSlot(
            operation.id(),
            terms.timeouts(config.timeouts()).call(),
            terms.end().orElse(null),
            System::nanoTime);
    running.set(slot);
    try {
      return attempts(operation, input, terms, slot);
    } finally {
      if (slot.isInside()) {
        pacer.leave();
      }
      running.remove();
    }
  }

  private <I, O> ApiResponse<O> attempts(
      Operation<I, O> operation, I input, RequestOptions terms, CallSlot slot) {
    try {
      return learning(operation, input, terms.withTimeout(slot.left()));
    } catch (ApiException e) {
      Secret sent = slot.token();
      if (e.status() != UNAUTHORIZED || sent == null || !tokens.isReplaced(sent)) {
        throw SatuSehatRefusedException.of(e);
      }
    }
    // The token was forgotten; whatever comes of another one is final.
    try {
      return learning(operation, input, terms.withTimeout(slot.left()));
    } catch (ApiException e) {
      throw SatuSehatRefusedException.of(e);
    }
  }

  private <I, O> ApiResponse<O> learning(Operation<I, O> operation, I input, RequestOptions terms) {
    try {
      return api.call(operation, input, terms);
    } catch (ApiException e) {
      boolean byStatus = RetryPolicy.NOT_CARRIED_OUT.contains(e.status());
      if (!byStatus && SatuSehatRefusedException.of(e).kind() == SatuSehatProblem.Kind.THROTTLED) {
        // The gateway's word of too much, under a status that does not say so.
        pacer.tooMuch(Duration.ZERO);
        e.retryAfter().ifPresent(pacer::asked);
      }
      throw e;
    }
  }

  private TransportException unsent(CallSlot slot, TransportException.Kind kind) {
    return new TransportException(
        environment.base(SatuSehatService.FHIR), slot.operationId(), kind, 0, Duration.ZERO, null);
  }

  /**
   * Runs a call that waits on a thread of its own.
   *
   * @param work the call, given what completes when its caller gives it up
   * @param <T> what it yields
   * @return its future; cancelling it ends the call
   */
  public <T> CompletableFuture<T> callAsync(Function<CompletionStage<?>, T> work) {
    return async.run(
        work,
        () ->
            new TransportException(
                environment.base(SatuSehatService.FHIR),
                "satusehat.v1",
                isClosed() ? TransportException.Kind.CLOSED : TransportException.Kind.OVERLOADED,
                0,
                Duration.ZERO,
                null),
        pacer::wake);
  }

  /**
   * Waits before a write is sent a second time; closing the client ends it.
   *
   * @throws InterruptedException when the thread is interrupted meanwhile
   */
  public void pause() throws InterruptedException {
    pause.take(closed);
  }

  @Override
  public void close() {
    closed.countDown();
    pacer.wake();
    async.close();
    api.close();
    tokenClient.close();
  }
}
