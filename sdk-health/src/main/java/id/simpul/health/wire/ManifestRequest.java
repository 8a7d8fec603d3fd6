package id.simpul.health.wire;

import id.simpul.core.value.Secret;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a recipient of a SMART Health Link asks with. {@code toString} shows neither who asks nor
 * the passcode.
 *
 * @param recipient who asks, for the person who shares to read
 * @param passcode what that person told the recipient, or null
 * @param embeddedLengthMax the longest file that is wanted in the manifest itself, in characters
 */
public record ManifestRequest(String recipient, @Nullable Secret passcode, int embeddedLengthMax) {
  /** Checks that somebody asks. */
  public ManifestRequest {
    Objects.requireNonNull(recipient, "recipient");
  }

  @Override
  public String toString() {
    return "request for a manifest";
  }
}
