package id.simpul.health.bulk;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import id.simpul.core.value.Secret;
import id.simpul.health.internal.bulk.ExportFolder;
import id.simpul.health.internal.bulk.ExportRun;
import id.simpul.health.internal.bulk.ServerCalls;
import id.simpul.health.internal.bulk.Waits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Exports from a FHIR server in bulk (Bulk Data Access 2.0): asks, waits as long as it takes, and
 * brings the files to a folder, which keeps what is needed to go on after a crash. A file is in the
 * folder under its own name when all of it is on disk; what is there is never fetched again.
 * Thread-safe; a folder is for one run at a time. Closing it ends what runs, and leaves of a broken
 * transfer only what can be built upon.
 */
public final class BulkExportClient implements AutoCloseable {
  /** How many files are fetched at once by default. */
  public static final int DEFAULT_PARALLEL = 4;

  /** The most files that may be fetched at once. */
  public static final int MAX_PARALLEL = 16;

  /** How long a server may take to gather the records by default. */
  public static final Duration DEFAULT_PATIENCE = Duration.ofHours(24);

  /** How long one transfer of a file may take by default. */
  public static final Duration DEFAULT_FILE_TIMEOUT = Duration.ofHours(1);

  private final ServerCalls server;
  private final ExportRun.Terms terms;
  private final Supplier<Waits> waits;
  private final Set<Waits> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private BulkExportClient(Builder builder) {
    ClientConfig config = builder.config.build();
    this.server =
        new ServerCalls(
            config.baseUrl(),
            OperationClient.create(copy(config.baseUrl(), config.addressPolicy(), config)),
            OperationClient.create(copy(ClientConfig.NO_BASE_URL, builder.otherHosts, config)),
            builder.token);
    this.terms =
        new ExportRun.Terms(
            config.clock(),
            builder.patience,
            builder.fileTimeout,
            builder.parallel,
            builder.maxFileBytes,
            builder.maxPlainBytes);
    this.waits = builder.waits;
  }

  // Without any credential: what proves the caller's right is for some requests alone.
  private static ClientConfig copy(URI base, AddressPolicy addresses, ClientConfig from) {
    ClientConfig.Builder copy =
        ClientConfig.builder(base)
            .addressPolicy(addresses)
            .timeouts(from.timeouts())
            .observer(from.observer())
            .clock(from.clock());
    from.httpClient().ifPresent(copy::httpClient);
    return copy.build();
  }

  /**
   * Starts a client.
   *
   * @param fhirBase the server's FHIR base
   * @return a builder with the defaults each method states
   */
  public static Builder builder(URI fhirBase) {
    return new Builder(fhirBase);
  }

  /**
   * Runs an export to its end, however long it takes: asks for it, or takes it up when the folder
   * holds it already. Run again, it fetches what is missing and no more.
   *
   * @param request what is to be exported
   * @param folder where to, made when it is not there; for this export alone
   * @param progress told how far it has come, on the calling thread
   * @return what is on disk
   * @throws BulkExportException when it cannot go on; the folder holds what there is
   */
  public BulkExportResult run(
      BulkExportRequest request, Path folder, Consumer<BulkProgress> progress) {
    ExportRun.Question question =
        new ExportRun.Question(request.below(), request.params(), request.toString());
    Waits mine = begin();
    try (ExportFolder held = ExportFolder.open(folder)) {
      return ExportRun.begin(server, held, terms, mine, question, progress).finish();
    } finally {
      running.remove(mine);
    }
  }

  /**
   * Ends an export: the server may forget it and its files ({@code DELETE}). Files that were
   * fetched stay until another export is asked for in the folder, which deletes them first.
   *
   * @param folder its folder
   * @return false when the folder holds none
   * @throws BulkExportException when the server does not take it
   */
  public boolean discard(Path folder) {
    Waits mine = begin();
    try (ExportFolder held = ExportFolder.open(folder)) {
      return ExportRun.discard(server, held, mine);
    } finally {
      running.remove(mine);
    }
  }

  private Waits begin() {
    Waits mine = waits.get();
    running.add(mine);
    if (closed) {
      mine.end();
    }
    return mine;
  }

  /** Ends what runs. What was fetched, and the way to go on, stays in the folders. */
  @Override
  public void close() {
    closed = true;
    running.forEach(Waits::end);
    server.own().close();
    server.other().close();
  }

