package id.simpul.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GeoPointTest {
  @Test
  void of_edges_accepted() {
    assertThat(GeoPoint.of("-90", "180").latitude()).hasToString("-90");
    assertThat(GeoPoint.of("90.0", "-180").longitude()).hasToString("-180");
  }

  @Test
  void of_onePast_refused() {
    assertThatThrownBy(() -> GeoPoint.of("90.0001", "0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("latitude")
        .hasMessageNotContaining("90.0001");
    assertThatThrownBy(() -> GeoPoint.of("0", "-180.0001"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("longitude");
  }

  @Test
  void of_digits_areKept() {
    assertThat(GeoPoint.of("-1.6100", "103.6131").latitude()).hasToString("-1.6100");
  }
}
