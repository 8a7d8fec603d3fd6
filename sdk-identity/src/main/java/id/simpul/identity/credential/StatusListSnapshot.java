package id.simpul.identity.credential;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is held of one list: the last one that could be believed, and why there is no newer one.
 *
 * @param list the list, or null before the first
 * @param freshUntil until when it answers without being fetched anew
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

  static StatusListSnapshot fetched(VerifiedStatusList list, Instant now) {
    Instant due = list.issuedAt().plus(list.ttl());
    // A list that was old when it came is still not asked for more than once a minute.
    Instant earliest = now.plus(StatusListVerifier.MIN_TTL);
    Instant freshUntil = due.isAfter(earliest) ? due : earliest;
    Instant end = freshUntil.isAfter(list.expiresAt()) ? list.expiresAt() : freshUntil;
    return new StatusListSnapshot(list, end, null, Instant.MIN);
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
