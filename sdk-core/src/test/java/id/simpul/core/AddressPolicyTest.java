package id.simpul.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.value.AddressBlock;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
  private static final AddressPolicy PUBLIC = AddressPolicy.publicOnly();

  /** Every block of the registries: its first and last address, and a word of the rule. */
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0.255.255.255, this network",
    "10.0.0.0, 10.255.255.255, private use",
    "100.64.0.0, 100.127.255.255, shared address space",
    "127.0.0.0, 127.255.255.255, loopback",
    "169.254.0.0, 169.254.255.255, link local",
    "172.16.0.0, 172.31.255.255, private use",
    "192.0.0.0, 192.0.0.255, protocol assignments",
    "192.0.2.0, 192.0.2.255, documentation",
    "192.31.196.0, 192.31.196.255, AS112",
    "192.52.193.0, 192.52.193.255, AMT",
    "192.88.99.0, 192.88.99.255, 6to4",
    "192.168.0.0, 192.168.255.255, private use",
    "192.175.48.0, 192.175.48.255, AS112",
    "198.18.0.0, 198.19.255.255, benchmarking",
    "198.51.100.0, 198.51.100.255, documentation",
    "203.0.113.0, 203.0.113.255, documentation",
    "224.0.0.0, 239.255.255.255, multicast",
    "240.0.0.0, 255.255.255.254, reserved",
    "255.255.255.255, 255.255.255.255, broadcast",
    "::, ::, unspecified",
    "::1, ::1, loopback",
    "::2, ::ffff:ffff, IPv4 within IPv6",
    "64:ff9b:1::, 64:ff9b:1:ffff:ffff:ffff:ffff:ffff, translation",
    "100::, 100::ffff:ffff:ffff:ffff, discarded",
    "100:0:0:1::, 100::1:ffff:ffff:ffff:ffff, dummy",
    "2001::, 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff, protocol assignments",
    "2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, documentation",
    "2002::, 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 6to4",
    "2620:4f:8000::, 2620:4f:8000:ffff:ffff:ffff:ffff:ffff, AS112",
    "3fff::, 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff, documentation",
    "5f00::, 5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff, segment routing",
    "fc00::, fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, unique local",
    "fe80::, febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff, link local",
    "fec0::, feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, site local",
    "ff00::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, multicast",
    // What no registry names, and what lies between the blocks, is no public address either.
    "1::, 63:ffff:ffff:ffff:ffff:ffff:ffff:ffff, not global unicast",
    "64:ff9b:0:0:0:1::, 64:ff9b:0:ffff:ffff:ffff:ffff:ffff, not global unicast",
    "64:ff9b:2::, ff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, not global unicast",
    "100:0:0:2::, 1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, not global unicast",
    "4000::, 5eff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, not global unicast",
    "5f01::, fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, not global unicast",
    "fe00::, fe7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff, not global unicast"
  })
  void refusal_specialPurpose_isRefusedAtBothEnds(String first, String last, String rule) {
    assertThat(refusal(PUBLIC, first)).hasValueSatisfying(r -> assertThat(r).contains(rule));
    assertThat(refusal(PUBLIC, last)).hasValueSatisfying(r -> assertThat(r).contains(rule));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "191.255.255.255",
        "192.0.1.0",
        "192.0.1.255",
        "192.0.3.0",
        "192.31.195.255",
        "192.31.197.0",
        "192.52.192.255",
        "192.52.194.0",
        "192.88.98.255",
        "192.88.100.0",
        "192.167.255.255",
        "192.169.0.0",
        "192.175.47.255",
        "192.175.49.0",
        "198.17.255.255",
        "198.20.0.0",
        "198.51.99.255",
        "198.51.101.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "168.63.129.15",
        "168.63.129.17",
        "2000::",
        "2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:200::",
        "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db9::",
        "2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2003::",
        "2620:4f:7fff:ffff:ffff:ffff:ffff:ffff",
        "2620:4f:8001::",
        "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "3fff:1000::",
        "3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
      })
  void refusal_nextToASpecialBlock_isNone(String address) {
    assertThat(refusal(PUBLIC, address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"169.254.169.254", "100.100.100.200", "168.63.129.16", "fd00:ec2::254"})
  void refusal_serviceOfACloud_isRefusedAlsoInAnAllowedNetwork(String address) {
    assertThat(refusal(PUBLIC, address)).hasValueSatisfying(r -> assertThat(r).contains("cloud"));
    AddressPolicy open =
        PUBLIC.allowing(AddressBlock.of("100.64.0.0/10"), AddressBlock.of("fc00::/7"));
    assertThat(refusal(open, address)).hasValueSatisfying(r -> assertThat(r).contains("cloud"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.1.1", "0.0.0.0", "224.0.0.1"})
  void refusal_ipv4WithinIpv6_isThatOfTheIpv4Address(String address) throws Exception {
    byte[] ipv4 = InetAddress.getByName(address).getAddress();
    String rule = refusal(PUBLIC, address).orElseThrow();
    assertThat(PUBLIC.refusal(embed(ipv4, 0xFFFF, 10))).as("mapped").contains(rule);
    assertThat(refusal(PUBLIC, "::ffff:" + address)).as("mapped").contains(rule);
    assertThat(refusal(PUBLIC, "64:ff9b::" + address))
        .as("NAT64")
        .hasValueSatisfying(r -> assertThat(r).contains(rule).contains("NAT64"));
    assertThat(PUBLIC.refusal(embed(ipv4, 0, 12))).as("compatible").isPresent();
    assertThat(refusal(PUBLIC, "::ffff:0:" + address)).as("translated").isPresent();
    byte[] sixToFour = new byte[16];
    sixToFour[0] = 0x20;
    sixToFour[1] = 0x02;
    System.arraycopy(ipv4, 0, sixToFour, 2, 4);
    assertThat(PUBLIC.refusal(InetAddress.getByAddress(sixToFour))).as("6to4").isPresent();
  }

  @Test
  void refusal_publicIpv4WithinIpv6_isNoneWhereThatIsInUse() throws Exception {
    byte[] ipv4 = {9, 9, 9, 9};
    assertThat(PUBLIC.refusal(embed(ipv4, 0xFFFF, 10))).isEmpty();
    assertThat(refusal(PUBLIC, "64:ff9b::9.9.9.9")).isEmpty();
    assertThat(refusal(PUBLIC, "2002:909:909::")).isPresent();
    assertThat(PUBLIC.refusal(embed(ipv4, 0, 12))).isPresent();
  }

  @Test
  void refusal_zone_doesNotHideTheAddress() throws Exception {
    byte[] linkLocal = InetAddress.getByName("fe80::1").getAddress();
    assertThat(PUBLIC.refusal(Inet6Address.getByAddress("node.example", linkLocal, 1))).isPresent();
  }

  @Test
  void allowing_network_allowsItAndNothingBesides() {
    AddressPolicy policy =
        PUBLIC.allowing(AddressBlock.of("10.20.0.0/16"), AddressBlock.of("fd12:3456::/32"));
    assertThat(refusal(policy, "10.20.0.0")).isEmpty();
    assertThat(refusal(policy, "10.20.255.255")).isEmpty();
    assertThat(refusal(policy, "::ffff:10.20.0.1")).isEmpty();
    assertThat(refusal(policy, "fd12:3456::1")).isEmpty();
    assertThat(refusal(policy, "9.9.9.9")).isEmpty();
    assertThat(refusal(policy, "10.19.255.255")).isPresent();
    assertThat(refusal(policy, "10.21.0.0")).isPresent();
    assertThat(refusal(policy, "fd12:3457::")).isPresent();
    assertThat(refusal(policy, "127.0.0.1")).isPresent();
    assertThat(refusal(policy, "64:ff9b::10.20.0.1")).as("RFC 6052, section 3.1").isPresent();
    assertThat(refusal(PUBLIC, "10.20.0.1")).as("the original is unchanged").isPresent();
  }

  @Test
  void allowing_twice_addsUp() {
    AddressPolicy policy =
        PUBLIC.allowing(AddressBlock.of("10.1.0.0/16")).allowing(AddressBlock.of("10.2.0.0/16"));
    assertThat(refusal(policy, "10.1.0.1")).isEmpty();
    assertThat(refusal(policy, "10.2.0.1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0/0",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "169.254.169.254/32",
        "8.0.0.0/8",
        "10.0.0.0/7",
        "224.0.0.0/4",
        "::/0",
        "::1/128",
        "fe80::/10",
        "2000::/3",
        "fc00::/6"
      })
  void allowing_blockThatReachesBeyondPrivateNetworks_refused(String block) {
    assertThatThrownBy(() -> PUBLIC.allowing(AddressBlock.of(block)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("private");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "100.64.0.0/10",
        "fc00::/7",
        "10.1.2.3/32"
      })
  void allowing_privateNetwork_isTaken(String block) {
    assertThat(PUBLIC.allowing(AddressBlock.of(block))).asString().contains(block.substring(0, 2));
  }

  @Test
  void allowInsecureLoopbackForDevelopment_allowsLoopbackAlone() {
    AddressPolicy policy = PUBLIC.allowInsecureLoopbackForDevelopment();
    assertThat(policy.allowsInsecureLoopback()).isTrue();
    for (String loopback : new String[] {"127.0.0.1", "127.255.255.255", "::1"}) {
      assertThat(refusal(policy, loopback)).isEmpty();
    }
    for (String other : new String[] {"0.0.0.0", "10.0.0.1", "169.254.169.254", "::", "fe80::1"}) {
      assertThat(refusal(policy, other)).isPresent();
    }
    assertThat(PUBLIC.allowsInsecureLoopback()).isFalse();
  }

  @Test
  void anyAddress_looksAtNothing() {
    AddressPolicy any = AddressPolicy.anyAddress();
    assertThat(any.isRestricted()).isFalse();
    assertThat(any.allowsInsecureLoopback()).isTrue();
    assertThat(refusal(any, "169.254.169.254")).isEmpty();
    assertThat(refusal(any.allowing(AddressBlock.of("10.0.0.0/8")), "127.0.0.1")).isEmpty();
    assertThat(PUBLIC.isRestricted()).isTrue();
  }

  @Test
  void toString_saysWhatIsAllowed() {
    assertThat(AddressPolicy.anyAddress()).hasToString("any address");
    assertThat(PUBLIC).hasToString("public addresses");
    assertThat(
            PUBLIC.allowing(AddressBlock.of("10.20.0.0/16")).allowInsecureLoopbackForDevelopment())
        .hasToString(
            "public addresses and [10.20.0.0/16], insecure loopback allowed for development");
  }

  private static Optional<String> refusal(AddressPolicy policy, String address) {
    try {
      return policy.refusal(InetAddress.getByName(address));
    } catch (UnknownHostException e) {
      throw new AssertionError(address, e);
    }
  }

  /** An address of IPv6 that the JDK does not turn into IPv4 by itself. */
  private static InetAddress embed(byte[] ipv4, int mark, int markAt) throws Exception {
    byte[] bytes = new byte[16];
    if (mark != 0) {
      bytes[markAt] = (byte) (mark >> 8);
      bytes[markAt + 1] = (byte) mark;
    }
    System.arraycopy(ipv4, 0, bytes, 12, 4);
    return Inet6Address.getByAddress("node.example", bytes, -1);
  }
}
