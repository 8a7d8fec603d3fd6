package id.simpul.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.simpul.identity.SignatureAlgorithm;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwsProfileTest {
  @Test
  void build_nothingSaid_isStrict() {
    JwsProfile profile = JwsProfile.typed("a+jwt").build();
    assertThat(profile.typ()).contains("a+jwt");
    assertThat(profile.maxLength()).isEqualTo(16 * 1024);
    assertThat(profile.maxLifetime()).isEqualTo(Duration.ofSeconds(60));
    assertThat(profile.leeway()).isEqualTo(Duration.ofSeconds(60));
    assertThat(profile.algorithms()).containsExactlyInAnyOrder(SignatureAlgorithm.values());
    assertThat(profile).hasToString("a+jwt");
    assertThat(JwsProfile.untyped().build().typ()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "application/a+jwt", "Application/a+jwt"})
  void typed_noShortMediaType_isRefused(String typ) {
    assertThatIllegalArgumentException().isThrownBy(() -> JwsProfile.typed(typ));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"b64", "crit", "enc", "epk", "jku", "jwk", "p2c", "p2s", "typ", "x5u", "zip"})
  void header_thatNoProfileAllows_isRefused(String name) {
    JwsProfile.Builder builder = JwsProfile.typed("a+jwt");
    assertThatIllegalArgumentException().isThrownBy(() -> builder.header(name));
  }

  @Test
  void build_everyStep_goesOnWithTheSameBuilder() {
    JwsProfile.Builder builder = JwsProfile.typed("a+jwt");
    Duration minute = Duration.ofMinutes(1);
    assertThat(builder.keyOfContext()).isSameAs(builder);
    assertThat(builder.embeddedKey()).isSameAs(builder);
    assertThat(builder.optionalExpiry()).isSameAs(builder);
    assertThat(builder.expiryByAge(minute)).isSameAs(builder);
    assertThat(builder.build().maxLifetime()).isEqualTo(minute);
  }

  @Test
  void limits_atTheEdgeAndOnePast_areTakenAndRefused() {
    JwsProfile.Builder builder = JwsProfile.typed("a+jwt");
    builder.maxLength(1).maxLength(JwsProfile.MAX_LENGTH);
    assertThatIllegalArgumentException().isThrownBy(() -> builder.maxLength(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.maxLength(JwsProfile.MAX_LENGTH + 1));
    builder.maxStringLength(1).maxStringLength(JwsProfile.MAX_LENGTH);
    assertThatIllegalArgumentException().isThrownBy(() -> builder.maxStringLength(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.maxStringLength(JwsProfile.MAX_LENGTH + 1));
    builder.leeway(Duration.ZERO).leeway(JwsProfile.MAX_LEEWAY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.leeway(JwsProfile.MAX_LEEWAY.plusNanos(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.leeway(Duration.ofNanos(-1)));
    builder.maxLifetime(Duration.ofNanos(1));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.maxLifetime(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.maxLifetime(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.algorithms(Set.of()));
  }
}
