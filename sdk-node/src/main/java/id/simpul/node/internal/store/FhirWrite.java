package id.simpul.node.internal.store;

import id.simpul.health.wire.ResourceKey;
import java.util.Objects;
import java.util.Set;

/**
 * A version of a resource to be written. It is written only when the one before it is the current
 * one, so that no change is lost unseen. Immutable but for its content, which is not copied.
 *
 * @param key the resource
 * @param version the number of this version; 1 makes the resource
 * @param content what it says, plain, 1 to {@value #MAX_CONTENT_BYTES} bytes; encrypted before it
 *     leaves the calling thread
 * @param digest a keyed digest of the content, for its event
 * @param index by what it is found
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, compared by nobody
public record FhirWrite(ResourceKey key, long version, byte[] content, Digest digest, Index index) {
  /** The most bytes of a resource. */
  public static final int MAX_CONTENT_BYTES = 256 * 1024;

  /** The most terms of a resource. */
  public static final int MAX_TERMS = 1000;

  /** The most things of a resource that no other may have. */
  public static final int MAX_UNIQUE = 20;

  /** Checks the sizes. */
  public FhirWrite {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(index, "index");
    if (version < 1) {
      throw new IllegalArgumentException("Versions are counted from 1, not " + version);
    }
    if (content.length == 0 || content.length > MAX_CONTENT_BYTES) {
      throw new IllegalArgumentException(
          "A resource has 1 to " + MAX_CONTENT_BYTES + " bytes, not " + content.length);
    }
  }

  /**
   * By what a resource is found.
   *
   * @param terms keyed digests of type, parameter and value
   * @param unique keyed digests of what no two resources may have
   */
  public record Index(Set<Digest> terms, Set<Digest> unique) {
    /** Copies both, and checks how many there are. */
    public Index {
      terms = Set.copyOf(terms);
      unique = Set.copyOf(unique);
      if (terms.size() > MAX_TERMS || unique.size() > MAX_UNIQUE) {
        throw new IllegalArgumentException(
            "A resource has at most "
                + MAX_TERMS
                + " terms, and "
                + MAX_UNIQUE
                + " that no other may have");
      }
    }
  }

  /** Which it is, and nothing of the content. */
  @Override
  public String toString() {
    return "FhirWrite[" + key + " version " + version + "]";
  }
}
