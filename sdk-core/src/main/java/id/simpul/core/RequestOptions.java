package id.simpul.core;

import id.simpul.core.operation.Headers;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one call does differently from its client. Immutable; every {@code with} gives a copy. */
public final class RequestOptions {
  /** Nothing differs. */
  public static final RequestOptions NONE =
      new RequestOptions(null, null, null, null, null, Headers.EMPTY);

  /** The longest idempotency key. */
  public static final int MAX_KEY_LENGTH = 128;

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]+");

  private final @Nullable String idempotencyKey;
  private final @Nullable Timeouts timeouts;
  private final @Nullable Duration callLimit;
  private final @Nullable RetryPolicy retry;
  private final @Nullable String format;
  private final Headers headers;

  private RequestOptions(
      @Nullable String idempotencyKey,
      @Nullable Timeouts timeouts,
      @Nullable Duration callLimit,
      @Nullable RetryPolicy retry,
      @Nullable String format,
      Headers headers) {
    this.idempotencyKey = idempotencyKey;
    this.timeouts = timeouts;
    this.callLimit = callLimit;
    this.retry = retry;
    this.format = format;
    this.headers = headers;
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
    return new RequestOptions(key, timeouts, callLimit, retry, format, headers);
  }

  /**
   * Other timeouts for this call.
   *
   * @param value the timeouts
   * @return a copy
   */
  public RequestOptions withTimeouts(Timeouts value) {
    return new RequestOptions(
        idempotencyKey, Objects.requireNonNull(value, "value"), null, retry, format, headers);
  }

  /**
   * Another limit for the whole of this call; the other timeouts stay as they are.
   *
   * @param limit the limit, positive
   * @return a copy
   */
  public RequestOptions withTimeout(Duration limit) {
    return new RequestOptions(
        idempotencyKey, timeouts, Timeouts.DEFAULT.withCall(limit).call(), retry, format, headers);
  }

  /**
   * Another retry policy for this call.
   *
   * @param policy the policy
   * @return a copy
   */
  public RequestOptions withRetry(RetryPolicy policy) {
    return new RequestOptions(
        idempotencyKey,
        timeouts,
        callLimit,
        Objects.requireNonNull(policy, "policy"),
        format,
        headers);
  }

  /**
   * Another format for this call, where the operation has several.
   *
   * @param suffix the suffix without its dot, for example {@code xml}
   * @return a copy
   */
  public RequestOptions withFormat(String suffix) {
    return new RequestOptions(
        idempotencyKey,
        timeouts,
        callLimit,
        retry,
        Objects.requireNonNull(suffix, "suffix"),
        headers);
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
    return new RequestOptions(
        idempotencyKey, timeouts, callLimit, retry, format, headers.with(name, value));
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
