package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lets the disk run full under a node, for real: a small tmpfs, which only root may mount. */
@Tag("slow")
class FullDiskTest {
  private static final String SMALL = "size=1m";
  private static final String LARGE = "size=16m";
  private static final int MOST_REPORTS = 4000;

  @Test
  void submit_diskFull_isRefusedAndGoesOnWhenThereIsSpace(@TempDir Path folder) throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", SMALL, "tmpfs", disk.toString()),
        "a tmpfs cannot be mounted here (not root?)");
    try {
      NodeHome home = NodeHome.in(folder, disk.resolve("data"));
      try (NodeProcess node = home.start();
          RawHttp http = RawHttp.to(home.port())) {
        int acknowledged = 0;
        RawHttp.Answer answer = submit(http, home, acknowledged);
        while (answer.status() == 200 && acknowledged < MOST_REPORTS) {
          acknowledged++;
          answer = submit(http, home, acknowledged);
        }
        assertThat(acknowledged).isPositive().isLessThan(MOST_REPORTS);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsKey("retry-after");
        assertThat(answer.body()).doesNotContain("service_request_id", "Exception", "sqlite");
        assertThat(NodeProcess.status(URI.create(home.baseUrl() + "/health/ready"))).isEqualTo(503);
        assertThat(held(http)).isEqualTo(acknowledged);

        assertThat(run("mount", "-o", "remount," + LARGE, disk.toString())).isTrue();
        awaitReady(home);
        assertThat(submit(http, home, acknowledged).status()).isEqualTo(200);
        assertThat(held(http)).isEqualTo(acknowledged + 1);
        node.stop();
      }
    } finally {
      assertThat(run("umount", "-l", disk.toString())).isTrue();
    }
  }

  private static RawHttp.Answer submit(RawHttp http, NodeHome home, int number) throws IOException {
    return http.post(
        "/open311/v2/requests.json",
        "api_key="
            + home.key().reveal()
            + "&service_code=jalan&lat=-1.61&long=103.61&description="
            + number
            + "x".repeat(3000));
  }

  private static int held(RawHttp http) throws IOException {
    String body = http.get("/open311/v2/requests.json?page_size=1000").body();
    return body.split("\"service_request_id\"", -1).length - 1;
  }

  private static void awaitReady(NodeHome home) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (NodeProcess.status(URI.create(home.baseUrl() + "/health/ready")) != 200) {
      assertThat(System.nanoTime()).as("ready in time").isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean done = process.waitFor() == 0;
    if (!done) {
      System.out.println(String.join(" ", command) + ": " + said.strip());
    }
    return done;
  }
}
