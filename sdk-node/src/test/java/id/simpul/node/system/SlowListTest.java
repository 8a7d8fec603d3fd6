package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.CallException;
import id.simpul.core.format.JsonBoolean;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.credential.CredentialContent;
import id.simpul.identity.credential.HeldCredential;
import id.simpul.identity.credential.IssuerPolicy;
import id.simpul.identity.credential.SdJwtVcHolder;
import id.simpul.identity.credential.SdJwtVcIssuer;
import id.simpul.identity.credential.SdJwtVcVerifier;
import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.credential.resident.ResidentCredential;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.presentation.CredentialQuery;
import id.simpul.identity.presentation.PresentationRequest;
import id.simpul.identity.presentation.PresentationWallet;
import id.simpul.identity.wire.SimpulCredentialsV1;
import id.simpul.node.NodeCredentials;
import id.simpul.node.internal.store.SettableClock;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's status list that never answers holds up nobody but those who wait for it. */
final class SlowListTest {
  private static final int PRESENTATIONS = 8; // more than the threads that wait for strangers
  private static final int NONCES = 5; // by then all of them are waiting
  private static final CredentialQuery OF_AGE =
      new CredentialQuery(
          "resident", List.of(ResidentCredential.TYPE), List.of(ResidentCredential.AGE_OVER_17));

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T03:00:00Z"));
  private final SigningKey strangerKey = Scene.key();

  private HeldCredential held(Scene scene, EntityId stranger, PinnedEntities trusted) {
    CredentialContent content =
        CredentialContent.builder()
            .selective("age_over_17", JsonBoolean.TRUE)
            .holder(PublicJwk.of(scene.walletKey.publicKey()))
            .build()
            .withStatus(new StatusReference(7, URI.create(stranger + "/statuslists/1")));
    String issued =
        SdJwtVcIssuer.builder(stranger, strangerKey, ResidentCredential.TYPE, clock)
            .build()
            .issue(content)
            .reveal();
    SdJwtVcVerifier reader =
        SdJwtVcVerifier.builder(
                trusted,
                IssuerPolicy.listed(Map.of(ResidentCredential.TYPE, Set.of(stranger))),
                Set.of(ResidentCredential.TYPE),
                clock)
            .build();
    return new SdJwtVcHolder(reader, scene.walletKey, clock).receive(issued);
  }

  private static boolean isRefused(Runnable presenting) {
    try {
      presenting.run();
      return false;
    } catch (CallException e) {
      return true;
    }
  }

  @Test
  void respond_listThatNeverAnswers_holdsUpNoWalletThatCollects() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(PRESENTATIONS + 1);
    try (ServerSocket stalled = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Scene scene = new Scene(clock)) {
      EntityId stranger = new EntityId("http://127.0.0.1:" + stalled.getLocalPort());
      PinnedEntities trusted = Scene.pinned(stranger, strangerKey.publicKey());
      HeldCredential held = held(scene, stranger, trusted);
      CountDownLatch asked = new CountDownLatch(1);
      Future<?> host = threads.submit(() -> accept(stalled, asked));
      try (TestTown town = town(stranger, trusted);
          RawHttp http = town.connect()) {
        PresentationWallet wallet = new PresentationWallet(scene.wallet);
        List<PresentationRequest> requests = new ArrayList<>();
        for (int i = 0; i < PRESENTATIONS; i++) {
          requests.add(
              PresentationWallet.open(
                  Scene.call(town, TestTown.VERIFIER, SimpulCredentialsV1.ASK, OF_AGE).link()));
        }
        List<Future<Boolean>> presentations = new ArrayList<>();
        for (PresentationRequest request : requests) {
          presentations.add(threads.submit(() -> isRefused(() -> wallet.present(request, held))));
        }
        asked.await();

        for (int i = 0; i < NONCES; i++) {
          assertThat(http.post("/credentials/nonce", "").status()).isEqualTo(200);
        }
        assertThat(presentations).noneMatch(Future::isDone);
        close(stalled);
        for (Future<Boolean> presentation : presentations) {
          assertThat(presentation.get()).isTrue();
        }
      }
      host.cancel(true);
    } finally {
      threads.shutdownNow();
    }
  }

  private TestTown town(EntityId stranger, PinnedEntities trusted) throws IOException {
    return TestTown.start(
        folder,
        clock,
        config ->
            config
                .peers(trusted)
                .credentials(NodeCredentials.NONE.issuing(Scene.key()).taking(stranger)));
  }

  // Takes connections and never says a word.
  private static void accept(ServerSocket socket, CountDownLatch asked) {
    List<Socket> taken = new ArrayList<>();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        taken.add(socket.accept());
        asked.countDown();
      }
    } catch (IOException e) {
      // It was closed, which ends the test.
      taken.forEach(SlowListTest::close);
    }
  }

  private static void close(Closeable one) {
    try {
      one.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
