package id.simpul.node.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.operation.Headers;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.wire.ResourceKey;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.CallContext;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.security.Caller;
import id.simpul.node.internal.security.KeyedDigest;
import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.FhirCommand;
import id.simpul.node.internal.store.FhirOutcome;
import id.simpul.node.internal.store.FhirStore;
import id.simpul.node.internal.store.FhirWrite;
import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.SettableClock;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.StoredVersion;
import id.simpul.node.internal.store.sqlite.SqliteOptions;
import id.simpul.node.internal.store.sqlite.SqliteStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transactions that others come before. */
class TransactionDeskTest {
  private static final Place PLACE = new Place(URI.create("https://jambi.example/fhir/r4"));
  private static final CallContext CALL =
      new CallContext("r", new Caller(Caller.Kind.HEALTH, "rsud"), Headers.EMPTY, null);
  private static final ResourceKey KEY = new ResourceKey("Organization", "a");

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Samples.START);
  private final BlockingWork work = new BlockingWork("test", 1, 4);
  private Store store;

  @BeforeEach
  void open() {
    SqliteOptions options = SqliteOptions.builder(folder.resolve("node.db")).build();
    store = SqliteStore.open(options, Samples.vault(), clock);
    write(1);
  }

  @AfterEach
  void close() {
    work.close();
    store.close();
  }

  private void write(long version) {
    byte[] content = "{}".getBytes(StandardCharsets.UTF_8);
    FhirWrite.Index index = new FhirWrite.Index(Set.of(), Set.of());
    FhirWrite write = new FhirWrite(KEY, version, content, Digest.ZERO, index);
    assertThat(store.healthRecords().write(FhirCommand.of(List.of(write), "other")).join())
        .isInstanceOf(FhirOutcome.Written.class);
  }

  /** Others change the resource right before it is written, so many times. */
  private CompletableFuture<Bundle> replace(int overtaken, String condition) throws Exception {
    AtomicInteger left = new AtomicInteger(overtaken);
    FhirStore records = store.healthRecords();
    return replace(
        new StubbedWrites(
            records,
            command -> {
              if (left.getAndDecrement() > 0) {
                write(records.version(KEY).orElseThrow() + 1);
              }
              return records.write(command);
            }),
        condition);
  }

  private CompletableFuture<Bundle> replace(FhirStore others, String condition) throws Exception {
    SearchTerms terms = new SearchTerms(new KeyedDigest(new byte[32], "test"), PLACE);
    Records records = new Records(terms, new KeyedDigest(new byte[32], "content"));
    byte[] bytes =
        """
        {"resourceType": "Bundle", "type": "transaction", "entry": [
          {"resource": {"resourceType": "Organization", "id": "a", "name": "Klinik"},
           "request": {"method": "PUT", "url": "Organization/a"%s}}]}
        """
            .formatted(condition)
            .getBytes(StandardCharsets.UTF_8);
    return new TransactionDesk(others, records, PLACE, work, clock)
        .transact(FhirJson.read(bytes, Bundle.TYPE), CALL);
  }

  @Test
  void transact_overtakenByOthers_isTriedAnewAsOftenAsASingleChange() throws Exception {
    replace(RecordDesk.ATTEMPTS - 1, "").join();
    assertThat(store.healthRecords().version(KEY)).hasValue(RecordDesk.ATTEMPTS + 1);

    CompletableFuture<Bundle> tooOften = replace(RecordDesk.ATTEMPTS, "");
    assertThatThrownBy(tooOften::join)
        .cause()
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("node.refused.412"));
  }

  @Test
  void transact_overtakenAndToAVersion_isRefused() throws Exception {
    CompletableFuture<Bundle> named = replace(1, ", \"ifMatch\": \"W/\\\"1\\\"\"");

    assertThatThrownBy(named::join)
        .cause()
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("node.refused.412"));
    assertThat(store.healthRecords().version(KEY)).hasValue(2);
  }

  @Test
  void answers_areNotMadeOnTheThreadThatWrites() throws Exception {
    CompletableFuture<FhirOutcome> written = new CompletableFuture<>();
    CompletableFuture<FhirCommand> asked = new CompletableFuture<>();
    FhirStore held =
        new StubbedWrites(
            store.healthRecords(),
            command -> {
              asked.complete(command);
              return written;
            });
    CountDownLatch busy = new CountDownLatch(1);
    CompletableFuture<Bundle> answer = replace(held, "");
    FhirWrite write = asked.get().writes().get(0);
    work.submit(() -> true).join(); // the thread is done with asking
    work.submit(() -> awaited(busy));

    // Whoever completes this is the writer; the only other thread is busy.
    written.complete(
        new FhirOutcome.Written(
            List.of(new StoredVersion(write.key(), write.version(), Samples.START))));
    assertThat(answer).isNotDone();

    busy.countDown();
    assertThat(answer.join().entry()).hasSize(1);
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
