package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Watches the node's system calls: between a report's arrival and its 200 stands a completed sync
 * of the disk. Fails when SQLite runs with {@code synchronous=OFF}; {@code
 * canary/synchronous.patch} shows it.
 */
@Tag("slow")
class FsyncOrderTest {
  private static final int REPORTS = 20;
  private static final Path STRACE = Path.of("/usr/bin/strace");
  // Whole calls, and the second halves of calls that another thread interrupted in the log.
  private static final Pattern SYNCED =
      Pattern.compile(
          "(?:f(?:data)?sync\\(\\d+(?:<[^>]*>)?\\)|<\\.\\.\\. f(?:data)?sync resumed>.*) *= 0");
  private static final Pattern ARRIVED = Pattern.compile("POST /open311/v2/requests\\.json");
  private static final Pattern ANSWERED = Pattern.compile("HTTP/1\\.1 200 OK");

  private enum Step {
    ARRIVED,
    SYNCED,
    ANSWERED
  }

  @Test
  void submit_eachReport_isOnDiskBeforeItsAnswer(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(STRACE), "strace is not on this machine");
    NodeHome home = NodeHome.in(folder);
    Path trace = folder.resolve("trace.log");
    try (NodeProcess node =
            home.start(
                STRACE.toString(),
                "-f",
                "-s",
                "64",
                "-e",
                "trace=fsync,fdatasync,read,readv,recvfrom,write,writev,sendto,sendmsg",
                "-o",
                trace.toString());
        RawHttp http = RawHttp.to(home.port())) {
      for (int i = 0; i < REPORTS; i++) {
        RawHttp.Answer answer = http.post("/open311/v2/requests.json", form(home, i));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      }
      node.stop();
    }
    List<Step> steps = steps(trace);
    assertThat(steps.stream().filter(s -> s == Step.ARRIVED).count()).isEqualTo(REPORTS);
    boolean synced = false;
    int answers = 0;
    for (Step step : steps) {
      switch (step) {
        case ARRIVED -> synced = false;
        case SYNCED -> synced = true;
        case ANSWERED -> {
          assertThat(synced).as("a sync before answer %d", answers).isTrue();
          answers++;
        }
      }
    }
    assertThat(answers).isEqualTo(REPORTS);
  }

  private static String form(NodeHome home, int number) {
    return "api_key="
        + home.key().reveal()
        + "&service_code=jalan&lat=-1.61&long=103.61&description=laporan+"
        + number;
  }

  private static List<Step> steps(Path trace) throws IOException {
    List<Step> steps = new ArrayList<>();
    boolean watching = false;
    for (String line : Files.readAllLines(trace, StandardCharsets.ISO_8859_1)) {
      Matcher synced = SYNCED.matcher(line);
      if (ARRIVED.matcher(line).find()) {
        watching = true;
        steps.add(Step.ARRIVED);
      } else if (watching && synced.find()) {
        steps.add(Step.SYNCED);
      } else if (watching && ANSWERED.matcher(line).find()) {
        watching = false;
        steps.add(Step.ANSWERED);
      }
    }
    return steps;
  }
}
