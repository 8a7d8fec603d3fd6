package id.simpul.core;

import id.simpul.core.internal.net.IpAddresses;
import id.simpul.core.value.AddressBlock;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Addresses that are nobody's on the public internet: the IANA registries of special-purpose
 * addresses (RFC 6890) and of multicast, what those set aside since, and the fixed addresses at
 * which clouds answer their own machines. Some of the registries' blocks can be reached from
 * anywhere; no node of a city stands there either.
 */
final class SpecialAddresses {
  // Never let through, also when they lie in a network that is allowed.
  private static final List<Special> CLOUD =
      List.of(
          special("169.254.169.254/32", "a cloud's metadata service"),
          special("100.100.100.200/32", "a cloud's metadata service"),
          special("168.63.129.16/32", "a cloud's platform service"),
          special("fd00:ec2::254/128", "a cloud's metadata service"));

  private static final List<Special> PRIVATE =
      List.of(
          special("10.0.0.0/8", "private use (RFC 1918)"),
          special("172.16.0.0/12", "private use (RFC 1918)"),
          special("192.168.0.0/16", "private use (RFC 1918)"),
          special("100.64.0.0/10", "shared address space (RFC 6598)"),
          special("fc00::/7", "unique local (RFC 4193)"));

  private static final List<Special> OTHERS =
      List.of(
          special("0.0.0.0/8", "this network (RFC 791)"),
          special("127.0.0.0/8", "loopback (RFC 1122)"),
          special("169.254.0.0/16", "link local (RFC 3927)"),
          special("192.0.0.0/24", "protocol assignments (RFC 6890)"),
          special("192.0.2.0/24", "documentation (RFC 5737)"),
          special("192.31.196.0/24", "AS112 (RFC 7535)"),
          special("192.52.193.0/24", "AMT relays (RFC 7450)"),
          special("192.88.99.0/24", "6to4 relays (RFC 7526)"),
          special("192.175.48.0/24", "AS112 (RFC 7534)"),
          special("198.18.0.0/15", "benchmarking (RFC 2544)"),
          special("198.51.100.0/24", "documentation (RFC 5737)"),
          special("203.0.113.0/24", "documentation (RFC 5737)"),
          special("224.0.0.0/4", "multicast (RFC 5771)"),
          special("255.255.255.255/32", "broadcast (RFC 8190)"),
          special("240.0.0.0/4", "reserved (RFC 1112)"),
          special("::/128", "unspecified (RFC 4291)"),
          special("::1/128", "loopback (RFC 4291)"),
          special("::/96", "IPv4 within IPv6, out of use (RFC 4291)"),
          special("64:ff9b:1::/48", "translation within a network (RFC 8215)"),
          special("100::/64", "discarded (RFC 6666)"),
          special("100:0:0:1::/64", "dummy prefix (RFC 9780)"),
          special("2001::/23", "protocol assignments (RFC 2928)"),
          special("2001:db8::/32", "documentation (RFC 3849)"),
          special("2002::/16", "6to4 (RFC 3056)"),
          special("2620:4f:8000::/48", "AS112 (RFC 7534)"),
          special("3fff::/20", "documentation (RFC 9637)"),
          special("5f00::/16", "segment routing (RFC 9602)"),
          special("fe80::/10", "link local (RFC 4291)"),
          special("fec0::/10", "site local, out of use (RFC 3879)"),
          special("ff00::/8", "multicast (RFC 4291)"));

  private static final AddressBlock NAT64 = AddressBlock.of("64:ff9b::/96");
  private static final AddressBlock GLOBAL_IPV6 = AddressBlock.of("2000::/3");
  private static final int IPV6_LENGTH = 16;
  private static final int IPV4_IN_NAT64 = 12;

  private SpecialAddresses() {}

  private record Special(AddressBlock block, String name) {}

  private static Special special(String block, String name) {
    return new Special(AddressBlock.of(block), name);
  }

  /** What an address is set apart for, or empty when anybody may have it. */
  static Optional<String> purpose(InetAddress address) {
    Optional<String> named =
        cloudService(address).or(() -> find(PRIVATE, address)).or(() -> find(OTHERS, address));
    if (named.isPresent() || address.getAddress().length < IPV6_LENGTH) {
      return named;
    }
    if (NAT64.contains(address)) {
      byte[] ipv4 = Arrays.copyOfRange(address.getAddress(), IPV4_IN_NAT64, IPV6_LENGTH);
      return purpose(IpAddresses.of(ipv4)).map(name -> name + " behind NAT64 (RFC 6052)");
    }
    return GLOBAL_IPV6.contains(address)
        ? Optional.empty()
        : Optional.of("not global unicast (RFC 4291)");
  }

  /** What a cloud answers there, or empty when it is none of the known addresses. */
  static Optional<String> cloudService(InetAddress address) {
    return find(CLOUD, address);
  }

  /** Whether a block lies within networks that whoever runs them numbers as they like. */
  static boolean isPrivate(AddressBlock block) {
    return PRIVATE.stream().anyMatch(special -> special.block.contains(block));
  }

  private static Optional<String> find(List<Special> among, InetAddress address) {
    return among.stream()
        .filter(special -> special.block.contains(address))
        .map(Special::name)
        .findFirst();
  }
}
