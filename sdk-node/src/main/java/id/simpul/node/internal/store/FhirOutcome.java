package id.simpul.node.internal.store;

import java.util.List;

/** What became of a command. */
public sealed interface FhirOutcome {
  /**
   * It is on disk.
   *
   * @param versions what was written, in order
   */
  record Written(List<StoredVersion> versions) implements FhirOutcome {
    /** Copies the list. */
    public Written {
      versions = List.copyOf(versions);
    }
  }

  /**
   * The same request under the same key was carried out before; nothing was written now.
   *
   * @param versions what was written then, in order
   */
  record Replayed(List<StoredVersion> versions) implements FhirOutcome {
    /** Copies the list. */
    public Replayed {
      versions = List.copyOf(versions);
    }
  }

  /**
   * The same request under the same key was carried out before, and something it wrote was erased
   * since; nothing was written now.
   */
  record Erased() implements FhirOutcome {}

  /** Another request was carried out under the same key; nothing was written now. */
  record KeyConflict() implements FhirOutcome {}

  /**
   * The version before one of them is not the current one; nothing was written.
   *
   * @param index which of them
   */
  record OtherVersion(int index) implements FhirOutcome {}

  /**
   * Another resource has what one of them alone may have; nothing was written.
   *
   * @param index which of them
   */
  record Duplicate(int index) implements FhirOutcome {}

  /**
   * One of them has as many versions as are kept of a resource; nothing was written, and sending it
   * again does not help.
   *
   * @param index which of them
   */
  record Full(int index) implements FhirOutcome {}
}
