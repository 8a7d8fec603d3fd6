package id.simpul.identity.wire;

import java.net.URI;
import java.util.Objects;

/**
 * A presentation request on its way to a wallet. {@code toString} does not show the link.
 *
 * @param reference the node's name for the request, by which its result is read
 * @param link for the wallet, as a QR code for example
 */
public record RequestReceipt(String reference, URI link) {
  /** Checks that both are given. */
  public RequestReceipt {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(link, "link");
  }

  @Override
  public String toString() {
    return "presentation request " + reference;
  }
}
