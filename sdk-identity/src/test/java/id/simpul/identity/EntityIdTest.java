package id.simpul.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
}