  @Override
  public String toString() {
    return "BulkExportClient[" + server.base() + "]";
  }

  /** Collects what a client needs. Not thread-safe. */
  public static final class Builder {
    private final ClientConfig.Builder config;
    private @Nullable Supplier<Secret> token;
    private AddressPolicy otherHosts = AddressPolicy.publicOnly();
    private Duration patience = DEFAULT_PATIENCE;
    private Duration fileTimeout = DEFAULT_FILE_TIMEOUT;
    private int parallel = DEFAULT_PARALLEL;
    private long maxFileBytes = NdjsonOptions.DEFAULT_MAX_BYTES;
    private long maxPlainBytes = NdjsonOptions.DEFAULT_MAX_BYTES;
    private Supplier<Waits> waits = Waits::real;

    private Builder(URI fhirBase) {
      this.config = ClientConfig.builder(fhirBase);
    }

    /**
     * What gives a token, asked before each request that shows one: an export may outlive several.
     * It is shown to the origin of the base alone, and for files only when the server asks for it.
     * Default: none.
     *
     * @param value gives a token that can be used now; called on several threads
     * @return this
     */
    public Builder token(Supplier<Secret> value) {
      this.token = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Timeouts of all but files, observer, clock, addresses of the base and the OkHttp client.
     * Default: as {@link ClientConfig.Builder} states. Credentials and authenticators set here are
     * not used: tokens are {@link #token}'s.
     *
     * @param change called at once with the configuration so far
     * @return this
     */
    public Builder configure(Consumer<ClientConfig.Builder> change) {
      change.accept(config);
      return this;
    }

    /**
     * Which addresses files may be fetched from at other origins than the base's, which the server
     * names. Default: {@link AddressPolicy#publicOnly()}.
     *
     * @param value the policy
     * @return this
     */
    public Builder otherHosts(AddressPolicy value) {
      this.otherHosts = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * How long the server may take to gather the records. Default: {@link #DEFAULT_PATIENCE}.
     *
     * @param value the time, positive
     * @return this
     */
    public Builder patience(Duration value) {
      this.patience = positive(value);
      return this;
    }

    /**
     * How long one transfer of a file may take. Default: {@link #DEFAULT_FILE_TIMEOUT}.
     *
     * @param value the time, positive
     * @return this
     */
    public Builder fileTimeout(Duration value) {
      this.fileTimeout = positive(value);
      return this;
    }

    private static Duration positive(Duration value) {
      if (value.isNegative() || value.isZero()) {
        throw new IllegalArgumentException("A time is positive");
      }
      return value;
    }

    /**
     * How many files are fetched at once. Default: {@link #DEFAULT_PARALLEL}.
     *
     * @param value 1 to {@link #MAX_PARALLEL}
     * @return this
     */
    public Builder parallel(int value) {
      if (value < 1 || value > MAX_PARALLEL) {
        throw new IllegalArgumentException("1 to " + MAX_PARALLEL + " files are fetched at once");
      }
      this.parallel = value;
      return this;
    }

    /**
     * The largest file, as it travels. Default: {@link NdjsonOptions#DEFAULT_MAX_BYTES}.
     *
     * @param value the bytes, positive
     * @return this
     */
    public Builder maxFileBytes(long value) {
      if (value < 1) {
        throw new IllegalArgumentException("A limit is positive");
      }
      this.maxFileBytes = value;
      return this;
    }

    /**
     * The largest file once it is opened, which for a compressed one is another size than it
     * travels with. Default: {@link NdjsonOptions#DEFAULT_MAX_BYTES}.
     *
     * @param value bytes, positive
     * @return this
     * @throws IllegalArgumentException when it is not positive
     */
    public Builder maxPlainBytes(long value) {
      if (value < 1) {
        throw new IllegalArgumentException("A limit is positive");
      }
      this.maxPlainBytes = value;
      return this;
    }

    Builder waits(Supplier<Waits> value) {
      this.waits = value;
      return this;
    }

    /**
     * Makes the client. Nothing is sent.
     *
     * @return the client, to be closed when done
     */
    public BulkExportClient build() {
      return new BulkExportClient(this);
    }
  }
}
