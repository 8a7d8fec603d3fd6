package id.simpul.core;

import id.simpul.core.format.Limits;
import id.simpul.core.spi.CallObserver;
import id.simpul.core.spi.ExchangeAuthenticator;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** How a client reaches one endpoint of one node. Immutable. {@code toString} shows the URL. */
public final class ClientConfig {
  /**
   * The base URL of a client that has none: every call names its own endpoint with {@link
   * RequestOptions#withEndpoint}, and one that does not is refused. Nothing can stand there (RFC
   * 2606, section 2).
   */
  public static final URI NO_BASE_URL = URI.create("https://endpoint.invalid");

  private final URI baseUrl;
  private final AddressPolicy addressPolicy;
  private final ClientAuth auth;
  private final @Nullable ExchangeAuthenticator authenticator;
  private final Timeouts timeouts;
  private final RetryPolicy retry;
  private final Limits limits;
  private final ContractChecks contractChecks;
  private final String format;
  private final boolean nodeHonoursIdempotencyKeys;
  private final CallObserver observer;
  private final InstantSource clock;
  private final @Nullable OkHttpClient httpClient;

  private ClientConfig(Builder b) {
    this.baseUrl = b.baseUrl;
    this.addressPolicy = b.addressPolicy;
    this.auth = b.auth;
    this.authenticator = b.authenticator;
    this.timeouts = b.timeouts;
    this.retry = b.retry;
    this.limits = b.limits;
    this.contractChecks = b.contractChecks;
    this.format = b.format;
    this.nodeHonoursIdempotencyKeys = b.nodeHonoursIdempotencyKeys;
    this.observer = b.observer;
    this.clock = b.clock;
    this.httpClient = b.httpClient;
  }

  /**
   * Starts a configuration.
   *
   * @param baseUrl the endpoint, {@code https} (or {@code http} for development), with or without a
   *     slash at its end; no query, fragment or user information; {@link #NO_BASE_URL} for a client
   *     whose every call names its endpoint
   * @return a builder with the defaults each method states
   * @throws IllegalArgumentException when the URL is of another form
   */
  public static Builder builder(URI baseUrl) {
    return new Builder(baseUrl);
  }

  /**
   * The endpoint.
   *
   * @return the URL, without a slash at its end
   */
  public URI baseUrl() {
    return baseUrl;
  }

  /**
   * Which addresses may be connected to.
   *
   * @return the policy
   */
  public AddressPolicy addressPolicy() {
    return addressPolicy;
  }

  /**
   * What proves the caller's right.
   *
   * @return the credential
   */
  public ClientAuth auth() {
    return auth;
  }

  /**
   * What signs requests and verifies answers.
   *
   * @return the authenticator, or empty for unsigned exchanges
   */
  public Optional<ExchangeAuthenticator> authenticator() {
    return Optional.ofNullable(authenticator);
  }

  /**
   * The timeouts.
   *
   * @return the timeouts
   */
  public Timeouts timeouts() {
    return timeouts;
  }

  /**
   * The retry policy.
   *
   * @return the policy
   */
  public RetryPolicy retry() {
    return retry;
  }

  /**
   * How much of an answer is read.
   *
   * @return the limits
   */
  public Limits limits() {
    return limits;
  }

  /**
   * Which documents are checked.
   *
   * @return the checks
   */
  public ContractChecks contractChecks() {
    return contractChecks;
  }

  /**
   * The format asked for.
   *
   * @return a suffix without its dot
   */
  public String format() {
    return format;
  }

  /**
   * Whether the node honours idempotency keys.
   *
   * @return true when it does
   */
  public boolean nodeHonoursIdempotencyKeys() {
    return nodeHonoursIdempotencyKeys;
  }

  /**
   * Who watches.
   *
   * @return the observer
   */
  public CallObserver observer() {
    return observer;
  }

  /**
   * The wall clock, used to read {@code Retry-After} dates.
   *
   * @return the clock
   */
  public InstantSource clock() {
    return clock;
  }

  /**
   * The caller's own OkHttp client.
   *
   * @return the client, or empty when Simpul makes one
   */
  public Optional<OkHttpClient> httpClient() {
    return Optional.ofNullable(httpClient);
  }

