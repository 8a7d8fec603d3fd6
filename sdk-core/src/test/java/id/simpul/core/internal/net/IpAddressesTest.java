package id.simpul.core.internal.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressesTest {
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "10.2.30.199, 10.2.30.199",
    "::, 0:0:0:0:0:0:0:0",
    "::1, 0:0:0:0:0:0:0:1",
    "2001:DB8::a, 2001:db8:0:0:0:0:0:a",
    "fe80:0:0:0:0:0:0:1, fe80:0:0:0:0:0:0:1",
    "64:ff9b::10.0.0.1, 64:ff9b:0:0:0:0:a00:1",
    "::ffff:10.0.0.1, 10.0.0.1"
  })
  void parse_address_isRead(String text, String expected) {
    assertThat(IpAddresses.parse(text).orElseThrow().getHostAddress()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "127.1",
        "2130706433",
        "1.2.3",
        "1.2.3.4.5",
        "256.0.0.1",
        "1.2.3.256",
        "01.2.3.4",
        "0x7f.0.0.1",
        "1.2.3.4.",
        ".1.2.3.4",
        " 1.2.3.4",
        "node.example",
        ":",
        ":::",
        "1:2",
        "g::1",
        ".::1",
        "::1%lo",
        "fe80::1%25eth0",
        "[::1]",
        "1::2::3",
        "::1.2.3",
        "12345::",
        "1:2:3:4:5:6:7:8:9",
        "١.2.3.4"
      })
  void parse_anythingElse_isNoAddress(String text) {
    assertThat(IpAddresses.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1", "2130706433", "1.2.3.4.5", "1..2", "::1", "a:b"})
  void isNumeric_whatSomeTakeForAnAddress_isTrue(String host) {
    assertThat(IpAddresses.isNumeric(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"node.example", "0x7f.0.0.1", "1.2.3.4a", "localhost", "3com.example"})
  void isNumeric_name_isFalse(String host) {
    assertThat(IpAddresses.isNumeric(host)).isFalse();
  }

  @Test
  void unmapped_ipv4InIpv6_isTheIpv4Address() throws Exception {
    byte[] bytes = new byte[16];
    bytes[10] = (byte) 0xFF;
    bytes[11] = (byte) 0xFF;
    bytes[12] = 10;
    bytes[15] = 1;
    InetAddress mapped = Inet6Address.getByAddress("node.example", bytes, -1);
    assertThat(mapped).isInstanceOf(Inet6Address.class);

    assertThat(IpAddresses.unmapped(mapped).getHostAddress()).isEqualTo("10.0.0.1");
  }

  @Test
  void of_anotherLength_refused() {
    assertThatThrownBy(() -> IpAddresses.of(new byte[5]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
