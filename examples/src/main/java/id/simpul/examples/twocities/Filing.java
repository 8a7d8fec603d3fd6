package id.simpul.examples.twocities;

import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.TransportException;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.ReportingClient;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.SubmissionReceipt;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Files reports with several workers, and keeps at it: whatever happens to the node, each report is
 * sent with its one idempotency key until it is acknowledged. Thread-safe.
 */
final class Filing implements AutoCloseable {
  static final int MAX_ATTEMPTS = 10;

  // The client does not repeat by itself here, so that every repetition is seen and counted.
  private static final RequestOptions ONE_ATTEMPT = RequestOptions.NONE.withRetry(RetryPolicy.NONE);

  private final ReportingClient client;
  private final Set<ServiceCode> asksWhen;
  private final Gate gate;
  private final InstantSource clock;
  private final ExecutorService workers;
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();

  Filing(ReportingClient client, Set<ServiceCode> asksWhen, Gate gate, int workers) {
    this.client = client;
    this.asksWhen = Set.copyOf(asksWhen);
    this.gate = gate;
    this.clock = InstantSource.system();
    this.workers = Executors.newFixedThreadPool(workers);
  }

  /** Starts to file; the futures end when their reports are acknowledged. */
  List<Future<Filed>> start(List<SampleReport> samples) {
    return start(samples, () -> {});
  }

  /**
   * Starts to file, and tells of each acknowledgement.
   *
   * @param samples the reports
   * @param told run by the worker that got the acknowledgement, before it files anything else
   * @return futures that end when their reports are acknowledged
   */
  List<Future<Filed>> start(List<SampleReport> samples, Runnable told) {
    return samples.stream().map(s -> workers.submit(() -> file(s, told))).toList();
  }

  private Filed file(SampleReport sample, Runnable told) {
    // Made once: a repetition has to carry the same content under the same key.
    NewReport report = sample.file(clock.instant(), asksWhen.contains(sample.service()));
    String key = RequestOptions.newIdempotencyKey();
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      gate.pass();
      inFlight.incrementAndGet();
      long start = System.nanoTime();
      try {
        SubmissionReceipt receipt =
            client.submitReport(report, ONE_ATTEMPT.withIdempotencyKey(key));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        acknowledged.incrementAndGet();
        told.run();
        return new Filed(sample, report, key, receipt, took);
      } catch (TransportException e) {
        if (e.outcomeUnknown()) {
          unknown.add(sample.description());
        }
      } finally {
        inFlight.decrementAndGet();
      }
    }
    throw new StoryException(
        "Report", "was not acknowledged in " + MAX_ATTEMPTS + " attempts", "filing");
  }

  /** What a future ends with; its failure is thrown as it is. */
  static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new StoryException("Worker", "failed", "filing", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryException("Worker", "was interrupted", "filing", e);
    }
  }

  int acknowledged() {
    return acknowledged.get();
  }

  int inFlight() {
    return inFlight.get();
  }

  /** Descriptions of the reports of which nobody could say whether the node has them. */
  Set<String> unknown() {
    return Set.copyOf(unknown);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
