package id.simpul.benchmarks.micro;

import id.simpul.benchmarks.sample.SampleAnswers;
import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.reporting.Report;
import id.simpul.reporting.wire.GeoReportV2;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/** A report of about 1.5 KB between bytes, tree and value; Jackson's own tree beside ours. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JsonBenchmark {
  private final byte[] bytes = SampleAnswers.report();
  private final Report report = SampleAnswers.value();
  private final Format<Report> format = GeoReportV2.GET_REPORT.outputFor("json").orElseThrow();
  private final JsonMapper jackson = JsonMapper.builder().build();
  private final JsonValue tree;

  /** Reads the tree that is written. */
  public JsonBenchmark() {
    try {
      tree = Json.read(bytes, Limits.DEFAULT);
    } catch (FormatException e) {
      throw new IllegalStateException("What was written can be read", e);
    }
  }

  /**
   * Bytes to our tree: duplicates, surrogates and limits checked.
   *
   * @return the tree
   * @throws FormatException never
   */
  @Benchmark
  public Object readTree() throws FormatException {
    return Json.read(bytes, Limits.DEFAULT);
  }

  /**
   * Bytes to Jackson's tree.
   *
   * @return the tree
   */
  @Benchmark
  public Object readTreeJackson() {
    return jackson.readTree(bytes);
  }

  /**
   * Bytes to a report.
   *
   * @return the report
   * @throws IOException never
   */
  @Benchmark
  public Object readReport() throws IOException {
    return format.read(new ByteArrayInputStream(bytes), Limits.DEFAULT);
  }

  /**
   * Our tree to bytes.
   *
   * @return the bytes
   */
  @Benchmark
  public Object writeTree() {
    return Json.toBytes(tree);
  }

  /**
   * A report to bytes.
   *
   * @return the bytes
   * @throws IOException never
   */
  @Benchmark
  public Object writeReport() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    format.write(report, out);
    return out;
  }
}
