package id.simpul.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {
  @ParameterizedTest
  @CsvSource({
    "10.20.0.0/16, 10.20.0.0, 10.20.255.255, 10.19.255.255, 10.21.0.0",
    "10.20.30.40/32, 10.20.30.40, 10.20.30.40, 10.20.30.39, 10.20.30.41",
    "10.20.30.128/25, 10.20.30.128, 10.20.30.255, 10.20.30.127, 10.20.31.0",
    "128.0.0.0/1, 128.0.0.0, 255.255.255.255, 127.255.255.255, 0.0.0.0",
    "fd12:3456::/32, fd12:3456::, fd12:3456:ffff:ffff:ffff:ffff:ffff:ffff, "
        + "fd12:3455:ffff::, fd12:3457::",
    "fc00::/7, fc00::, fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, fbff:ffff::, fe00::",
    "2001:db8::1/128, 2001:db8::1, 2001:db8::1, 2001:db8::, 2001:db8::2"
  })
  void contains_bothEndsAndTheirNeighbours_areTold(
      String block, String first, String last, String before, String after) throws Exception {
    AddressBlock of = AddressBlock.of(block);
    assertThat(of.contains(ip(first))).isTrue();
    assertThat(of.contains(ip(last))).isTrue();
    assertThat(of.contains(ip(before))).isFalse();
    assertThat(of.contains(ip(after))).isFalse();
  }

  @Test
  void contains_zeroBits_isEveryAddressOfItsKind() throws Exception {
    assertThat(AddressBlock.of("0.0.0.0/0").contains(ip("255.1.2.3"))).isTrue();
    assertThat(AddressBlock.of("0.0.0.0/0").contains(ip("::1"))).isFalse();
    assertThat(AddressBlock.of("::/0").contains(ip("ffff::"))).isTrue();
    assertThat(AddressBlock.of("::/0").contains(ip("10.0.0.1"))).isFalse();
  }

  @Test
  void contains_block_whenAllOfItLiesWithin() {
    AddressBlock ten = AddressBlock.of("10.0.0.0/8");
    assertThat(ten.contains(ten)).isTrue();
    assertThat(ten.contains(AddressBlock.of("10.255.0.0/16"))).isTrue();
    assertThat(ten.contains(AddressBlock.of("10.0.0.0/7"))).isFalse();
    assertThat(ten.contains(AddressBlock.of("11.0.0.0/16"))).isFalse();
    assertThat(ten.contains(AddressBlock.of("::/0"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0",
        "10.0.0.0/",
        "/8",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/8/8",
        "10.0.0.1/8",
        "10.0.0.0/ 8",
        "10.0.0/8",
        "node.example/8",
        "fc00::/129",
        "fc00::1/64",
        "::ffff:10.0.0.0/104",
        "10.0.0.0/0008"
      })
  void of_anotherForm_refused(String text) {
    assertThatThrownBy(() -> AddressBlock.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void equals_sameBlockWrittenOtherwise_isTrue() {
    assertThat(AddressBlock.of("FD00::/8"))
        .isEqualTo(AddressBlock.of("fd00:0:0::/8"))
        .hasSameHashCodeAs(AddressBlock.of("fd00:0:0::/8"))
        .isNotEqualTo(AddressBlock.of("fd00::/9"));
    assertThat(AddressBlock.of("10.20.0.0/16")).hasToString("10.20.0.0/16");
  }

  private static InetAddress ip(String literal) throws UnknownHostException {
    return InetAddress.getByName(literal);
  }
}
