package id.simpul.core.internal.http;

import java.net.UnknownHostException;

/**
 * The address policy does not let a host be connected to. Of this type because that is all a name
 * look-up may throw.
 */
final class RefusedAddressException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  RefusedAddressException(String host, String rule) {
    super(host + ": " + rule);
  }
}
