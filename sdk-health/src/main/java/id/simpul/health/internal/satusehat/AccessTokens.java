package id.simpul.health.internal.satusehat;

import id.simpul.core.TransportException;
import id.simpul.core.value.Secret;
import id.simpul.health.wire.TokenReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The access token of one client, asked for when it is needed and a little before it runs out.
 * However many threads need one, a single request is under way; a failure ends it for all who
 * waited, and the next call tries again. But when it fails because the thread that asked was
 * interrupted, gave up or had no more time, those who waited ask themselves. Thread-safe. {@code
 * toString} shows nothing of it.
 */
public final class AccessTokens {
  /** How long before its end a token is replaced; half its life, if that is less. */
  public static final Duration MARGIN = Duration.ofMinutes(1);

  /**
   * How long a token that took the place of one that was not accepted is kept, whatever the server
   * says of it: when no token is accepted, more of them only add to the load.
   */
  public static final Duration KEPT_AFTER_REJECTION = Duration.ofMinutes(1);

  private final Supplier<TokenReply> source;
  private final InstantSource clock;
  private final Object lock = new Object();
  private @Nullable Held held;
  private @Nullable CompletableFuture<Held> inFlight;
  private @Nullable Instant forgotten;

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
   * @param patience the longest wait for another's request in nanoseconds
   * @return the token, or empty when none came in time
   * @throws InterruptedException when the thread is interrupted while another asks for a token
   */
  public Optional<Secret> current(long patience) throws InterruptedException {
    long end = System.nanoTime() + patience;
    while (true) {
      CompletableFuture<Held> flight;
      synchronized (lock) {
        Instant now = clock.instant();
        Held known = held;
        if (known != null && now.isBefore(known.refreshAt())) {
          return Optional.of(known.token());
        }
        flight = inFlight;
        if (flight != null && known != null && now.isBefore(known.end())) {
          return Optional.of(known.token());
        }
        if (flight == null) {
          inFlight = new CompletableFuture<>();
        }
      }
      if (flight == null) {
        return Optional.of(fetch());
      }
      try {
        Optional<Secret> token = await(flight, end - System.nanoTime());
        if (token.isPresent()) {
          return token;
        }
      } catch (TimeoutException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * Forgets a token the server does not accept, unless another has taken its place already, or it
   * has just taken the place of another itself ({@link #KEPT_AFTER_REJECTION}).
   *
   * @param token the token that was sent
   */
  public void rejected(Secret token) {
    synchronized (lock) {
      Instant now = clock.instant();
      boolean keep = forgotten != null && now.isBefore(forgotten.plus(KEPT_AFTER_REJECTION));
      if (!keep && held != null && held.token().equals(token)) {
        held = null;
        forgotten = now;
      }
    }
  }

  /**
   * Whether the next call may get another token than the last: one was not accepted and forgotten.
   *
   * @param sent the token that was not accepted
   * @return true when another has taken its place, or will
   */
  public boolean isReplaced(Secret sent) {
    synchronized (lock) {
      return held == null || !held.token().equals(sent);
    }
  }

  private Secret fetch() {
    try {
      Instant asked = clock.instant();
      Held fresh = Held.of(source.get(), asked);
      land(fresh).complete(fresh);
      return fresh.token();
    } catch (RuntimeException | Error e) {
      CompletableFuture<Held> flight = land(null);
      if (isOwnAffair(e)) {
        flight.cancel(false);
      } else {
        flight.completeExceptionally(e);
      }
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

  // That the asking thread was interrupted or ran out of time says nothing to those who wait.
  private static boolean isOwnAffair(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof TransportException lost
          && (lost.kind() == TransportException.Kind.INTERRUPTED
              || lost.kind() == TransportException.Kind.CANCELLED
              || lost.kind() == TransportException.Kind.TIMEOUT)) {
        return true;
      }
    }
    return false;
  }

  // Empty: whoever asked gave up.
  private static Optional<Secret> await(CompletableFuture<Held> flight, long nanos)
      throws InterruptedException, TimeoutException {
    try {
      return Optional.of(flight.get(nanos, TimeUnit.NANOSECONDS).token());
    } catch (CancellationException e) {
      return Optional.empty();
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
