package id.simpul.identity.internal.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BoundedMapTest {
  private final BoundedMap<String, String> map = new BoundedMap<>(3, 10, String::length);

  @Test
  void put_asManyAsFitAndOneMore_forgetsTheOneNotAskedForTheLongest() {
    map.put("a", "1");
    map.put("b", "1");
    map.put("c", "1");
    assertThat(map.size()).isEqualTo(3);
    assertThat(map.get("a")).contains("1");
    map.put("d", "1");
    assertThat(map.size()).isEqualTo(3);
    assertThat(map.get("b")).isEmpty();
    assertThat(map.get("a")).isPresent();
  }

  @Test
  void put_asHeavyAsAllowedAndMore_makesRoom() {
    map.put("a", "12345");
    map.put("b", "12345");
    assertThat(map.size()).isEqualTo(2);
    map.put("c", "1");
    assertThat(map.get("a")).isEmpty();
    assertThat(map.get("b")).isPresent();
    map.put("d", "12345678901");
    assertThat(map.size()).isZero();
    map.put("e", "1234567890");
    assertThat(map.get("e")).isPresent();
  }

  @Test
  void put_inPlaceOfAnother_countsOnce() {
    for (int i = 0; i < 5; i++) {
      map.put("a", "12345");
    }
    map.put("b", "12345");
    assertThat(map.size()).isEqualTo(2);
    map.remove("a");
    map.remove("a");
    map.put("c", "12345");
    assertThat(map.get("b")).isPresent();
    assertThat(map.get("c")).isPresent();
  }

  @Test
  void new_withoutRoom_isAMistakeOfTheCaller() {
    assertThatThrownBy(() -> new BoundedMap<>(0, 1, v -> 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
