package id.simpul.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import id.simpul.core.value.RegionCode;
import id.simpul.core.value.Secret;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKeys;
import id.simpul.node.ApiKey;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodePaths;
import id.simpul.node.OfferedService;
import id.simpul.node.SimpulNode;
import id.simpul.reporting.ReportQuery;
import id.simpul.reporting.ReportStatus;
import id.simpul.reporting.ReportingClient;
import id.simpul.reporting.Service;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.ServiceDefinition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickStartTest {
  private static final int MAX_LINES = 10;
  private static final Path ROOT = Path.of(System.getProperty("simpul.root", ".."));
  private static final Path README = ROOT.resolve("README.md");
  private static final Path SOURCE =
      ROOT.resolve("examples/src/main/java/id/simpul/examples/QuickStart.java");

  @Test
  void run_startedNode_filesOneReport(@TempDir Path data) throws Exception {
    Secret key = Secret.of("a-key-for-the-quick-start");
    try (SimpulNode node = SimpulNode.start(config(data, key))) {
      URI url = URI.create(node.baseUrl() + NodePaths.GEOREPORT);

      QuickStart.run(url, key);

      try (ReportingClient client = ReportingClient.builder(url).build()) {
        assertThat(client.listReports(ReportQuery.RECENT))
            .singleElement()
            .satisfies(report -> {
              assertThat(report.serviceCode().value()).isEqualTo("drainase");
              assertThat(report.status()).isEqualTo(ReportStatus.OPEN);
            });
      }
    }
  }

  private static NodeConfig config(Path data, Secret key) throws IOException {
    ServiceCode code = new ServiceCode("drainase");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    return NodeConfig.builder()
        .baseUrl(URI.create("http://127.0.0.1:" + port))
        .listen("127.0.0.1", port)
        .allowInsecureLoopbackForDevelopment()
        .dataDirectory(data)
        .region(new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", "15.71"))
        .signingKey(SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom()))
        .services(
            List.of(
                new OfferedService(
                    Service.builder(code, "Drainase").build(),
                    ServiceDefinition.builder(code).build())))
        .apiKey(ApiKey.of("quick-start", ApiKey.Role.REPORTER, key))
        .build();
  }

  @Test
  void source_quickStart_isTenLinesAtMost() throws Exception {
    assertThat(tagged(SOURCE, "quickstart")).isNotEmpty().hasSizeLessThanOrEqualTo(MAX_LINES);
  }

  @ParameterizedTest
  @CsvSource({"Quick start, QuickStart, quickstart", "Trust another city, SignedReport, trust"})
  void readme_program_isWhatIsCompiledHere(String heading, String program, String tag)
      throws Exception {
    assumeThat(README).as("no README.md, so no programs in it").isRegularFile();
    List<String> readme = Files.readAllLines(README);
    int chapter = readme.indexOf("## " + heading);
    assertThat(chapter).as("the heading in README.md").isNotNegative();
    List<String> after = readme.subList(chapter, readme.size());
    int block = after.indexOf("```java");
    assertThat(block).as("the code block under it").isPositive();

    assertThat(after.subList(block + 1, after.size()).stream().takeWhile(l -> !l.equals("```")))
        .containsExactlyElementsOf(tagged(SOURCE.resolveSibling(program + ".java"), tag));
  }

  private static List<String> tagged(Path source, String tag) throws IOException {
    List<String> lines = Files.readAllLines(source);
    int start = lines.indexOf("    // tag::" + tag);
    int end = lines.indexOf("    // end::" + tag);
    return lines.subList(start + 1, end).stream()
        .map(line -> line.isBlank() ? "" : line.substring(4))
        .toList();
  }
}
