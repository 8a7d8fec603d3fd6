package id.simpul.node.internal.federation;

import id.simpul.core.SimpulException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.federation.ExpiryAlarm;
import id.simpul.node.internal.http.PlainResource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has statements signed anew in time, and says in the log and at {@code /health/federation} before
 * one runs out. Thread-safe.
 */
public final class FederationKeeper implements PlainResource, AutoCloseable {
  /** How often it looks. */
  static final Duration PERIOD = Duration.ofMinutes(1);

  /**
   * How long nothing may be known of its chain, as while a node starts that is to answer for
   * itself, before it counts as none.
   */
  static final Duration UNSURE = Duration.ofMinutes(3);

  /** How often it repeats a warning in the log. */
  static final Duration WARN_AGAIN_AFTER = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(FederationKeeper.class);
  private static final String PATH = "/health/federation";

  private final FederationEntity entity;
  private final @Nullable Supplier<ExpiryAlarm> chain;
  private final InstantSource clock;
  private final ScheduledExecutorService thread;
  private volatile List<ExpiryAlarm> alarms = List.of();
  private volatile @Nullable ExpiryAlarm chainAlarm;
  private @Nullable Instant failingSince;
  private Instant warned = Instant.EPOCH;

  /**
   * A keeper that does nothing yet.
   *
   * @param entity whose statements
   * @param chain asks until when others trust the node, or null when nobody stands above it
   * @param clock the time
   */
  public FederationKeeper(
      FederationEntity entity, @Nullable Supplier<ExpiryAlarm> chain, InstantSource clock) {
    this.entity = entity;
    this.chain = chain;
    this.clock = clock;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(work -> {
          Thread t = new Thread(work, "simpul-federation");
          t.setDaemon(true);
          return t;
        });
  }

  /** Has the first statements signed, and looks again and again from then on. */
  public void start() {
    renew();
    // It never completes, and ends with its thread.
    Future<?> unused =
        thread.scheduleWithFixedDelay(this::lookAgain, 0, PERIOD.toSeconds(), TimeUnit.SECONDS);
  }

  // Nothing may end the schedule, a mistake of ours neither.
  private void lookAgain() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.error("statements were not looked at; this is tried again", e);
    }
  }

  /** Looks once; the schedule does. What fails now is tried again the next time. */
  void look() {
    renew();
    if (chain != null) {
      lookUp(chain);
    }
    warn(clock.instant());
  }

  private void renew() {
    try {
      entity.renew();
      alarms = entity.alarms();
    } catch (SimpulException e) {
      LOG.error("statements cannot be signed anew: {}", e.getMessage());
    }
  }

  // It asks the network, so never while the node starts.
  private void lookUp(Supplier<ExpiryAlarm> question) {
    try {
      chainAlarm = question.get();
      failingSince = null;
    } catch (SimpulException e) {
      Instant now = clock.instant();
      if (due(now)) {
        LOG.warn("others do not trust this node: {}; run simpul-node doctor", e.getMessage());
      }
      nobodyTrusts(now);
    }
  }

  // A chain that was withdrawn, or was never there, is as good as one that ran out.
  private void nobodyTrusts(Instant now) {
    if (failingSince == null) {
      failingSince = now;
    }
    ExpiryAlarm known = chainAlarm;
    boolean runOut = known != null && known.state(now) == ExpiryAlarm.State.EXPIRED;
    if (!runOut && !now.isBefore(failingSince.plus(UNSURE))) {
      chainAlarm = new ExpiryAlarm(NodeTrust.chainOf(entity.id()), failingSince, Duration.ZERO);
    }
  }

  private boolean due(Instant now) {
    return !warned.isAfter(now.minus(WARN_AGAIN_AFTER));
  }

  private List<ExpiryAlarm> all() {
    return Stream.concat(alarms.stream(), Stream.ofNullable(chainAlarm)).toList();
  }

  private void warn(Instant now) {
    if (due(now)) {
      warned = now;
      all().stream()
          .filter(alarm -> alarm.state(now) != ExpiryAlarm.State.QUIET)
          .forEach(alarm -> LOG.warn("{}; run simpul-node doctor", alarm.toText(now)));
    }
  }

  @Override
  public Optional<Document> find(String path) {
    return path.equals(PATH)
        ? Optional.of(new Document(200, "application/json", Json.toBytes(health(clock.instant()))))
        : Optional.empty();
  }

  private JsonObject health(Instant now) {
    List<JsonValue> statements = new ArrayList<>();
    for (ExpiryAlarm alarm : all()) {
      statements.add(
          JsonObject.builder()
              .put("what", alarm.what())
              .put("state", word(alarm.state(now)))
              .put("expires", alarm.expiresAt().toString())
              .put("seconds_left", JsonNumber.of(alarm.remaining(now).toSeconds()))
              .build());
    }
    ExpiryAlarm.State worst =
        all().stream()
            .map(alarm -> alarm.state(now))
            .max(Comparator.naturalOrder())
            .orElse(ExpiryAlarm.State.QUIET);
    return JsonObject.builder()
        .put("status", word(worst))
        .put("statements", new JsonArray(statements))
        .build();
  }

  private static String word(ExpiryAlarm.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
