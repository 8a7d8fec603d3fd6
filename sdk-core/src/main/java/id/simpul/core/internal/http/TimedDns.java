package id.simpul.core.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Looks names up for a limited time. The system's look-up can neither be interrupted nor given a
 * timeout, and who owns a name decides how slowly it is answered. Thread-safe.
 */
final class TimedDns implements Dns {
  /** Names that are looked up at the same time. */
  static final int MAX_RUNNING = 16;

  /** Names that wait for one of those. */
  static final int MAX_WAITING = 64;

  private final Dns dns;
  private final long nanos;
  private final AsyncCalls lookups = new AsyncCalls(MAX_RUNNING, MAX_WAITING);

  /**
   * Limits another look-up.
   *
   * @param dns what looks up
   * @param limit how long a caller waits for it
   */
  TimedDns(Dns dns, Duration limit) {
    this.dns = dns;
    this.nanos = Nanos.of(limit);
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
    if (!lookups.run(() -> complete(found, hostname))) {
      throw new UnknownHostException(hostname + ": too many names are being looked up");
    }
    try {
      return found.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      found.cancel(false);
      throw new UnknownHostException(hostname + ": the look-up takes too long");
    } catch (InterruptedException e) {
      found.cancel(false);
      Thread.currentThread().interrupt();
      throw new UnknownHostException(hostname + ": the look-up was interrupted");
    } catch (ExecutionException e) {
      UnknownHostException failure = new UnknownHostException(hostname + ": the look-up failed");
      failure.initCause(e.getCause());
      throw failure;
    }
  }

  private void complete(CompletableFuture<List<InetAddress>> found, String hostname) {
    if (found.isDone()) {
      return; // nobody waits any more
    }
    try {
      found.complete(List.copyOf(dns.lookup(hostname)));
    } catch (UnknownHostException | RuntimeException e) {
      found.completeExceptionally(e);
    }
  }
}