  @Override
  public String toString() {
    return "ClientConfig[" + baseUrl + "]";
  }

  /** Collects a configuration. Not thread-safe. */
  public static final class Builder {
    private final URI baseUrl;
    private AddressPolicy addressPolicy = AddressPolicy.anyAddress();
    private ClientAuth auth = ClientAuth.NONE;
    private @Nullable ExchangeAuthenticator authenticator;
    private Timeouts timeouts = Timeouts.DEFAULT;
    private RetryPolicy retry = RetryPolicy.STANDARD;
    private Limits limits = Limits.DEFAULT;
    private ContractChecks contractChecks = ContractChecks.SENT;
    private String format = "json";
    private boolean nodeHonoursIdempotencyKeys;
    private CallObserver observer = CallObserver.NONE;
    private InstantSource clock = InstantSource.system();
    private @Nullable OkHttpClient httpClient;

    private Builder(URI baseUrl) {
      String text = EndpointUrl.checkBase(baseUrl).toString();
      this.baseUrl =
          text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : baseUrl;
    }

    /**
     * Which addresses may be connected to. Default: {@link AddressPolicy#anyAddress()}, because a
     * base URL is configuration; whoever calls where strangers point sets another.
     *
     * @param value the policy
     * @return this
     */
    public Builder addressPolicy(AddressPolicy value) {
      this.addressPolicy = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * What proves the caller's right. Default: {@link ClientAuth#NONE}.
     *
     * @param value the credential
     * @return this
     */
    public Builder auth(ClientAuth value) {
      this.auth = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Signs requests and verifies answers. Default: neither.
     *
     * @param value the authenticator
     * @return this
     */
    public Builder authenticator(ExchangeAuthenticator value) {
      this.authenticator = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * The timeouts. Default: {@link Timeouts#DEFAULT}.
     *
     * @param value the timeouts
     * @return this
     */
    public Builder timeouts(Timeouts value) {
      this.timeouts = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * The retry policy. Default: {@link RetryPolicy#STANDARD}.
     *
     * @param value the policy
     * @return this
     */
    public Builder retry(RetryPolicy value) {
      this.retry = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * How much of an answer is read. Default: {@link Limits#DEFAULT}.
     *
     * @param value the limits
     * @return this
     */
    public Builder limits(Limits value) {
      this.limits = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Which documents are checked. Default: {@link ContractChecks#SENT}.
     *
     * @param value the checks
     * @return this
     */
    public Builder contractChecks(ContractChecks value) {
      this.contractChecks = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * The format asked for, where an operation has several. Default: {@code json}.
     *
     * @param suffix a suffix without its dot; an operation that lacks it uses its own default
     * @return this
     */
    public Builder format(String suffix) {
      this.format = Objects.requireNonNull(suffix, "suffix");
      return this;
    }

    /**
     * Says that the node ties submissions with one {@code Idempotency-Key} together, as every
     * Simpul node does, so that a submission may be repeated after an unknown outcome. Default:
     * false, because Open311 itself promises nothing of the kind.
     *
     * @param value whether it does
     * @return this
     */
    public Builder nodeHonoursIdempotencyKeys(boolean value) {
      this.nodeHonoursIdempotencyKeys = value;
      return this;
    }

    /**
     * Who watches. Default: nobody.
     *
     * @param value the observer
     * @return this
     */
    public Builder observer(CallObserver value) {
      this.observer = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * The wall clock. Default: the system's.
     *
     * @param value the clock
     * @return this
     */
    public Builder clock(InstantSource value) {
      this.clock = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * The caller's own OkHttp client, for a proxy, mutual TLS or shared pools. It is used as it is
     * but for timeouts, redirects, challenges and OkHttp's own retry, which are Simpul's, and never
     * closed. Under a policy that restricts addresses, its pool, proxy, cookies and cache are not
     * used either, and what its name look-up finds is checked. Its pool should not keep idle
     * connections longer than the node does: a submission that meets a dead one may not be
     * repeated. Default: one of our own.
     *
     * @param value the client
     * @return this
     */
    public Builder httpClient(OkHttpClient value) {
      this.httpClient = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Ends the configuration.
     *
     * @return the immutable configuration
     */
    public ClientConfig build() {
      return new ClientConfig(this);
    }
  }
}
