package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.commit.CommitOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** How the store on SQLite is set up. Immutable. */
public final class SqliteOptions {
  /** The most commands in one commit, by default. */
  public static final int DEFAULT_MAX_BATCH = 256;

  /** The most commands that wait, by default. */
  public static final int DEFAULT_MAX_QUEUED = 8192;

  /** The most bytes that wait, by default: 64 MiB. */
  public static final long DEFAULT_MAX_QUEUED_BYTES = 64L << 20;

  /** Connections that read at once, by default. */
  public static final int DEFAULT_READERS = 4;

  /** Nonces kept for one scope, by default. */
  public static final int DEFAULT_NONCES_PER_SCOPE = 500_000;

  /** How long after its slot a registration for a vaccination is kept, by default. */
  public static final Duration DEFAULT_REGISTRATION_RETENTION = Duration.ofDays(90);

  /** How long another process may hold the database, by default. */
  public static final Duration DEFAULT_BUSY_TIMEOUT = Duration.ofSeconds(5);

  /** How long a search may take, by default. */
  public static final Duration DEFAULT_SEARCH_TIME = Duration.ofSeconds(5);

  /** How long closing commits what waits, by default. */
  public static final Duration DEFAULT_DRAIN = Duration.ofSeconds(10);

  /** How often expired keys and nonces are forgotten, by default. */
  public static final Duration DEFAULT_TIDY = Duration.ofSeconds(30);

  /** How often a store that could not write tries again, by default. */
  public static final Duration DEFAULT_PROBE = Duration.ofSeconds(1);

  private final Path file;
  private final CommitOptions commit;
  private final Duration busyTimeout;
  private final Duration searchTime;
  private final int readers;
  private final int noncesPerScope;
  private final Duration registrationRetention;
  private final long maxPages;

  private SqliteOptions(Builder builder) {
    this.file = builder.file.toAbsolutePath().normalize();
    this.commit =
        new CommitOptions(
            builder.maxBatch,
            builder.maxQueued,
            builder.maxQueuedBytes,
            builder.drain,
            builder.tidyEvery,
            builder.probeEvery);
    this.busyTimeout = builder.busyTimeout;
    this.searchTime = builder.searchTime;
    this.readers = builder.readers;
    this.noncesPerScope = builder.noncesPerScope;
    this.registrationRetention = builder.registrationRetention;
    this.maxPages = builder.maxPages;
    if (readers < 1
        || noncesPerScope < 1
        || maxPages < 0
        || busyTimeout.isNegative()
        || registrationRetention.isNegative()) {
      throw new IllegalArgumentException("Readers, nonces, pages and times are not negative");
    }
  }

  /**
   * Starts from the defaults.
   *
   * @param file the database file; made when it does not exist, readable by its owner alone
   * @return a new builder
   */
  public static Builder builder(Path file) {
    return new Builder(Objects.requireNonNull(file, "file"));
  }

  Path file() {
    return file;
  }

  /** The file's name without its folder, for messages. */
  String name() {
    return "event store " + file.getFileName();
  }

  CommitOptions commit() {
    return commit;
  }

  Duration busyTimeout() {
    return busyTimeout;
  }

  Duration searchTime() {
    return searchTime;
  }

  int readers() {
    return readers;
  }

  int noncesPerScope() {
    return noncesPerScope;
  }

  Duration registrationRetention() {
    return registrationRetention;
  }

  long maxPages() {
    return maxPages;
  }

  /** Collects the options; a later value replaces an earlier one. Not thread-safe. */
  public static final class Builder {
    private final Path file;
    private int maxBatch = DEFAULT_MAX_BATCH;
    private int maxQueued = DEFAULT_MAX_QUEUED;
    private long maxQueuedBytes = DEFAULT_MAX_QUEUED_BYTES;
    private Duration drain = DEFAULT_DRAIN;
    private Duration tidyEvery = DEFAULT_TIDY;
    private Duration probeEvery = DEFAULT_PROBE;
    private Duration busyTimeout = DEFAULT_BUSY_TIMEOUT;
    private Duration searchTime = DEFAULT_SEARCH_TIME;
    private int readers = DEFAULT_READERS;
    private int noncesPerScope = DEFAULT_NONCES_PER_SCOPE;
    private Duration registrationRetention = DEFAULT_REGISTRATION_RETENTION;
    private long maxPages;

