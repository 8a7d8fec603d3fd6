package id.simpul.benchmarks.bulk;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.fhir.SampleRecords;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Records of invented people, a line each, plain and compressed; gone when it is closed. */
final class BulkFiles implements AutoCloseable {
  private static final long SEED = 4;
  private static final int BUFFER = 1 << 16;

  private final Path plain;
  private final Path gzip;
  private long lines;
  private long bytes;

  private BulkFiles(Path folder) {
    plain = folder.resolve("records.ndjson");
    gzip = folder.resolve("records.ndjson.gz");
  }

  /** Makes them. */
  static BulkFiles make(Path folder, long leastBytes) {
    BulkFiles files = new BulkFiles(folder);
    try {
      Files.createDirectories(folder);
      files.write(leastBytes);
    } catch (IOException e) {
      files.close();
      throw BenchmarkException.setUp("bulk files", "cannot be written", e);
    }
    return files;
  }

  private void write(long leastBytes) throws IOException {
    SampleRecords records = new SampleRecords(SEED);
    try (OutputStream text = new BufferedOutputStream(Files.newOutputStream(plain), BUFFER);
        OutputStream compressed = new FastGzip(Files.newOutputStream(gzip))) {
      while (bytes < leastBytes) {
        byte[] two = records.lines().getBytes(StandardCharsets.UTF_8);
        text.write(two);
        compressed.write(two);
        bytes += two.length;
        lines += 2;
      }
    }
  }

  Path plain() {
    return plain;
  }

  Path gzip() {
    return gzip;
  }

  long lines() {
    return lines;
  }

  long bytes() {
    return bytes;
  }

  long gzipBytes() {
    return gzip.toFile().length();
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(plain);
      Files.deleteIfExists(gzip);
    } catch (IOException e) {
      throw BenchmarkException.setUp("bulk files", "cannot be deleted", e);
    }
  }

  /** At the least level, because making the file is not what is measured. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
