package id.simpul.node.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.node.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'keys': [], 'key': []}",
        "{'keys': [{'name': 'jaki', 'role': 'reporter', 'sha256': '', 'sha512': ''}]}"
      })
  void read_memberNobodyReads_isRefused(String json) throws Exception {
    Path file = Files.writeString(folder.resolve("api-keys.json"), json.replace('\'', '"'));

    assertThatThrownBy(() -> new ApiKeyFile(file).read())
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll("api-keys.json", "nobody reads");
  }

  @Test
  void readExisting_absentFile_isRefusedByName() {
    ApiKeyFile file = new ApiKeyFile(folder.resolve("api-keys.json"));

    assertThat(file.read()).isEmpty();
    assertThatThrownBy(file::readExisting)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("api-keys.json");
  }
}
