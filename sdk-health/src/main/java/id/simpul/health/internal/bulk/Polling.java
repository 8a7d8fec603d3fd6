package id.simpul.health.internal.bulk;

import id.simpul.core.ApiException;
import id.simpul.core.ApiResponse;
import id.simpul.core.ContractException;
import id.simpul.core.RequestOptions;
import id.simpul.core.TransportException;
import id.simpul.health.bulk.BulkExportException;
import id.simpul.health.bulk.BulkExportException.Reason;
import id.simpul.health.bulk.BulkProgress;
import id.simpul.health.wire.BulkAnswer;
import id.simpul.health.wire.BulkDataV2;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks how far an export has come until it is ready: after the wait the server asks for, or after
 * waits that double. Made for one export; not thread-safe.
 */
final class Polling {
  /** The first wait, where the server asks for none. */
  static final Duration FIRST_WAIT = Duration.ofSeconds(2);

  /** The longest wait, whatever the server asks for. */
  static final Duration MAX_WAIT = Duration.ofMinutes(10);

  /** How often in a row no answer may come. */
  static final int MAX_FAILURES = 10;

  private static final Duration MAX_OWN_WAIT = Duration.ofMinutes(1);
  private static final Set<Integer> COME_BACK = Set.of(429, 502, 503, 504);
  private static final Set<String> TRANSIENT = Set.of("transient", "throttled", "timeout");
  static final Set<Integer> GONE = Set.of(404, 410);

  private final ServerCalls server;
  private final InstantSource clock;
  private final Waits waits;
  private final Instant end;
  private Duration wait = FIRST_WAIT;
  private int failures;

  Polling(ServerCalls server, InstantSource clock, Waits waits, Duration patience) {
    this.server = Objects.requireNonNull(server, "server");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.waits = Objects.requireNonNull(waits, "waits");
    this.end = clock.instant().plus(patience);
  }

  /** What is ready, and until when. */
  record Found(BulkAnswer.Ready ready, @Nullable Instant expires) {}

  Found await(URI status, RequestOptions terms, Consumer<BulkProgress> progress) {
    while (true) {
      Optional<Duration> asked;
      try {
        ApiResponse<BulkAnswer> answer = server.at(BulkDataV2.STATUS, status, true, terms);
        failures = 0;
        if (answer.body() instanceof BulkAnswer.Ready ready) {
          return new Found(ready, HttpTime.read(ready.expires(), clock).orElse(null));
        }
        String words =
            answer.body() instanceof BulkAnswer.Pending pending ? visible(pending.progress()) : "";
        progress.accept(new BulkProgress(BulkProgress.Phase.WAITING, words, 0, 0));
        asked = answer.retryAfter(clock);
      } catch (ApiException e) {
        asked = comeBack(e);
      } catch (ContractException e) {
        throw new BulkExportException(
            Reason.UNUSABLE,
            server.base().toString(),
            "answered with no manifest" + ServerCalls.told(e),
            null);
      } catch (TransportException e) {
        noAnswer(e);
        asked = Optional.empty();
      }
      pause(asked);
    }
  }

  private static String visible(String words) {
    StringBuilder text = new StringBuilder();
    words
        .codePoints()
        .filter(c -> !Character.isISOControl(c))
        .limit(BulkProgress.MAX_TEXT)
        .forEach(text::appendCodePoint);
    return text.substring(0, Math.min(text.length(), BulkProgress.MAX_TEXT));
  }

  private Optional<Duration> comeBack(ApiException refusal) {
    boolean later =
        COME_BACK.contains(refusal.status())
            || refusal.problems().stream().anyMatch(p -> TRANSIENT.contains(p.code()));
    if (later) {
      return refusal.retryAfter();
    }
    boolean gone = GONE.contains(refusal.status());
    throw new BulkExportException(
        gone ? Reason.GONE : Reason.REFUSED,
        server.base().toString(),
        (gone ? "no longer knows the export" : "ended the export with " + refusal.status())
            + ServerCalls.told(refusal),
        null);
  }

  private void noAnswer(TransportException failure) {
    failures++;
    boolean later =
        switch (failure.kind()) {
          case CONNECT, TLS, TIMEOUT, IO -> failures <= MAX_FAILURES;
          default -> false;
        };
    if (!later) {
      throw waits.isEnded()
          ? waits.ended()
          : new BulkExportException(
              Reason.UNREACHABLE,
              server.base().toString(),
              "gives no answer" + ServerCalls.told(failure),
              null);
    }
  }

  private void pause(Optional<Duration> asked) {
    Duration own = wait;
    wait = min(wait.multipliedBy(2), MAX_OWN_WAIT);
    Duration next = min(asked.orElse(own), MAX_WAIT);
    if (clock.instant().plus(next).isAfter(end)) {
      throw new BulkExportException(
          Reason.UNREACHABLE, server.base().toString(), "did not finish in time", null);
    }
    waits.take(next);
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
