package id.simpul.node.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Params;
import id.simpul.health.wire.BulkAnswer;
import id.simpul.node.internal.http.CallContext;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.security.Caller;
import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.sqlite.SqliteOptions;
import id.simpul.node.internal.store.sqlite.SqliteStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {
  private static final int ROUNDS = 300;

  @TempDir Path folder;

  @Test
  void begin_diskAtItsReserve_isRefusedUntilThereIsRoom() {
    AtomicLong free = new AtomicLong(ExportRoom.RESERVE - 1);
    InstantSource clock = () -> Samples.START;
    Params params = Params.builder().add("_type", "Patient").build();
    Headers headers = Headers.EMPTY.with("Prefer", "respond-async");
    CallContext call =
        new CallContext("x", new Caller(Caller.Kind.EXPORTER, "dinkes"), headers, null);
    SqliteOptions options = SqliteOptions.builder(folder.resolve("node.db")).build();
    try (Store store = SqliteStore.open(options, Samples.vault(), clock);
        Exports exports =
            Exports.open(
                folder.resolve("exports"),
                store.healthRecords(),
                URI.create("https://simpul.jambi.example/fhir/r4/$export"),
                clock,
                new ExportRoom(ExportRoom.MAX_BYTES, free::get))) {
      assertThatThrownBy(() -> exports.begin(params, call))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("refused");

      free.set(ExportRoom.RESERVE);
      assertThat(exports.begin(params, call)).isInstanceOf(BulkAnswer.Pending.class);
    }
  }

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
