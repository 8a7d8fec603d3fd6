package id.simpul.identity.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmacSha256Test {
  private static final HexFormat HEX = HexFormat.of();

  /** RFC 4231, sections 4.2 to 4.4 and 4.7. */
  @ParameterizedTest
  @CsvSource({
    "0b, 20, 4869205468657265,"
        + " b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    "4a656665, 1, 7768617420646f2079612077616e7420666f72206e6f7468696e673f,"
        + " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    "aa, 131, 54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d20"
        + "48617368204b6579204669727374,"
        + " 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
  })
  void of_caseOfTheRfc_isItsCode(String key, int times, String message, String code) {
    HmacSha256 mac = new HmacSha256(HEX.parseHex(key.repeat(times)));
    assertThat(HEX.formatHex(mac.of(HEX.parseHex(message)))).isEqualTo(code);
  }

  @Test
  void create_keyChangedAfterwards_makesNoDifference() {
    byte[] key = {1, 2, 3};
    HmacSha256 mac = new HmacSha256(key);
    byte[] code = mac.of(new byte[1]);
    key[0] = 9;
    assertThat(mac.of(new byte[1])).isEqualTo(code).hasSize(HmacSha256.LENGTH);
  }
}
