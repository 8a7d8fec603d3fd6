package id.simpul.node.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.node.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesFileTest {
  private static final String SERVICE =
      """
      {"service_code": "jalan", "service_name": "Jalan", "description": "Jalan rusak",
       "metadata": false, "type": "realtime", "keywords": "", "group": ""}\
      """;

  @TempDir Path folder;

  private ServicesFile file(String services) throws IOException {
    return new ServicesFile(
        Files.writeString(folder.resolve("services.json"), "{\"services\": [" + services + "]}"));
  }

  @Test
  void read_serviceTwice_isRefusedByName() throws IOException {
    assertThat(file(SERVICE).read()).hasSize(1);
    ServicesFile twice = file(SERVICE + "," + SERVICE);

    assertThatThrownBy(twice::read)
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll("services.json", "(jalan)", "listed twice");
  }
}
