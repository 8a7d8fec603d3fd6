package id.simpul.node.internal.federation;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.TrustException;
import id.simpul.identity.federation.ExpiryAlarm;
import id.simpul.identity.federation.StatementLifetime;
import id.simpul.node.ConfigException;
import id.simpul.node.internal.config.ConfigFiles;
import id.simpul.node.internal.config.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps signed statements on disk, and has them signed anew once a day or when what they say has
 * changed. While signing fails, the statement at hand is handed out until it runs out. Thread-safe;
 * two processes may share the folder, since a file is written whole.
 */
final class StatementShelf {
  private static final Logger LOG = LoggerFactory.getLogger(StatementShelf.class);
  private static final String STATEMENT = "statement";
  private static final String CONTENT = "content";
  private static final String ISSUED = "issued";
  private static final String EXPIRES = "expires";

  private static final Duration COMPLAIN_AGAIN_AFTER = Duration.ofMinutes(1);

  private final Path folder;
  private final InstantSource clock;
  private final Map<String, Kept> unsaved = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> complained = new AtomicReference<>(Instant.EPOCH);

  StatementShelf(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** What a statement is to be: its name, a digest of all that goes into it, and how to sign it. */
  record Order(String name, String content, StatementLifetime lifetime, Supplier<String> issuer) {}

  private record Kept(String statement, String content, Instant issued, Instant expires) {}

  /**
   * The statement to hand out.
   *
   * @throws TrustException when there is none that holds and none can be signed
   */
  String get(Order order) {
    Instant now = clock.instant();
    Optional<Kept> kept = kept(order.name()).filter(k -> k.content().equals(order.content()));
    if (kept.isPresent()
        && order.lifetime().isFresh(kept.get().issued(), now)
        && now.isBefore(kept.get().expires())) {
      return kept.get().statement();
    }
    try {
      return issue(order, now.truncatedTo(ChronoUnit.SECONDS)); // as in iat
    } catch (TrustException e) {
      if (kept.isEmpty() || !now.isBefore(kept.get().expires())) {
        throw e;
      }
      complain(order.name() + " cannot be signed anew", e, now);
      return kept.get().statement();
    }
  }

  private String issue(Order order, Instant now) {
    String statement = order.issuer().get();
    Instant expires = now.plus(order.lifetime().lifetime());
    unsaved.put(order.name(), new Kept(statement, order.content(), now, expires));
    try {
      OwnerOnly.createDirectory(folder);
      OwnerOnly.replace(
          file(order.name()),
          Json.toBytes(
              JsonObject.builder()
                  .put(STATEMENT, statement)
                  .put(CONTENT, order.content())
                  .put(ISSUED, now.toString())
                  .put(EXPIRES, expires.toString())
                  .build()));
      unsaved.remove(order.name());
    } catch (IOException e) {
      complain(order.name() + " cannot be kept in " + folder, e, now);
    }
    return statement;
  }

  // Strangers ask as often as they like, and the log may be on the very disk that is full.
  private void complain(String what, Exception why, Instant now) {
    Instant before = complained.get();
    boolean recently = now.isBefore(before.plus(COMPLAIN_AGAIN_AFTER)) && !now.isBefore(before);
    if (!recently && complained.compareAndSet(before, now)) {
      LOG.warn("{}: {}", what, why.toString());
    }
  }

  /** Until when the statement at hand holds; empty when there is none. */
  Optional<ExpiryAlarm> alarm(String name) {
    return kept(name).map(k -> ExpiryAlarm.of(name, k.issued(), k.expires()));
  }

  /** Throws a statement away, so that it is not handed out again. */
  void remove(String name) {
    unsaved.remove(name);
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw ConfigFiles.broken(file(name), "file", "cannot be deleted; delete it");
    }
  }

  private Path file(String name) {
    return folder.resolve(FederationFiles.fileName(name));
  }

  /** What could not be written is held here, so that it is not signed for each who asks. */
  private Optional<Kept> kept(String name) {
    Kept held = unsaved.get(name);
    return held == null ? saved(name) : Optional.of(held);
  }

  // A file that is not whole is no loss: the statement is signed again.
  private Optional<Kept> saved(String name) {
    Path file = file(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonObject kept = ConfigFiles.object(file);
      return Optional.of(
          new Kept(
              ConfigFiles.text(kept, STATEMENT),
              ConfigFiles.text(kept, CONTENT),
              Instant.parse(ConfigFiles.text(kept, ISSUED)),
              Instant.parse(ConfigFiles.text(kept, EXPIRES))));
    } catch (ConfigException | IllegalArgumentException | DateTimeException e) {
      LOG.warn("{} in {} cannot be read and is signed again", name, file);
      return Optional.empty();
    }
  }
}
