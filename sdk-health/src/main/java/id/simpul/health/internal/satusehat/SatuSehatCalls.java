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
import java.util.concurrent.CountDownLatch;

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

  /**
   * Makes the calls of one client. Nothing is sent.
   *
   * @param environment where SATUSEHAT stands
   * @param credentials what the facility was given
   * @param config timeouts, retries, limits, observer, clock and addresses; its base URL,
   *     credential and authenticator are not looked at
   * @param pace how many calls may run at once
   * @param pause the wait before a write is sent a second time
   */
  public SatuSehatCalls(
      SatuSehatEnvironment environment,
      SatuSehatCredentials credentials,
      ClientConfig config,
      Pace pace,
      Pause pause) {
    this.environment = Objects.requireNonNull(environment, "environment");
    this.config = Objects.requireNonNull(config, "config");
    this.pause = Objects.requireNonNull(pause, "pause");
    this.tokenClient =
        OperationClient.create(copy(environment.base(SatuSehatService.AUTH)).build());
    this.tokens = new AccessTokens(() -> fetch(credentials), config.clock());
    this.pacer = new Pacer(pace, config.observer(), System::nanoTime);
    this.api =
        OperationClient.create(
            copy(ClientConfig.NO_BASE_URL)
                .observer(pacer)
                .authenticator(new BearerExchange(environment, tokens, this::token))
                .build());
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
    try {
      TokenRequest request = new TokenRequest(credentials.clientId(), credentials.clientSecret());
      return tokenClient.call(SatuSehatV1.TOKEN, request, RequestOptions.NONE).body();
    } catch (CallException e) {
      throw SatuSehatTokenException.of(e);
    }
  }

  private Secret token() {
    try {
      return tokens.current();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unsent(SatuSehatV1.TOKEN, SatuSehatService.AUTH, TransportException.Kind.INTERRUPTED);
    }
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
    Secret first = token();
    try {
      return paced(service, operation, input, terms);
    } catch (ApiException e) {
      if (e.status() != UNAUTHORIZED || !tokens.isReplaced(first)) {
        throw SatuSehatRefusedException.of(e);
      }
    }
    // The token was forgotten; whatever comes of another one is final.
    try {
      return paced(service, operation, input, terms);
    } catch (ApiException e) {
      throw SatuSehatRefusedException.of(e);
    }
  }

  private <I, O> ApiResponse<O> paced(
      SatuSehatService service, Operation<I, O> operation, I input, RequestOptions terms) {
    // Before it takes room: who waits for a token keeps nobody else waiting.
    token();
    enter(service, operation, terms.timeouts(config.timeouts()).call());
    try {
      return api.call(operation, input, terms);
    } catch (ApiException e) {
      learn(e);
      throw e;
    } finally {
      pacer.leave();
    }
  }

  private void enter(SatuSehatService service, Operation<?, ?> operation, Duration patience) {
    boolean may;
    try {
      may = pacer.enter(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unsent(operation, service, TransportException.Kind.INTERRUPTED);
    }
    if (!may) {
      throw unsent(operation, service, TransportException.Kind.OVERLOADED);
    }
  }

  private void learn(ApiException failure) {
    SatuSehatRefusedException refusal = SatuSehatRefusedException.of(failure);
    boolean byStatus = RetryPolicy.NOT_CARRIED_OUT.contains(failure.status());
    boolean tooMuch = refusal.kind() == SatuSehatProblem.Kind.THROTTLED;
    if (tooMuch && !byStatus) {
      pacer.tooMuch();
    }
    if (tooMuch || byStatus) {
      failure.retryAfter().ifPresent(pacer::asked);
    }
  }

  private TransportException unsent(
      Operation<?, ?> operation, SatuSehatService service, TransportException.Kind kind) {
    return new TransportException(
        environment.base(service), operation.id(), kind, 0, Duration.ZERO, null);
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
    api.close();
    tokenClient.close();
  }
}
