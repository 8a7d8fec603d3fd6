package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OpenAPI document as a client gets it. */
class OpenApiTest {
  private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\":\"([^\"]*)\"");
  private static final String READS_WITH_KEY = "\"security\":[{\"reporter\":[]}]";

  @TempDir Path folder;

  private String document(boolean openReading) throws IOException {
    try (TestTown town =
            TestTown.start(
                folder.resolve("data"),
                InstantSource.system(),
                config -> config.openReading(openReading));
        RawHttp http = town.connect()) {
      String document = http.get("/openapi.json").body();
      for (String reference : references(document)) {
        assertThat(http.get("/" + reference).status()).as(reference).isEqualTo(200);
      }
      return document;
    }
  }

  private static List<String> references(String document) {
    return REFERENCE.matcher(document).results().map((MatchResult r) -> r.group(1)).toList();
  }

  @Test
  void references_documentBelowAPath_leadToTheSchemasBesideIt() throws IOException {
    URI document = URI.create("https://gw.example/jambi/openapi.json");

    assertThat(references(document(true)))
        .isNotEmpty()
        .allSatisfy(r ->
            assertThat(document.resolve(r).toString())
                .startsWith("https://gw.example/jambi/schemas/"));
  }

  @Test
  void security_openReading_asksForAKeyWhenPostingAlone() throws IOException {
    assertThat(document(true))
        .contains("posting and nothing for reading", "as the form field api_key")
        .doesNotContain(READS_WITH_KEY);
  }

  @Test
  void security_readingWithKey_isDeclared() throws IOException {
    assertThat(document(false))
        .contains("posting and for reading", "\"in\":\"query\"", "\"name\":\"api_key\"")
        .contains(READS_WITH_KEY);
  }
}
