package id.simpul.health;

import id.simpul.core.ClientConfig;
import id.simpul.core.RequestOptions;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.internal.satusehat.SatuSehatCalls;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link SatuSehatClient} needs. Not thread-safe. */
public final class SatuSehatClientBuilder {
  /** The wait before a write is sent a second time, by default; gateways give up before. */
  public static final Duration RESEND_WAIT = Duration.ofMinutes(1);

  /** The longest wait before a write is sent a second time. */
  public static final Duration MAX_RESEND_WAIT = Duration.ofMinutes(5);

  private final SatuSehatEnvironment environment;
  private final SatuSehatCredentials credentials;
  private final ClientConfig.Builder config =
      ClientConfig.builder(ClientConfig.NO_BASE_URL).limits(FhirJson.LIMITS);
  private SatuSehatRules rules;
  private WriteJournal journal = step -> {};
  private @Nullable SatuSehatPace pace;
  private SatuSehatCalls.Pause pause = waiting(RESEND_WAIT);

  SatuSehatClientBuilder(SatuSehatEnvironment environment, SatuSehatCredentials credentials) {
    this.environment = Objects.requireNonNull(environment, "environment");
    this.credentials = Objects.requireNonNull(credentials, "credentials");
    this.rules = SatuSehatRules.of(credentials.organizationId());
  }

  /**
   * The rules resources are checked by before they are sent. Default: {@link SatuSehatRules#of} the
   * client's organization.
   *
   * @param value the rules, {@link SatuSehatRules#NONE} to leave it all to the server
   * @return this
   */
  public SatuSehatClientBuilder rules(SatuSehatRules value) {
    this.rules = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Told of every step of every write. Default: nobody.
   *
   * @param value the listener
   * @return this
   */
  public SatuSehatClientBuilder journal(WriteJournal value) {
    this.journal = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Timeouts, retries of what only reads, limits, observer, clock, addresses and the OkHttp client.
   * Default: as {@link ClientConfig.Builder} states, with the limits of {@link FhirJson}.
   * Credentials and authenticators set here are not used.
   *
   * @param change called at once with the configuration so far
   * @return this
   */
  public SatuSehatClientBuilder configure(Consumer<ClientConfig.Builder> change) {
    change.accept(config);
    return this;
  }

  /**
   * How long a write whose answer was lost waits, on the writing thread, between the two searches
   * that must find nothing before it is sent a second time. A server that may take longer to end
   * what it does needs more. Default: {@link #RESEND_WAIT}.
   *
   * @param value the wait, more than zero and {@link #MAX_RESEND_WAIT} at most
   * @return this
   * @throws IllegalArgumentException when it is none or longer
   */
  public SatuSehatClientBuilder resendWait(Duration value) {
    if (value.isNegative() || value.isZero() || value.compareTo(MAX_RESEND_WAIT) > 0) {
      throw new IllegalArgumentException("A wait is more than zero and 5 minutes at most");
    }
    return pause(waiting(value));
  }

  // The client that is closed meanwhile finds out at the search that follows.
  private static SatuSehatCalls.Pause waiting(Duration wait) {
    return closed -> {
      boolean unused = closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    };
  }

  SatuSehatClientBuilder pause(SatuSehatCalls.Pause value) {
    this.pause = value;
    return this;
  }

  /**
   * The pace to keep, shared with the other clients that are given it. Default: a pace of the
   * client's own.
   *
   * @param value the pace
   * @return this
   */
  public SatuSehatClientBuilder pace(SatuSehatPace value) {
    this.pace = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Makes the client. Nothing is sent.
   *
   * @return the client, to be closed when done
   */
  public SatuSehatClient build() {
    SatuSehatCalls calls =
        new SatuSehatCalls(
            environment,
            credentials,
            config.build(),
            Objects.requireNonNullElseGet(pace, SatuSehatPace::create).pacer(),
            pause);
    return new DefaultSatuSehatClient(environment, calls, rules, journal, RequestOptions.NONE);
  }
}
