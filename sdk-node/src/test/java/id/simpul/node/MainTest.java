package id.simpul.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private static final int WRONG_USE = 2;
  private static final String SERVICES =
      """
      {"services": [{"service_code": "jalan", "service_name": "Jalan", "description": "Jalan",
        "metadata": false, "type": "realtime", "keywords": "", "group": ""}]}\
      """;

  @TempDir Path folder;

  private String refusal(String... more) throws IOException {
    Path services = Files.writeString(folder.resolve("services.json"), SERVICES);
    List<String> args =
        new ArrayList<>(
            List.of(
                "--base-url=https://simpul.jambi.example",
                "--region=15.71",
                "--data-directory=" + folder.resolve("data"),
                "--services-file=" + services));
    args.addAll(List.of(more));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    assertThat(new Main(stream, stream, Map.of()).run(args)).isEqualTo(WRONG_USE);
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void run_portInUse_isWrongUseAndNamesThePort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(refusal("--listen-port=" + taken.getLocalPort()))
          .contains("listen-port", "" + taken.getLocalPort())
          .doesNotContain("\tat ");
    }
  }

  @Test
  void run_listenHostOfAnotherMachine_isWrongUseAndNamesIt() throws IOException {
    // TEST-NET-1 of RFC 5737: no machine has it.
    assertThat(refusal("--listen-host=192.0.2.1", "--listen-port=0"))
        .contains("listen-host", "192.0.2.1");
  }

  @Test
  void run_namedApiKeysFileAbsent_isWrongUseAndNamesIt() throws IOException {
    assertThat(refusal("--api-keys-file=" + folder.resolve("kunci.json"))).contains("kunci.json");
  }
}
