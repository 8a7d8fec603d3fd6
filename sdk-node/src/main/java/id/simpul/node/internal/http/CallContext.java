package id.simpul.node.internal.http;

import id.simpul.core.operation.Headers;
import id.simpul.node.NodeLimits;
import id.simpul.node.internal.security.Caller;
import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.Idempotency;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and how.
 *
 * @param requestId the node's name for this exchange
 * @param caller who asks
 * @param headers the fields of the request, for those that change how an operation is carried out
 * @param idempotency the key the caller gave, or null
 */
public record CallContext(
    String requestId, Caller caller, Headers headers, @Nullable IdempotencyKey idempotency) {

  /** Checks the members. */
  public CallContext {
    Objects.requireNonNull(requestId, "requestId");
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(headers, "headers");
  }

  /**
   * An idempotency key and what it stands for.
   *
   * @param operation the operation it is used with
   * @param key the caller's key
   * @param fingerprint SHA-256 of the request's content in hex, credentials left out
   */
  public record IdempotencyKey(String operation, String key, String fingerprint) {
    /** Checks that all members are given. */
    public IdempotencyKey {
      Objects.requireNonNull(operation, "operation");
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(fingerprint, "fingerprint");
    }
  }

  /**
   * The key the caller gave.
   *
   * @return the key, or empty
   */
  public Optional<IdempotencyKey> idempotencyKey() {
    return Optional.ofNullable(idempotency);
  }

  /**
   * The key the caller gave as the store keeps it: scoped by caller, operation and key.
   *
   * @param now the time
   * @return what makes this call count once, or empty
   */
  public Optional<Idempotency> once(Instant now) {
    return idempotencyKey()
        .map(given ->
            new Idempotency(
                new id.simpul.node.internal.store.IdempotencyKey(
                    caller.scope(), given.operation(), given.key()),
                Digest.ofBytes(HexFormat.of().parseHex(given.fingerprint())),
                now.plus(NodeLimits.IDEMPOTENCY_RETENTION)));
  }
}
