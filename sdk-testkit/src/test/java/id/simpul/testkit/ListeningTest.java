package id.simpul.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.node.ConfigException;
import id.simpul.node.NodeConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningTest {
  @TempDir private Path data;

  private NodeConfig config(int port) {
    return NodeConfig.builder()
        .baseUrl(URI.create("http://127.0.0.1:" + port))
        .listen("127.0.0.1", port)
        .allowInsecureLoopbackForDevelopment()
        .dataDirectory(data)
        .region(TestNode.KOTA_JAMBI)
        .services(TestServices.three())
        .signingKey(TestKeys.of(1).signingKey("node"))
        .build();
  }

  private static ServerSocket loopback() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = loopback()) {
      return free.getLocalPort();
    }
  }

  @Test
  void onPort_firstPortTaken_takesTheNext() throws Exception {
    try (ServerSocket taken = loopback()) {
      int free = freePort();
      AtomicInteger asked = new AtomicInteger();

      Listening listening =
          Listening.onPort(
              () -> asked.getAndIncrement() == 0 ? taken.getLocalPort() : free, this::config);

      int port = listening.node().port();
      listening.node().close();
      assertThat(asked).hasValue(2);
      assertThat(port).isEqualTo(free);
    }
  }

  @Test
  void onPort_noPortToBeHad_givesUpAfterTheLimit() throws Exception {
    try (ServerSocket taken = loopback()) {
      AtomicInteger asked = new AtomicInteger();

      assertThatThrownBy(() ->
              Listening.onPort(
                  () -> {
                    asked.incrementAndGet();
                    return taken.getLocalPort();
                  },
                  this::config))
          .isInstanceOf(ConfigException.class)
          .hasRootCauseInstanceOf(BindException.class);
      assertThat(asked).hasValue(Listening.MAX_TRIES);
    }
  }
}