    private Builder(Path file) {
      this.file = file;
    }

    /**
     * The most commands in one commit. Default: {@value #DEFAULT_MAX_BATCH}.
     *
     * @param commands 1 or more; 1 commits each by itself
     * @return this
     */
    public Builder maxBatch(int commands) {
      this.maxBatch = commands;
      return this;
    }

    /**
     * How much may wait for its commit; beyond it a write is refused at once. Default: {@value
     * #DEFAULT_MAX_QUEUED} commands and {@value #DEFAULT_MAX_QUEUED_BYTES} bytes.
     *
     * @param commands 1 or more
     * @param bytes 1 or more; what a command holds, counted as the store counts it
     * @return this
     */
    public Builder maxQueued(int commands, long bytes) {
      this.maxQueued = commands;
      this.maxQueuedBytes = bytes;
      return this;
    }

    /**
     * How long closing commits what waits. Default: 10 s.
     *
     * @param drain zero or more
     * @return this
     */
    public Builder drain(Duration drain) {
      this.drain = Objects.requireNonNull(drain, "drain");
      return this;
    }

    /**
     * How often expired keys and nonces are forgotten. Default: 30 s.
     *
     * @param interval more than zero
     * @return this
     */
    public Builder tidyEvery(Duration interval) {
      this.tidyEvery = Objects.requireNonNull(interval, "interval");
      return this;
    }

    /**
     * How often a store that could not write tries again by itself. Default: 1 s.
     *
     * @param interval more than zero
     * @return this
     */
    public Builder probeEvery(Duration interval) {
      this.probeEvery = Objects.requireNonNull(interval, "interval");
      return this;
    }

    /**
     * How long another process may hold the database, and a reader be waited for. Default: 5 s.
     *
     * @param timeout zero or more
     * @return this
     */
    public Builder busyTimeout(Duration timeout) {
      this.busyTimeout = Objects.requireNonNull(timeout, "timeout");
      return this;
    }

    /**
     * How long a search may take before it is stopped. Default: 5 s.
     *
     * @param time zero or more; zero stops all but the smallest
     * @return this
     */
    public Builder searchTime(Duration time) {
      this.searchTime = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * Connections that read at once. Default: {@value #DEFAULT_READERS}.
     *
     * @param connections 1 or more
     * @return this
     */
    public Builder readers(int connections) {
      this.readers = connections;
      return this;
    }

    /**
     * The most nonces kept for one scope; beyond it the store refuses them. Default: {@value
     * #DEFAULT_NONCES_PER_SCOPE}.
     *
     * @param nonces 1 or more
     * @return this
     */
    public Builder noncesPerScope(int nonces) {
      this.noncesPerScope = nonces;
      return this;
    }

    /**
     * How long after the end of its slot a registration for a vaccination is kept that is of no
     * more use. Default: 90 days.
     *
     * @param retention zero or more
     * @return this
     */
    public Builder registrationRetention(Duration retention) {
      this.registrationRetention = Objects.requireNonNull(retention, "retention");
      return this;
    }

    /**
     * The most pages of 4 KiB the database file may have, so that it cannot fill the disk. Default:
     * 0, no limit but the disk's.
     *
     * @param pages 0 or more
     * @return this
     */
    public Builder maxPages(long pages) {
      this.maxPages = pages;
      return this;
    }

    /**
     * Makes the options.
     *
     * @return the immutable options
     */
    public SqliteOptions build() {
      return new SqliteOptions(this);
    }
  }
}
