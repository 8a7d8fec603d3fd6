package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.TrustException;
import id.simpul.identity.internal.federation.BoundedMap;
import id.simpul.identity.jose.JwkSet;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Key sets by their JSON: the keys of anchors and provinces stand in many statements, and proving
 * that a point is a good one takes as long as a signature. Thread-safe.
 */
final class KeySets {
  /** The most sets that are kept. */
  static final int MAX_SETS = 1024;

  /**
   * The most characters of the statements whose sets are kept, each of which may take {@link
   * ChainCache#BYTES_PER_CHARACTER} bytes when somebody means harm: 64 MiB at most. A set of an
   * Ed25519 key takes less than two kilobytes, one of an ML-DSA-65 key about eight.
   */
  static final long MAX_CHARACTERS = 4L * 1024 * 1024;

  /** Sets of statements longer than this are not kept, so that junk fills no memory. */
  static final int MAX_STATEMENT_LENGTH = 16 * 1024;

  private final Lock lock = new ReentrantLock();
  private final BoundedMap<JsonObject, Kept> sets =
      new BoundedMap<>(MAX_SETS, MAX_CHARACTERS, Kept::length);

  private record Kept(JwkSet set, int length) {}

  /**
   * Reads a set.
   *
   * @param jwks its JSON
   * @param length characters of the statement it stands in
   * @throws TrustException as {@link JwkSet#of(JsonObject)}; that is not remembered
   */
  JwkSet read(JsonObject jwks, int length) {
    if (length > MAX_STATEMENT_LENGTH) {
      return JwkSet.of(jwks);
    }
    Optional<JwkSet> known = find(jwks);
    if (known.isPresent()) {
      return known.get();
    }
    JwkSet read = JwkSet.of(jwks); // not under the lock, so that nobody waits for arithmetic
    keep(jwks, new Kept(read, length));
    return read;
  }

  private Optional<JwkSet> find(JsonObject jwks) {
    lock.lock();
    try {
      return sets.get(jwks).map(Kept::set);
    } finally {
      lock.unlock();
    }
  }

  private void keep(JsonObject jwks, Kept read) {
    lock.lock();
    try {
      sets.put(jwks, read);
    } finally {
      lock.unlock();
    }
  }
}
