package id.simpul.node.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.SignatureAlgorithm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {
  private static final int AT_ONCE = 16;

  @TempDir Path folder;

  @Test
  void create_existing_isLeftAsItIs() throws Exception {
    Path file = folder.resolve("key");
    OwnerOnly.create(file, new byte[] {1});
    OwnerOnly.create(file, new byte[] {2});
    assertThat(Files.readAllBytes(file)).containsExactly(1);
    assertThat(OwnerOnly.readableByOthers(file)).isFalse();
    assertThat(folder).isDirectoryContaining(f -> f.equals(file));
  }

  @Test
  void signingKey_manyStartAtOnce_allHaveTheSameKeyWhole() throws Exception {
    Path file = folder.resolve("signing-key.pem");
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<String>> made =
          IntStream.range(0, AT_ONCE)
              .mapToObj(i ->
                  pool.submit(() -> {
                    start.await();
                    return NodeFiles.signingKey(
                            file, SignatureAlgorithm.ED25519, new SecureRandom())
                        .keyId();
                  }))
              .toList();
      start.countDown();
      String winner = made.get(0).get();
      for (Future<String> one : made) {
        assertThat(one.get()).isEqualTo(winner);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(folder).isDirectoryNotContaining(f -> f.getFileName().toString().endsWith(".tmp"));
  }

  @Test
  void create_manyAtOnce_oneWinsAndAllReadTheSame() throws Exception {
    Path file = folder.resolve("key");
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<byte[]>> read =
          IntStream.range(0, AT_ONCE)
              .mapToObj(i ->
                  pool.submit(() -> {
                    start.await();
                    OwnerOnly.create(file, new byte[] {(byte) i});
                    return Files.readAllBytes(file);
                  }))
              .toList();
      start.countDown();
      byte[] winner = read.get(0).get();
      for (Future<byte[]> one : read) {
        assertThat(one.get()).isEqualTo(winner);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(folder).isDirectoryNotContaining(f -> f.getFileName().toString().endsWith(".tmp"));
  }
}
