package id.simpul.identity.credential;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is held of one list: the newest that could be believed, and why there is no newer one.
 *
 * @param list the list, or null before the first
 * @param freshUntil until when it answers without being fetched anew: {@code exp}, or {@code iat}
 *     plus {@code ttl}
 * @param failure what went wrong at the last attempt, or null when it went well
 * @param retryAt until when a failed attempt is not repeated
 */
record StatusListSnapshot(
    @Nullable VerifiedStatusList list,
    Instant freshUntil,
    @Nullable TrustException failure,
    Instant retryAt) {
  static final StatusListSnapshot EMPTY =
      new StatusListSnapshot(null, Instant.MIN, null, Instant.MIN);

  /** What is held when a list has come; one that was old then is stale, and nothing to go by. */
  StatusListSnapshot fetched(VerifiedStatusList came, StatusListSource source, Instant now) {
    Instant due = came.issuedAt().plus(came.ttl());
    Instant end = due.isAfter(came.expiresAt()) ? came.expiresAt() : due;
    if (now.isBefore(due)) {
      return new StatusListSnapshot(came, end, null, Instant.MIN);
    }
    TrustException old =
        new TrustException(
            Reason.UNREACHABLE, source.uri().getHost(), "gave a list older than its ttl", "ttl");
    // Its host has no newer one, so it is left alone for a while.
    Instant retry = now.plus(StatusListVerifier.MIN_TTL);
    return list != null && list.issuedAt().isAfter(came.issuedAt())
        ? failed(old, retry)
        : new StatusListSnapshot(came, end, old, retry);
  }

  StatusListSnapshot failed(TrustException why, Instant retry) {
    return new StatusListSnapshot(list, freshUntil, why, retry);
  }

  /** The list, if it answers as it is; a key that its issuer has withdrawn ends that. */
  @Nullable VerifiedStatusList fresh(StatusListSource source, Instant now) {
    return list != null && now.isBefore(freshUntil) && isSignedFor(list, source) ? list : null;
  }

  /** The list, if a grace lets it answer although it could not be fetched anew. */
  @Nullable VerifiedStatusList stale(StatusListSource source, Instant now, Duration grace) {
    boolean offline = failure != null && failure.reason() == Reason.UNREACHABLE;
    return offline
            && list != null
            && isSignedFor(list, source)
            && now.isBefore(freshUntil.plus(grace))
            && now.isBefore(list.expiresAt())
        ? list
        : null;
  }

  private static boolean isSignedFor(VerifiedStatusList list, StatusListSource source) {
    return source.keys().find(list.signedBy().kid()).filter(list.signedBy()::equals).isPresent();
  }

  int bytes() {
    return list == null ? 0 : list.list().byteLength();
  }
}
