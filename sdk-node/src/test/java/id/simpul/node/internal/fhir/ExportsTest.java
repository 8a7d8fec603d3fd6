package id.simpul.node.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {
  private static final int ROUNDS = 300;

  @TempDir Path folder;

  @Test
  void delete_whileAnotherDeletesTheSame_isNoFailure() throws Exception {
    Path job = folder.resolve("job");
    Path inside = job.resolve("a/b/c");
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> deleting =
          other.submit(() -> {
            while (!over.get()) {
              Exports.delete(job);
            }
          });
      for (int i = 0; i < ROUNDS && !deleting.isDone(); i++) {
        boolean unused = inside.toFile().mkdirs(); // what is deleted meanwhile is not there
        assertThatCode(() -> Exports.delete(job)).doesNotThrowAnyException();
      }
      over.set(true);
      assertThatCode(deleting::get).doesNotThrowAnyException();
    } finally {
      over.set(true);
      other.shutdownNow();
    }
    Exports.delete(job);
    assertThat(job).doesNotExist();
  }
}
