package id.simpul.node.internal.store;

import id.simpul.health.certificate.RevocationHash;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which health certificates were issued and taken back, by hashes of their numbers. Several
 * processes may share it. Blocks the calling thread; throws {@link StoreException}.
 */
public interface CertificateStore {
  /** What is known of a number. */
  enum Standing {
    /** It was never issued here. */
    UNKNOWN,
    /** It was issued. */
    ISSUED,
    /** It was taken back, for good. */
    REVOKED
  }

  /**
   * What is known of a number.
   *
   * @param number the hash of the number
   * @return what is known
   */
  Standing standing(RevocationHash number);

  /**
   * Records that a certificate is issued, the first time.
   *
   * @param number the hash of its number
   * @param actor who asked for it
   * @return {@code ISSUED} when that is on disk, {@code REVOKED} when it was taken back before
   */
  Standing issue(RevocationHash number, String actor);

  /**
   * Takes a certificate back, once.
   *
   * @param number the hash of its number
   * @param actor who asked for it
   * @return when it was taken back, the first time, on disk; empty when it was never issued here
   */
  Optional<Instant> revoke(RevocationHash number, String actor);

  /**
   * What was taken back.
   *
   * @param from the earliest time
   * @param limit the most, positive
   * @return hashes of numbers
   */
  Set<RevocationHash> revokedSince(Instant from, int limit);
}
