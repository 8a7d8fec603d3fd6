package id.simpul.benchmarks.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.benchmarks.BenchmarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("smoke")
class BulkSetUpTest {
  private static final int BYTES = 100_000;

  @Test
  void make_files_holdTheSameLinesAndAreDeleted(@TempDir Path folder) throws IOException {
    Path plain;
    try (BulkFiles files = BulkFiles.make(folder, BYTES)) {
      plain = files.plain();
      byte[] text = Files.readAllBytes(plain);
      try (GZIPInputStream gzip = new GZIPInputStream(Files.newInputStream(files.gzip()))) {
        assertThat(gzip.readAllBytes()).isEqualTo(text);
      }
      assertThat(files.bytes()).isEqualTo(text.length).isGreaterThanOrEqualTo(BYTES);
      assertThat(Files.readAllLines(plain)).hasSize((int) files.lines());
    }
    assertThat(plain).doesNotExist();
  }

  @Test
  void main_heapLargerThanTheBound_isRefused(@TempDir Path folder) {
    assertThat(Runtime.getRuntime().maxMemory()).isGreaterThan(BulkPlan.HEAP_BYTES);
    String file = folder.resolve("none").toString();

    assertThatThrownBy(() -> BulkWorker.main(new String[] {file, BulkWorker.STREAM}))
        .isInstanceOf(BenchmarkException.class)
        .hasMessageContaining("has a heap of");
  }

  @Test
  void line_reading_isReadBack() {
    BulkReading reading = new BulkReading(1, 2, 3, 4, 5, 6);

    assertThat(BulkReading.read(reading.line().substring(BulkReading.MARK.length())))
        .isEqualTo(reading);
  }
}
