package id.simpul.health.internal.satusehat;

import id.simpul.core.value.Secret;
import id.simpul.health.wire.TokenReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The access token of one client, asked for when it is needed and a little before it runs out.
 * However many threads need one, a single request is under way; a failure ends it for all who
 * waited, and the next call tries again. Thread-safe. {@code toString} shows nothing of it.
 */
public final class AccessTokens {
  /** How long before its end a token is replaced; half its life, if that is less. */
  public static final Duration MARGIN = Duration.ofMinutes(1);

  private final Supplier<TokenReply> source;
  private final InstantSource clock;
  private final Object lock = new Object();
  private @Nullable Held held;
  private @Nullable CompletableFuture<Held> inFlight;

  /**
   * Makes a holder without a token.
   *
   * @param source asks the server for a token
   * @param clock the wall clock
   */
  public AccessTokens(Supplier<TokenReply> source, InstantSource clock) {
    this.source = Objects.requireNonNull(source, "source");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  private record Held(Secret token, Instant refreshAt, Instant end) {
    static Held of(TokenReply reply, Instant asked) {
      Duration half = reply.lifetime().dividedBy(2);
      Duration margin = MARGIN.compareTo(half) < 0 ? MARGIN : half;
      Instant end = asked.plus(reply.lifetime());
      return new Held(reply.token(), end.minus(margin), end);
    }

    @Override
    public String toString() {
      return "until " + end;
    }
  }

  /**
   * A token that can be used now.
   *
   * @return the token
   * @throws InterruptedException when the thread is interrupted while another asks for a token
   */
  public Secret current() throws InterruptedException {
    CompletableFuture<Held> flight;
    synchronized (lock) {
      Instant now = clock.instant();
      Held known = held;
      if (known != null && now.isBefore(known.refreshAt())) {
        return known.token();
      }
      flight = inFlight;
      if (flight != null && known != null && now.isBefore(known.end())) {
        return known.token();
      }
      if (flight == null) {
        inFlight = new CompletableFuture<>();
      }
    }
    return flight == null ? fetch() : await(flight);
  }

  /**
   * Forgets a token the server does not accept, unless another has taken its place already.
   *
   * @param token the token that was sent
   */
  public void rejected(Secret token) {
    synchronized (lock) {
      if (held != null && held.token().equals(token)) {
        held = null;
      }
    }
  }

  private Secret fetch() {
    try {
      Instant asked = clock.instant();
      Held fresh = Held.of(source.get(), asked);
      land(fresh).complete(fresh);
      return fresh.token();
    } catch (RuntimeException | Error e) {
      land(null).completeExceptionally(e);
      Secret old = stillGood();
      if (old == null) {
        throw e;
      }
      return old;
    }
  }

  /** Ends the flight, so that who comes next sees the new token or tries again. */
  private CompletableFuture<Held> land(@Nullable Held fresh) {
    synchronized (lock) {
      CompletableFuture<Held> flight = Objects.requireNonNull(inFlight, "inFlight");
      inFlight = null;
      if (fresh != null) {
        held = fresh;
      }
      return flight;
    }
  }

  // A token in its last minute is better than none.
  private @Nullable Secret stillGood() {
    synchronized (lock) {
      return held != null && clock.instant().isBefore(held.end()) ? held.token() : null;
    }
  }

  private static Secret await(CompletableFuture<Held> flight) throws InterruptedException {
    try {
      return flight.get().token();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("The thread that asked for a token failed", e);
    }
  }

  @Override
  public String toString() {
    return "AccessTokens";
  }
}
