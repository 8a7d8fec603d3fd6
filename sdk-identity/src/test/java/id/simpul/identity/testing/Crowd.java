package id.simpul.identity.testing;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.TrustException;
import id.simpul.identity.issuance.IssuanceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Thirty-two threads that begin at one moment with the same objects. */
public final class Crowd {
  /** How many there are. */
  public static final int THREADS = 32;

  private static final int PATIENCE_SECONDS = 120;

  private Crowd() {}

  /** What is done in one turn. */
  @FunctionalInterface
  public interface Deed {
    /**
     * Does it.
     *
     * @param turn another number each time
     * @return what came of it
     * @throws Exception which fails the test, unless it is a declared refusal
     */
    Object run(int turn) throws Exception;
  }

  /**
   * Has every thread take some turns. A refusal is an outcome by its reason; any other exception
   * fails the test.
   *
   * @param turns of each thread
   * @param deed what is done; turns are numbered from 0 through all threads
   * @return how often each outcome came
   */
  public static Map<String, Integer> outcomes(int turns, Deed deed) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Future<List<String>>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread * turns;
        running.add(
            threads.submit(() -> {
              start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
              List<String> outcomes = new ArrayList<>();
              for (int turn = first; turn < first + turns; turn++) {
                outcomes.add(outcome(deed, turn));
              }
              return outcomes;
            }));
      }
      Map<String, Integer> all = new TreeMap<>();
      for (Future<List<String>> one : running) {
        one.get(PATIENCE_SECONDS, TimeUnit.SECONDS).forEach(o -> all.merge(o, 1, Integer::sum));
      }
      assertThat(all.values().stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(THREADS * turns);
      return all;
    } finally {
      threads.shutdownNow();
    }
  }

  private static String outcome(Deed deed, int turn) throws Exception {
    try {
      return String.valueOf(deed.run(turn));
    } catch (TrustException e) {
      return e.reason().name();
    } catch (IssuanceException e) {
      return e.reason().name();
    }
  }
}
