package id.simpul.benchmarks.durable;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.measure.Latencies;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.Submission;
import id.simpul.node.internal.store.SubmissionOutcome;
import id.simpul.node.internal.store.sqlite.SqliteOptions;
import id.simpul.node.internal.store.sqlite.SqliteStore;
import id.simpul.node.internal.store.vault.IdentityKey;
import id.simpul.node.internal.store.vault.IdentityVault;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** The node's store without the node: threads that each wait for their submission's commit. */
final class StoreProbe implements Probe {
  /** Threads that submit at once: as many as the load generator has connections. */
  static final int THREADS = 64;

  private final Store store;
  private final Submissions submissions = new Submissions();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  StoreProbe(Path file, int maxBatch) {
    this.store =
        SqliteStore.open(
            SqliteOptions.builder(file).maxBatch(maxBatch).build(),
            IdentityVault.of(IdentityKey.of("probe", new byte[IdentityKey.LENGTH]), List.of()),
            InstantSource.system());
  }

  @Override
  public Latencies run(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    List<Future<List<Long>>> running = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      running.add(threads.submit(() -> submitUntil(end)));
    }
    Latencies all = new Latencies();
    for (Future<List<Long>> thread : running) {
      result(thread).forEach(all::add);
    }
    return all;
  }

  private static List<Long> result(Future<List<Long>> thread) {
    try {
      return thread.get();
    } catch (ExecutionException e) {
      throw BenchmarkException.setUp("store", "refused a submission", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw BenchmarkException.setUp("store", "was interrupted", e);
    }
  }

  private List<Long> submitUntil(long end) {
    List<Long> nanos = new ArrayList<>();
    long number = ThreadLocalRandom.current().nextInt(PostRequests.COUNT);
    long begun = System.nanoTime();
    do {
      Submission submission = submissions.next(number);
      if (!(store.append(submission).join() instanceof SubmissionOutcome.Appended)) {
        throw BenchmarkException.invalid("store", "did not append a new submission");
      }
      long now = System.nanoTime();
      nanos.add(now - begun);
      begun = now;
      number++;
    } while (begun - end < 0);
    return nanos;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    store.close();
  }
}
