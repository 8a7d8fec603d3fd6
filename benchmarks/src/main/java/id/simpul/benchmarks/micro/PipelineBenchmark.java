package id.simpul.benchmarks.micro;

import id.simpul.benchmarks.client.Offline;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A whole call but for its socket: what a typed call adds to OkHttp, forms and JSON included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PipelineBenchmark {
  /** The exchange. */
  @Param({"submit", "get", "document"})
  public String kind = "submit";

  private Offline offline = Offline.of(kind);

  /** Leaves everything to the set-up. */
  public PipelineBenchmark() {}

  /** Makes the callers of the exchange that is measured. */
  @Setup
  public void setUp() {
    offline = Offline.of(kind);
  }

  /**
   * OkHttp alone, bytes to bytes.
   *
   * @throws IOException never
   */
  @Benchmark
  public void bare() throws IOException {
    offline.callBare();
  }

  /**
   * Our client, value to value.
   *
   * @throws IOException never
   */
  @Benchmark
  public void typed() throws IOException {
    offline.callTyped();
  }
}
