package id.simpul.core.internal.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IP addresses written out, read without a look-up. */
public final class IpAddresses {
  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");
  private static final String OCTET = "(0|[1-9][0-9]{0,2})";
  private static final Pattern IPV4 =
      Pattern.compile(String.join("\\.", OCTET, OCTET, OCTET, OCTET));

  // What begins otherwise, the JDK would take for a name and look it up.
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f:.]*");

  private static final int MAX_OCTET = 255;

  private IpAddresses() {}

  /**
   * Reads an address: four decimal numbers without leading zeros, or IPv6 (RFC 4291, section 2.2)
   * without brackets and zone.
   *
   * @param text any text
   * @return the address, IPv4 for one that is mapped into IPv6, or empty when it is no address
   */
  public static Optional<InetAddress> parse(String text) {
    if (text.indexOf(':') >= 0) {
      return IPV6.matcher(text).matches() ? ipv6(text) : Optional.empty();
    }
    Matcher matcher = IPV4.matcher(text);
    return matcher.matches() ? ipv4(matcher) : Optional.empty();
  }

  private static Optional<InetAddress> ipv6(String text) {
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty(); // not an address
    }
  }

  private static Optional<InetAddress> ipv4(Matcher matcher) {
    byte[] octets = new byte[4];
    for (int i = 0; i < octets.length; i++) {
      int octet = Integer.parseInt(matcher.group(i + 1));
      if (octet > MAX_OCTET) {
        return Optional.empty();
      }
      octets[i] = (byte) octet;
    }
    return Optional.of(of(octets));
  }

  /**
   * Whether a host is written as an address or as what many programs take for one, such as {@code
   * 127.1} or {@code 2130706433}.
   *
   * @param host a host without brackets
   * @return true for digits and dots alone, and for whatever holds a colon
   */
  public static boolean isNumeric(String host) {
    return host.indexOf(':') >= 0 || NUMBERS.matcher(host).matches();
  }

  /**
   * The address that is really meant.
   *
   * @param address any address
   * @return the IPv4 address when it is mapped into IPv6 (RFC 4291, section 2.5.5.2), or else the
   *     same one without its zone
   */
  public static InetAddress unmapped(InetAddress address) {
    return of(address.getAddress());
  }

  /**
   * An address from its bytes.
   *
   * @param bytes four or sixteen
   * @return the address
   */
  public static InetAddress of(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("An address has four or sixteen bytes", e);
    }
  }
}
