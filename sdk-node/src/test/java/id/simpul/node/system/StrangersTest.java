package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.federation.TrustAnchor;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.node.NodeFederation;
import id.simpul.node.NodeLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed requests of entities nobody knows, which name servers that mean no good. */
class StrangersTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final int BACKLOG = 200;

  @TempDir Path folder;
  private final SigningKey key =
      SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
  private TestTown town;

  @BeforeEach
  void start() throws IOException {
    TrustAnchor anchor =
        new TrustAnchor(
            new EntityId("https://federasi.example"),
            JwkSet.of(List.of(PublicJwk.of(key.publicKey()))));
    town =
        TestTown.start(
            folder.resolve("data"),
            CLOCK,
            config -> config.federation(NodeFederation.ALONE.withAnchors(List.of(anchor))));
  }

  @AfterEach
  void stop() {
    town.close();
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
  }

  private String post(ServerSocket server, int number) {
    String name = "http://127.0.0.1:" + server.getLocalPort() + "/stranger/" + number;
    return SignedPost.of(new EntityId(name), key, URI.create(town.entity().value()));
  }

  @Test
  void post_moreStrangersThanMayWait_areToldSoUnsignedAndAPeerIsServed() throws IOException {
    int room = NodeLimits.STRANGER_THREADS + NodeLimits.MAX_STRANGERS_WAITING;
    List<RawHttp> strangers = new ArrayList<>();
    List<RawHttp.Answer> busy = new ArrayList<>();
    try {
      try (ServerSocket silent = listen()) { // connections are made, and nobody answers
        for (int i = 0; i < 2 * room; i++) {
          strangers.add(town.connect());
          strangers.get(i).write(post(silent, i));
        }
        try (RawHttp peer = town.connect()) {
          String report = SignedPost.of(town.peerKey(), URI.create(town.entity().value()), CLOCK);
          assertThat(peer.send(report).status()).isEqualTo(200);
        }
      }
      for (RawHttp stranger : strangers) {
        RawHttp.Answer answer = stranger.read();
        if (answer.headers().containsKey("signature")) {
          assertThat(answer.status()).isIn(401, 503);
          assertThat(answer.body()).contains("identity.trust.");
        } else {
          busy.add(answer);
        }
      }
    } finally {
      for (RawHttp stranger : strangers) {
        stranger.close();
      }
    }
    assertThat(busy).isNotEmpty().hasSizeLessThanOrEqualTo(room);
    assertThat(busy)
        .allSatisfy(answer -> {
          assertThat(answer.status()).isEqualTo(503);
          assertThat(answer.headers()).containsEntry("retry-after", "1");
        });
  }

  @Test
  void post_sameStrangerAgain_isRefusedWithoutAskingAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Thread closing;
    try (ServerSocket server = listen();
        RawHttp http = town.connect()) {
      closing = new Thread(() -> closeAll(server, asked));
      closing.start();
      for (int i = 0; i < 20; i++) {
        RawHttp.Answer answer = http.send(post(server, 0));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("identity.trust.unreachable");
      }
    }
    closing.join();
    assertThat(asked).hasValue(1);
  }

  private static void closeAll(ServerSocket server, AtomicInteger asked) {
    while (!server.isClosed()) {
      try {
        server.accept().close();
        asked.incrementAndGet();
      } catch (IOException e) {
        return; // closed
      }
    }
  }
}
