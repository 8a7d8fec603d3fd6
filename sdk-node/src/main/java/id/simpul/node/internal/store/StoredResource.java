package id.simpul.node.internal.store;

import java.util.Objects;

/**
 * A version of a resource with what it says.
 *
 * @param version which it is
 * @param content its bytes as they were given, plain; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, compared by nobody
public record StoredResource(StoredVersion version, byte[] content) {
  /** Checks that both are given. */
  public StoredResource {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(content, "content");
  }

  /** Nothing of the content. */
  @Override
  public String toString() {
    return "StoredResource[" + version + "]";
  }
}
