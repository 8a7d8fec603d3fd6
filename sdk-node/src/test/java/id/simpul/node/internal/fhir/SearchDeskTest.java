package id.simpul.node.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Params;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.wire.ResourceHistory;
import id.simpul.health.wire.ResourceKey;
import id.simpul.health.wire.ResourceSearch;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.CallContext;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.security.Caller;
import id.simpul.node.internal.security.KeyedDigest;
import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.FhirCommand;
import id.simpul.node.internal.store.FhirWrite;
import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.SettableClock;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.sqlite.SqliteOptions;
import id.simpul.node.internal.store.sqlite.SqliteStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchDeskTest {
  private static final Place PLACE = new Place(URI.create("https://jambi.example/fhir/r4"));
  private static final SearchTerms TERMS =
      new SearchTerms(new KeyedDigest(new byte[32], "test"), PLACE);
  private static final CallContext CALL =
      new CallContext("r", new Caller(Caller.Kind.HEALTH, "rsud"), Headers.EMPTY, null);

  /** How many resources are too many to be looked through in no time at all. */
  private static final int COMMANDS = 8;

  private static final byte[] PATIENT =
      "{\"resourceType\":\"Patient\"}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private static void fill(Store store) {
    Digest term =
        TERMS.term("Patient", RecordKinds.parameter("Patient", "name").orElseThrow(), "budi");
    FhirWrite.Index index = new FhirWrite.Index(Set.of(term), Set.of());
    for (int command = 0; command < COMMANDS; command++) {
      List<FhirWrite> writes = new ArrayList<>();
      for (int i = 0; i < FhirCommand.MAX_WRITES; i++) {
        ResourceKey key = new ResourceKey("Patient", command + "-" + i);
        writes.add(new FhirWrite(key, 1, PATIENT, Digest.ZERO, index));
      }
      store.healthRecords().write(FhirCommand.of(writes, "health:test")).join();
    }
  }

  /** Threads that take nothing. */
  private static BlockingWork full() {
    BlockingWork work = new BlockingWork("test-full", 1, 1);
    work.close();
    return work;
  }

  private static void busy(CompletableFuture<?> answer) {
    assertThatThrownBy(answer::join)
        .cause()
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("node.refused.503"));
  }

  private SearchDesk desk(Store store, FhirThreads threads) {
    return new SearchDesk(
        store.healthRecords(), TERMS, new SealedPages(new byte[32], PLACE), threads);
  }

  @Test
  void searches_tooManyAtOnce_holdUpNothingElse() {
    SqliteOptions options = SqliteOptions.builder(folder.resolve("node.db")).build();
    ResourceSearch search = new ResourceSearch("Patient", Params.EMPTY.with("name", "budi"));
    ResourceHistory history = new ResourceHistory(new ResourceKey("Patient", "0-0"), Params.EMPTY);
    try (Store store =
            SqliteStore.open(options, Samples.vault(), new SettableClock(Samples.START));
        BlockingWork free = new BlockingWork("test", 1, 1)) {
      fill(store);
      BlockingWork full = full();

      SearchDesk withoutRoom = desk(store, new FhirThreads(free, full));
      busy(withoutRoom.search(search, CALL));
      busy(withoutRoom.searchByForm(search, CALL));
      assertThat(withoutRoom.history(history, CALL).join().total()).hasValue(1);

      assertThat(desk(store, new FhirThreads(full, free)).search(search, CALL).join().total())
          .hasValue(COMMANDS * FhirCommand.MAX_WRITES);
    }
  }

  @Test
  void search_tooMuchToLookThrough_isRefusedAndNotToBeTriedAgain() {
    SqliteOptions options =
        SqliteOptions.builder(folder.resolve("node.db")).searchTime(Duration.ZERO).build();
    try (Store store =
            SqliteStore.open(options, Samples.vault(), new SettableClock(Samples.START));
        BlockingWork work = new BlockingWork("test", 1, 1)) {
      fill(store);
      SearchDesk desk = desk(store, new FhirThreads(work, work));

      Params byName = Params.EMPTY.with("name", "budi");
      Params before = byName.with("_lastUpdated", "lt2000-01-01");
      assertThatThrownBy(() -> desk.search(new ResourceSearch("Patient", before), CALL).join())
          .cause()
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("node.refused.400"));
      Params byId = Params.EMPTY.with("_id", "nobody");
      assertThat(desk.search(new ResourceSearch("Patient", byId), CALL).join().total()).hasValue(0);

      // What only takes too long to count is shown, without saying how much there is.
      Bundle uncounted = desk.search(new ResourceSearch("Patient", byName), CALL).join();
      assertThat(uncounted.entry()).hasSize(20);
      assertThat(uncounted.total()).isEmpty();
      assertThat(uncounted.link())
          .extracting(link -> link.relation().orElseThrow())
          .contains("next");
    }
  }
}
