package id.simpul.health.wire;

import id.simpul.health.bulk.BulkManifest;
import java.util.Objects;

/** What a server says of an export, its header fields included. */
public sealed interface BulkAnswer {
  /**
   * Accepted, or still at work, or ended.
   *
   * @param location where it tells of the export ({@code Content-Location}), {@code ""} when it
   *     does not say
   * @param progress how far it has come, in its own words ({@code X-Progress}), {@code ""} when it
   *     says nothing
   */
  record Pending(String location, String progress) implements BulkAnswer {
    /** Checks that both are given. */
    public Pending {
      Objects.requireNonNull(location, "location");
      Objects.requireNonNull(progress, "progress");
    }
  }

  /**
   * Ready.
   *
   * @param manifest what there is
   * @param expires until when, as a date of HTTP, {@code ""} when it does not say
   */
  record Ready(BulkManifest manifest, String expires) implements BulkAnswer {
    /** Checks that both are given. */
    public Ready {
      Objects.requireNonNull(manifest, "manifest");
      Objects.requireNonNull(expires, "expires");
    }
  }
}
