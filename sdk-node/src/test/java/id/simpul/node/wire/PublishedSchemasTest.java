package id.simpul.node.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the JSON answers of the golden transcripts, which are what the node really answers, to the
 * schemas that others have published for GeoReport v2.
 */
class PublishedSchemasTest {
  private static PublishedSchemas schemas() {
    Optional<PublishedSchemas> schemas = PublishedSchemas.find();
    Assumptions.assumeTrue(schemas.isPresent(), "no folder of corpora; see simpul.corpora");
    return schemas.orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> answers() {
    PublishedSchemas schemas = schemas();
    Path folder = Transcript.folder();
    List<Transcript> answers =
        Transcript.below(folder).stream()
            .filter(t -> PublishedSchemas.know(t.part(0)))
            .filter(t -> t.part(1).equals("json") && t.claimedStatus() == 200)
            .toList();
    assertThat(answers)
        .extracting(t -> t.part(0))
        .containsAll(PublishedSchemas.OF_ANSWERS.keySet());
    return answers.stream().map(t -> dynamicTest(t.name(), () -> check(schemas, t)));
  }

  private static void check(PublishedSchemas schemas, Transcript transcript) throws IOException {
    byte[] answer = Placeholders.samples().fill(transcript.answer()).bodyBytes();

    assertThat(schemas.violations(transcript.part(0), answer)).isEmpty();
  }

  @Test
  void violations_reportWithoutIdAndWithAnUnknownStatus_areFoundByBothSchemas() throws IOException {
    byte[] wrong =
        "[{\"status\":\"terbuka\",\"service_code\":\"sampah\",\"requested_datetime\":\"x\"}]"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(schemas().violations("georeport.v2.requests.get", wrong))
        .anyMatch(v -> v.startsWith("requests.json") && v.contains("service_request_id"))
        .anyMatch(v -> v.startsWith("request.json") && v.contains("status"));
  }
}
