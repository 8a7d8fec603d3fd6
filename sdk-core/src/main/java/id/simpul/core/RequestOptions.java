package id.simpul.core;

import id.simpul.core.format.Limits;
import id.simpul.core.operation.Headers;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one call does differently from its client. Immutable; every {@code with} gives a copy. */
public final class RequestOptions {
  /** Nothing differs. */
  public static final RequestOptions NONE = new RequestOptions(new Draft());

  /** The longest idempotency key. */
  public static final int MAX_KEY_LENGTH = 128;

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]+");

  private final @Nullable String idempotencyKey;
  private final @Nullable URI endpoint;
  private final @Nullable Timeouts timeouts;
  private final @Nullable Duration callLimit;
  private final @Nullable RetryPolicy retry;
  private final @Nullable Limits limits;
  private final @Nullable String format;
  private final Headers headers;
  private final @Nullable CompletionStage<?> end;

  private RequestOptions(Draft draft) {
    this.idempotencyKey = draft.idempotencyKey;
    this.endpoint = draft.endpoint;
    this.timeouts = draft.timeouts;
    this.callLimit = draft.callLimit;
    this.retry = draft.retry;
    this.limits = draft.limits;
    this.format = draft.format;
    this.headers = draft.headers;
    this.end = draft.end;
  }

  private RequestOptions with(Consumer<Draft> change) {
    Draft draft = new Draft();
    draft.idempotencyKey = idempotencyKey;
    draft.endpoint = endpoint;
    draft.timeouts = timeouts;
    draft.callLimit = callLimit;
    draft.retry = retry;
    draft.limits = limits;
    draft.format = format;
    draft.headers = headers;
    draft.end = end;
    change.accept(draft);
    return new RequestOptions(draft);
  }

  /** Options on their way from one set to the next. */
  private static final class Draft {
    private @Nullable String idempotencyKey;
    private @Nullable URI endpoint;
    private @Nullable Timeouts timeouts;
    private @Nullable Duration callLimit;
    private @Nullable RetryPolicy retry;
    private @Nullable Limits limits;
    private @Nullable String format;
    private Headers headers = Headers.EMPTY;
    private @Nullable CompletionStage<?> end;
  }

  /**
   * A fresh idempotency key, to be kept with what is submitted until its receipt is in hand.
   *
   * @return 36 characters, unguessable
   */
  public static String newIdempotencyKey() {
    return UUID.randomUUID().toString();
  }

  /**
   * The key that ties repetitions of a submission together. A {@code KEYED} call without one gets a
   * fresh key that only its own attempts share; calls of another effect send none.
   *
   * @param key 1 to {@link #MAX_KEY_LENGTH} visible ASCII characters
   * @return a copy
   */
  public RequestOptions withIdempotencyKey(String key) {
    if (key.length() > MAX_KEY_LENGTH || !KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "An idempotency key has 1 to " + MAX_KEY_LENGTH + " visible ASCII characters");
    }
    return with(draft -> draft.idempotencyKey = key);
  }

  /**
   * Another endpoint for this call, in place of the client's base URL: one that stands in metadata,
   * for example. The operation's path goes below it, and its query behind the endpoint's own. What
   * the client adds to prove the caller's right goes there too.
   *
   * @param url the endpoint, {@code https} (or {@code http} where the client's {@link
   *     AddressPolicy} allows it), with or without a path and a query; no fragment or user
   *     information
   * @return a copy
   * @throws IllegalArgumentException when the URL is of another form
   */
  public RequestOptions withEndpoint(URI url) {
    EndpointUrl.check(url);
    return with(draft -> draft.endpoint = url);
  }

  /**
   * Other timeouts for this call.
   *
   * @param value the timeouts
   * @return a copy
   */
  public RequestOptions withTimeouts(Timeouts value) {
    Objects.requireNonNull(value, "value");
    return with(draft -> {
      draft.timeouts = value;
      draft.callLimit = null;
    });
  }

  /**
   * Another limit for the whole of this call; the other timeouts stay as they are.
   *
   * @param limit the limit, positive
   * @return a copy
   */
  public RequestOptions withTimeout(Duration limit) {
    Duration checked = Timeouts.DEFAULT.withCall(limit).call();
    return with(draft -> draft.callLimit = checked);
  }

  /**
   * Another retry policy for this call.
   *
   * @param policy the policy
   * @return a copy
   */
  public RequestOptions withRetry(RetryPolicy policy) {
    Objects.requireNonNull(policy, "policy");
    return with(draft -> draft.retry = policy);
  }

  /**
   * Other limits for the answer to this call.
   *
   * @param value how much of it is read
   * @return a copy
   */
  public RequestOptions withLimits(Limits value) {
    Objects.requireNonNull(value, "value");
    return with(draft -> draft.limits = value);
  }

  /**
   * Another format for this call, where the operation has several.
   *
   * @param suffix the suffix without its dot, for example {@code xml}
   * @return a copy
   */
  public RequestOptions withFormat(String suffix) {
    Objects.requireNonNull(suffix, "suffix");
    return with(draft -> draft.format = suffix);
  }

  /**
   * One more header field, for example {@code Accept-Language}. Fields the client sets itself, such
   * as {@code Accept} and {@code Idempotency-Key}, are refused by the call.
   *
   * @param name its name
   * @param value its value
   * @return a copy
   */
  public RequestOptions withHeader(String name, String value) {
    Headers more = headers.with(name, value);
    return with(draft -> draft.headers = more);
  }

  /**
   * Something that ends this call when it completes, however it does: the call is cancelled then,
   * down to its socket. For callers whose own futures stand for several calls.
   *
   * @param signal what ends the call
   * @return a copy
   */
  public RequestOptions withEnd(CompletionStage<?> signal) {
    Objects.requireNonNull(signal, "signal");
    return with(draft -> draft.end = signal);
  }

  /**
   * What ends the call.
   *
   * @return the signal given, or empty
   */
  public Optional<CompletionStage<?>> end() {
    return Optional.ofNullable(end);
  }

  /**
   * The key given.
   *
   * @return the key, or empty
   */
  public Optional<String> idempotencyKey() {
    return Optional.ofNullable(idempotencyKey);
  }

  /**
   * The endpoint given.
   *
   * @return the URL as it was given, or empty for the client's
   */
  public Optional<URI> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  /**
   * The timeouts of this call.
   *
   * @param ofClient the client's own
   * @return those, but for what was given here
   */
  public Timeouts timeouts(Timeouts ofClient) {
    Timeouts base = timeouts == null ? Objects.requireNonNull(ofClient, "ofClient") : timeouts;
    return callLimit == null ? base : base.withCall(callLimit);
  }

  /**
   * The retry policy given.
   *
   * @return the policy, or empty for the client's
   */
  public Optional<RetryPolicy> retry() {
    return Optional.ofNullable(retry);
  }

  /**
   * The limits given.
   *
   * @return the limits, or empty for the client's
   */
  public Optional<Limits> limits() {
    return Optional.ofNullable(limits);
  }

  /**
   * The format given.
   *
   * @return the suffix, or empty for the client's
   */
  public Optional<String> format() {
    return Optional.ofNullable(format);
  }

  /**
   * The header fields given.
   *
   * @return the fields
   */
  public Headers headers() {
    return headers;
  }
}
