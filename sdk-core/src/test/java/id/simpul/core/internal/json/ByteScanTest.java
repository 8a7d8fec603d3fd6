package id.simpul.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ByteScanTest {
  private static final int LONGEST = 27;

  @Test
  void of_oneByteOfEveryValueAnywhere_isFound() {
    for (int length = 1; length <= LONGEST; length++) {
      for (int at = 0; at < length; at++) {
        for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
          byte[] bytes = filled(length);
          bytes[at] = (byte) value;
          assertThat(ByteScan.of(bytes)).isEqualTo(new ByteScan(value > 0, value == '\\'));
        }
      }
    }
  }

  @Test
  void of_twoBytesThatBorrowFromEachOther_areFoundForWhatTheyAre() {
    byte[] interesting = {0, 1, 0x5b, '\\', 0x5d, 0x7f, (byte) 0x80, (byte) 0xdc, (byte) 0xff};
    for (byte first : interesting) {
      for (byte second : interesting) {
        byte[] bytes = filled(LONGEST);
        bytes[3] = first;
        bytes[4] = second;
        assertThat(ByteScan.of(bytes))
            .isEqualTo(new ByteScan(first > 0 && second > 0, first == '\\' || second == '\\'));
      }
    }
  }

  @Test
  void of_nothing_isAscii() {
    assertThat(ByteScan.of(new byte[0])).isEqualTo(new ByteScan(true, false));
  }

  private static byte[] filled(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 'a');
    return bytes;
  }
}
