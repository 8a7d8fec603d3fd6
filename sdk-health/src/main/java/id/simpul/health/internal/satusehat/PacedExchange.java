package id.simpul.health.internal.satusehat;

import id.simpul.core.ApiResponse;
import id.simpul.core.operation.Headers;
import id.simpul.core.spi.CallObserver;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.core.value.Secret;
import id.simpul.health.SatuSehatAnswerException;
import id.simpul.health.SatuSehatEnvironment;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;

/**
 * The last look before bytes of an attempt leave, those the pipeline repeats too: that they go
 * where a token may go, with a token that can be used now, and when the pace has room. Learns from
 * every answer. Thread-safe.
 */
final class PacedExchange implements ExchangeAuthenticator, CallObserver {
  private static final int UNAUTHORIZED = 401;
  private static final Set<Integer> TOO_MUCH = Set.of(429, 503);
  private static final char SERVER_ERROR = '5';

  private final SatuSehatEnvironment environment;
  private final AccessTokens tokens;
  private final Pacer pacer;
  private final InstantSource clock;
  private final CallObserver next;
  private final Admissions admissions;

  /** Lets attempts in. */
  interface Admissions {
    /**
     * The call that runs on this thread.
     *
     * @return the call
     */
    CallSlot current();

    /**
     * Gives a token for it, waiting for one if need be.
     *
     * @param slot the call
     * @return the token
     */
    Secret token(CallSlot slot);

    /**
     * Waits for room.
     *
     * @param slot the call
     */
    void enter(CallSlot slot);
  }

  PacedExchange(
      SatuSehatEnvironment environment,
      AccessTokens tokens,
      Pacer pacer,
      InstantSource clock,
      CallObserver next,
      Admissions admissions) {
    this.environment = environment;
    this.tokens = tokens;
    this.pacer = pacer;
    this.clock = clock;
    this.next = Objects.requireNonNull(next, "next");
    this.admissions = admissions;
  }

  @Override
  public ExchangeAuthenticator.Attempt sign(Request request) {
    if (!environment.mayCarryToken(request.target())) {
      throw new SatuSehatAnswerException(
          SatuSehatAnswerException.Reason.HOST_NOT_ALLOWED,
          "this client",
          "was told to send its token to an origin that is not listed; nothing was sent",
          String.valueOf(request.target().getHost()),
          null);
    }
    CallSlot slot = admissions.current();
    // Before it takes room: who waits for a token keeps nobody else waiting.
    Secret token = admissions.token(slot);
    slot.token(token);
    admissions.enter(slot);
    return new ExchangeAuthenticator.Attempt() {
      @Override
      public Headers headers() {
        return Headers.EMPTY.with("Authorization", "Bearer " + token.reveal());
      }

      @Override
      public void verify(Response response) {
        if (response.status() == UNAUTHORIZED) {
          tokens.rejected(token);
        }
        if (TOO_MUCH.contains(response.status())) {
          new ApiResponse<>(response.status(), response.headers(), null, "")
              .retryAfter(clock)
              .ifPresent(pacer::asked);
        }
      }
    };
  }

  @Override
  public void attemptEnded(CallObserver.Attempt attempt) {
    CallSlot slot = admissions.current();
    if (slot.isInside()) {
      slot.inside(false);
      pacer.leave();
    }
    String result = attempt.result();
    if (TOO_MUCH.stream().anyMatch(status -> result.equals(Integer.toString(status)))) {
      pacer.tooMuch(attempt.elapsed());
    } else if (isGood(result)) {
      pacer.wentWell();
    }
    next.attemptEnded(attempt);
  }

  // A failure of the gateway may be its word of too much, which its body alone tells.
  private static boolean isGood(String result) {
    char family = result.charAt(0);
    return family >= '1' && family < SERVER_ERROR;
  }
}
