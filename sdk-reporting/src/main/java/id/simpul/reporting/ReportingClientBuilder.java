package id.simpul.reporting;

import id.simpul.core.ClientAuth;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.value.Secret;
import id.simpul.reporting.wire.Scoped;
import java.net.URI;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link ReportingClient} needs. Not thread-safe. */
public final class ReportingClientBuilder {
  private final ClientConfig.Builder config;
  private @Nullable OperationClient operations;
  private @Nullable String jurisdictionId;
  private TokenPolling polling = TokenPolling.STANDARD;
  private Delay delay = Delay.SYSTEM;

  ReportingClientBuilder(URI baseUrl) {
    this.config = ClientConfig.builder(baseUrl);
  }

  /**
   * The key that filing needs. Default: none. Takes the place of other credentials.
   *
   * @param key the key
   * @return this
   */
  public ReportingClientBuilder apiKey(Secret key) {
    config.auth(ClientAuth.apiKey(key));
    return this;
  }

  /**
   * The jurisdiction all calls are meant for. Default: none, right where the endpoint serves one.
   *
   * @param id 1 to {@link Scoped#MAX_JURISDICTION_LENGTH} characters
   * @return this
   */
  public ReportingClientBuilder jurisdictionId(String id) {
    if (id.isBlank() || id.length() > Scoped.MAX_JURISDICTION_LENGTH) {
      throw new IllegalArgumentException(
          "A jurisdiction id has 1 to " + Scoped.MAX_JURISDICTION_LENGTH + " characters");
    }
    this.jurisdictionId = id;
    return this;
  }

  /**
   * How often {@link ReportingClient#awaitReport} asks. Default: {@link TokenPolling#STANDARD}.
   *
   * @param value the intervals and tries
   * @return this
   */
  public ReportingClientBuilder tokenPolling(TokenPolling value) {
    this.polling = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Everything else: signing, timeouts, retry, limits, format, checks. Default: as {@link
   * ClientConfig.Builder} states.
   *
   * @param change called at once with the configuration so far
   * @return this
   */
  public ReportingClientBuilder configure(Consumer<ClientConfig.Builder> change) {
    change.accept(config);
    return this;
  }

  /**
   * A client of the caller's own to send with, in which case credentials and {@link #configure} are
   * its business; it is never closed here. Default: one of our own.
   *
   * @param value the client
   * @return this
   */
  public ReportingClientBuilder operations(OperationClient value) {
    this.operations = Objects.requireNonNull(value, "value");
    return this;
  }

  ReportingClientBuilder delay(Delay value) {
    this.delay = value;
    return this;
  }

  /**
   * Makes the client. Nothing is sent.
   *
   * @return the client, to be closed when done
   */
  public ReportingClient build() {
    ClientConfig built = config.build();
    OperationClient given = operations;
    Calls calls =
        new Calls(
            built.baseUrl(),
            given == null ? OperationClient.create(built) : given,
            given == null,
            jurisdictionId,
            RequestOptions.NONE);
    return new DefaultReportingClient(calls, new TokenWait(calls, polling, delay));
  }
}
