package id.simpul.health.wire;

import id.simpul.health.bulk.BulkManifest;
import java.util.Objects;

/** What a server says of an export. */
public sealed interface BulkAnswer {
  /** Accepted, or still at work; the fields of the answer say more. */
  record Pending() implements BulkAnswer {}

  /**
   * Ready.
   *
   * @param manifest what there is
   */
  record Ready(BulkManifest manifest) implements BulkAnswer {
    /** Checks that there is a manifest. */
    public Ready {
      Objects.requireNonNull(manifest, "manifest");
    }
  }
}
