package id.simpul.core.value;

import id.simpul.core.internal.net.IpAddresses;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * A block of IP addresses in prefix notation (RFC 4632, section 3.1; RFC 4291, section 2.3), for
 * example {@code 10.20.0.0/16} or {@code fd12:3456::/32}. Immutable.
 */
public final class AddressBlock {
  private final InetAddress first;
  private final int prefix;

  private AddressBlock(InetAddress first, int prefix) {
    this.first = first;
    this.prefix = prefix;
  }

  /**
   * Reads a block.
   *
   * @param text an address, a slash and the number of leading bits that count; the other bits are
   *     zero
   * @return the block
   * @throws IllegalArgumentException when it is of another form
   */
  public static AddressBlock of(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("A block is an address, a slash and a number of bits");
    }
    InetAddress first =
        IpAddresses.parse(text.substring(0, slash))
            .orElseThrow(
                () -> new IllegalArgumentException("A block begins with an IPv4 or IPv6 address"));
    byte[] bytes = first.getAddress();
    int prefix = prefix(text.substring(slash + 1), bytes.length * Byte.SIZE);
    if (!Arrays.equals(bytes, masked(bytes, prefix))) {
      throw new IllegalArgumentException("The bits after the prefix of a block are zero");
    }
    return new AddressBlock(first, prefix);
  }

  private static int prefix(String text, int bits) {
    boolean digits = text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int prefix = digits && !text.isEmpty() ? Integer.parseInt(text) : -1;
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException("A prefix of this block has 0 to " + bits + " bits");
    }
    return prefix;
  }

  private static byte[] masked(byte[] bytes, int prefix) {
    byte[] masked = bytes.clone();
    for (int i = 0; i < masked.length; i++) {
      int kept = Math.min(Byte.SIZE, Math.max(0, prefix - i * Byte.SIZE));
      masked[i] &= (byte) (0xFF << (Byte.SIZE - kept));
    }
    return masked;
  }

  /**
   * Whether an address lies in the block. An IPv4 address that is mapped into IPv6 counts as the
   * IPv4 address it is.
   *
   * @param address the address
   * @return true when it does
   */
  public boolean contains(InetAddress address) {
    byte[] bytes = IpAddresses.unmapped(address).getAddress();
    byte[] own = first.getAddress();
    return bytes.length == own.length && Arrays.equals(own, masked(bytes, prefix));
  }

  /**
   * Whether all of another block lies in this one.
   *
   * @param other the other
   * @return true when it does; a block contains itself
   */
  public boolean contains(AddressBlock other) {
    return other.prefix >= prefix && contains(other.first);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof AddressBlock b && prefix == b.prefix && first.equals(b.first);
  }

  @Override
  public int hashCode() {
    return 31 * first.hashCode() + prefix;
  }

  /** The block in prefix notation. */
  @Override
  public String toString() {
    return first.getHostAddress() + "/" + prefix;
  }
}
