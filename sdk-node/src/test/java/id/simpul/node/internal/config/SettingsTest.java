package id.simpul.node.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.operation.Violation;
import id.simpul.node.ConfigException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final List<String> REQUIRED =
      List.of(
          "--base-url=https://jambi.example",
          "--data-directory=data",
          "--region=15.71",
          "--services-file=services\0.json");

  private static List<Violation> refusal(ThrowingCallable call) {
    return catchThrowableOfType(ConfigException.class, call).violations();
  }

  @Test
  void path_nulInTheValue_isRefusedByName() {
    Settings settings = Settings.read(REQUIRED, Map.of());

    assertThat(settings.path(Setting.DATA_DIRECTORY)).isPresent();
    assertThat(refusal(() -> settings.path(Setting.SERVICES_FILE)))
        .singleElement()
        .satisfies(violation -> {
          assertThat(violation.where()).isEqualTo("services-file");
          assertThat(violation.message()).doesNotContain("\0");
        });
  }

  @Test
  void read_nulInTheNameOfTheFile_isRefusedByName() {
    assertThat(refusal(() -> Settings.read(List.of("--config", "a\0b"), Map.of())))
        .extracting(Violation::where)
        .containsExactly("--config");
    assertThat(refusal(() -> Settings.read(List.of(), Map.of("SIMPUL_CONFIG", "a\0b"))))
        .extracting(Violation::where)
        .containsExactly("--config");
  }
}
