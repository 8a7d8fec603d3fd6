package id.simpul.benchmarks.micro;

import id.simpul.benchmarks.sample.BareSchema;
import id.simpul.benchmarks.sample.SampleAnswers;
import id.simpul.core.operation.Contracts;
import id.simpul.core.operation.SchemaId;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The check of a report against its schema, ours and networknt's own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SchemaBenchmark {
  private static final SchemaId REPORTS = new SchemaId("georeport/v2/requests");

  private final byte[] bytes = SampleAnswers.report();
  private final Contracts contracts = new Contracts();
  private final BareSchema bare = new BareSchema(REPORTS);

  /** Makes the schemas. */
  public SchemaBenchmark() {}

  /**
   * As our client checks.
   *
   * @return the violations, none
   */
  @Benchmark
  public Object check() {
    return contracts.check(REPORTS, bytes);
  }

  /** As networknt checks by itself. */
  @Benchmark
  public void checkBare() {
    bare.check(bytes);
  }
}
