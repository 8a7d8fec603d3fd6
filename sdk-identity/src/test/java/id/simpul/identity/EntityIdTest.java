package id.simpul.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"http:x", "http://kota_jambi:8311", "http:///x", "https:x", "x", ""})
  void new_withoutHost_isRefused(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new EntityId(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8311", "http://localhost", "http://[::1]:8311"})
  void new_loopback_isTaken(String value) {
    assertThat(new EntityId(value).isInsecureLoopback()).isTrue();
  }

  /** Everything of up to five of these pieces after the scheme; the platform's reader decides. */
  @Test
  void new_anyHostAndPath_isTakenWhenItIsAUrlWithAHost() {
    List<String> pieces =
        List.of("a", "Z", "1", "-", ".", "/", ":8", "_", "~", "%41", "%", "?", "@");
    int taken = 0;
    for (String value : texts("https://", pieces, 5)) {
      boolean expected = isUrlWithHost(value);
      assertThat(accepts(value)).as(value).isEqualTo(expected);
      taken += expected ? 1 : 0;
    }
    assertThat(taken).isGreaterThan(5_000);
  }

  private static List<String> texts(String start, List<String> pieces, int most) {
    List<String> all = new ArrayList<>(List.of(start));
    int from = 0;
    for (int length = 1; length <= most; length++) {
      int to = all.size();
      for (int i = from; i < to; i++) {
        for (String piece : pieces) {
          all.add(all.get(i) + piece);
        }
      }
      from = to;
    }
    return all;
  }

  private static boolean isUrlWithHost(String value) {
    try {
      URI uri = new URI(value);
      return uri.getHost() != null && uri.getRawQuery() == null && uri.getRawUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean accepts(String value) {
    try {
      return new EntityId(value).value().equals(value);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
