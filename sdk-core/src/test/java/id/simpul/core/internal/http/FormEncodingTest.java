package id.simpul.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Params;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormEncodingTest {
  private static String form(Params params) {
    return new String(FormEncoding.form(params), StandardCharsets.US_ASCII);
  }

  @Test
  void form_anyText_equalsTheJdksEncoding() {
    long seed = 20261121L;
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(20); n > 0; n--) {
        int range = new int[] {0x80, 0x800, 0x10000, 0x110000}[random.nextInt(4)];
        int point = random.nextInt(range);
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        text.appendCodePoint(surrogate ? 'x' : point);
      }
      String value = text.toString();
      assertThat(form(Params.EMPTY.with("n", value)))
          .as("seed " + seed)
          .isEqualTo("n=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
      assertThat(
              URLDecoder.decode(
                  FormEncoding.query(Params.EMPTY.with("n", value)), StandardCharsets.UTF_8))
          .isEqualTo("n=" + value);
    }
  }

  @Test
  void form_severalFields_keepOrderAndRepeats() {
    assertThat(form(Params.EMPTY.with("a", "1").with("b", "").with("a[]", "&=")))
        .isEqualTo("a=1&b=&a%5B%5D=%26%3D");
    assertThat(form(Params.EMPTY)).isEmpty();
  }

  @Test
  void query_space_isPercentEncoded() {
    assertThat(FormEncoding.query(Params.EMPTY.with("q", "a b"))).isEqualTo("q=a%20b");
  }

  @Test
  void form_loneSurrogate_becomesTheReplacement() {
    assertThat(form(Params.EMPTY.with("q", "\uD800x\uDC00"))).isEqualTo("q=%EF%BF%BDx%EF%BF%BD");
  }
}
