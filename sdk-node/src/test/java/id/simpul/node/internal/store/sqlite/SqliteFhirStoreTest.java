package id.simpul.node.internal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.health.wire.ResourceKey;
import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.FhirAccess;
import id.simpul.node.internal.store.FhirCommand;
import id.simpul.node.internal.store.FhirErasure;
import id.simpul.node.internal.store.FhirOutcome;
import id.simpul.node.internal.store.FhirSearch;
import id.simpul.node.internal.store.FhirWrite;
import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.SettableClock;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoreException.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Health records in the file itself. */
final class SqliteFhirStoreTest {
  private static final String SECRET = "nama-dan-diagnosis-warga";
  private static final ResourceKey KEY = new ResourceKey("Patient", "a");

  @TempDir Path folder;

  private Store open() {
    return open(SqliteOptions.builder(folder.resolve("node.db")));
  }

  private static Store open(SqliteOptions.Builder options) {
    return SqliteStore.open(options.build(), Samples.vault(), new SettableClock(Samples.START));
  }

  private static FhirCommand command(ResourceKey key, long version) {
    Set<Digest> terms = Set.of(Digest.of("name".getBytes(StandardCharsets.UTF_8)));
    Set<Digest> unique = Set.of(Digest.of("nik".getBytes(StandardCharsets.UTF_8)));
    return FhirCommand.of(
        List.of(
            new FhirWrite(
                key,
                version,
                (SECRET + version).getBytes(StandardCharsets.UTF_8),
                Digest.ZERO,
                new FhirWrite.Index(terms, unique))),
        "health:test");
  }

  @Test
  void write_content_isNowhereInTheFilesInTheClear() throws Exception {
    try (Store store = open()) {
      store.healthRecords().write(command(KEY, 1)).join();
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
              .doesNotContain(SECRET);
        }
      }
      assertThat(
              new String(
                  store.healthRecords().find(KEY).orElseThrow().content(), StandardCharsets.UTF_8))
          .startsWith(SECRET);
    }
  }

  /** What finds many resources. */
  private static final Set<Digest> COMMON = Set.of(Digest.ZERO);

  /** What finds none. */
  private static final Set<Digest> RARE =
      Set.of(Digest.of("langka".getBytes(StandardCharsets.UTF_8)));

  private SqliteOptions.Builder withManyFoundByOneTerm() throws Exception {
    SqliteOptions.Builder options = SqliteOptions.builder(folder.resolve("node.db"));
    open(options).close();
    try (RawDatabase raw = new RawDatabase(folder.resolve("node.db"))) {
      raw.run("PRAGMA foreign_keys = OFF");
      raw.run(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)"
              + " INSERT INTO fhir_term SELECT zeroblob(32), i FROM n");
    }
    return options;
  }

  @Test
  void search_thatTakesLongerThanOneMay_isStoppedAndTheNextIsNot() throws Exception {
    SqliteOptions.Builder options = withManyFoundByOneTerm();
    try (Store store = open(options.searchTime(Duration.ZERO))) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> store.healthRecords().search(search(List.of(COMMON))))
            .isInstanceOfSatisfying(
                StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_COSTLY));
      }
      assertThat(store.healthRecords().search(search(List.of(RARE))).total()).hasValue(0);
      assertThat(store.healthRecords().walk(search(List.of(COMMON))).found()).isEmpty();
    }
    try (Store store = open(options.searchTime(SqliteOptions.DEFAULT_SEARCH_TIME))) {
      assertThat(store.healthRecords().search(search(List.of(COMMON))).total()).hasValue(0);
    }
  }

  @Test
  void search_rarestConditionLast_goesThroughWhatItFindsAndNoMore() throws Exception {
    try (Store store = open(withManyFoundByOneTerm().searchTime(Duration.ZERO))) {
      assertThat(store.healthRecords().search(search(List.of(COMMON, RARE))).total()).hasValue(0);
      assertThat(store.healthRecords().search(search(List.of(RARE, COMMON))).total()).hasValue(0);
    }
  }

  private static FhirSearch search(List<Set<Digest>> conditions) {
    return new FhirSearch(
        "Patient",
        conditions,
        List.of(),
        FhirSearch.Span.ALWAYS,
        new FhirSearch.Page(null, FhirSearch.MAX_LIMIT));
  }

  @Test
  void write_oneStreamThatTakesNoMore_writesNothingOfTheCommand() throws Exception {
    try (Store store = open()) {
      store.healthRecords().write(command(KEY, 1)).join();
    }
    // A stream with more events than the resource has versions: what is looked at first is sound.
    try (RawDatabase raw = new RawDatabase(folder.resolve("node.db"))) {
      raw.run("DROP TRIGGER event_no_update");
      raw.run("UPDATE event SET stream_sequence = " + Store.MAX_STREAM_EVENTS);
    }
    ResourceKey other = new ResourceKey("Patient", "b");
    FhirWrite.Index index = new FhirWrite.Index(Set.of(), Set.of());
    byte[] content = SECRET.getBytes(StandardCharsets.UTF_8);
    try (Store store = open()) {
      FhirCommand command =
          FhirCommand.of(
              List.of(
                  new FhirWrite(other, 1, content, Digest.ZERO, index),
                  new FhirWrite(KEY, 2, content, Digest.ZERO, index)),
              "health:test");

      assertThatThrownBy(() -> store.healthRecords().write(command).join())
          .cause()
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.STREAM_FULL));
      assertThat(store.healthRecords().find(other)).isEmpty();
      assertThat(store.head().sequence()).isEqualTo(1);
    }
  }

  @Test
  void erase_afterwards_noFileHoldsAVersionOrATerm() throws Exception {
    Path file = folder.resolve("node.db");
    try (Store store = open()) {
      store.healthRecords().write(command(KEY, 1)).join();
      store.healthRecords().write(command(KEY, 2)).join();
      List<byte[]> left = new ArrayList<>();
      try (RawDatabase raw = new RawDatabase(file)) {
        left.add(raw.bytes("SELECT sealed FROM fhir_version WHERE version = 1"));
        left.add(raw.bytes("SELECT sealed FROM fhir_version WHERE version = 2"));
        left.add(raw.bytes("SELECT term FROM fhir_term"));
        left.add(raw.bytes("SELECT term FROM fhir_unique"));
      }
      for (byte[] each : left) {
        assertThat(filesHolding(each)).isNotEmpty();
      }

      FhirErasure erasure = new FhirErasure(KEY, Set.of(), "custodian:test");
      assertThat(store.healthRecords().erase(erasure).join())
          .isEqualTo(new FhirErasure.Outcome.Erased());

      for (byte[] each : left) {
        assertThat(filesHolding(each)).isEmpty();
      }
    }
    try (RawDatabase raw = new RawDatabase(file)) {
      assertThatThrownBy(() -> raw.run("UPDATE fhir_resource SET version = 1"))
          .hasMessageContaining("stays erased");
      assertThatThrownBy(() ->
              raw.run(
                  "INSERT INTO fhir_version"
                      + " SELECT 1, stream, 1, 1, 0, '', x'00' FROM fhir_resource"))
          .hasMessageContaining("has no versions");
      assertThatThrownBy(() -> raw.run("DELETE FROM fhir_erasure"))
          .hasMessageContaining("erasures stay");
    }
  }

  @Test
  void schema_accesses_neitherChangeNorGoAway() throws Exception {
    FhirAccess access = new FhirAccess("health:test", "read", "Patient", Map.of("a", 1L));
    try (Store store = open()) {
      store.healthRecords().trail().add(access).join();
    }
    try (RawDatabase raw = new RawDatabase(folder.resolve("node.db"))) {
      assertThatThrownBy(() -> raw.run("UPDATE fhir_access SET actor = 'x'"))
          .hasMessageContaining("was seen");
      assertThatThrownBy(() -> raw.run("DELETE FROM fhir_access"))
          .hasMessageContaining("accesses stay");
    }
  }

  private List<Path> filesHolding(byte[] content) throws Exception {
    String wanted = new String(content, StandardCharsets.ISO_8859_1);
    List<Path> holding = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted)) {
          holding.add(file);
        }
      }
    }
    return holding;
  }

  @Test
  void find_contentOfAnotherVersionMovedThere_doesNotOpen() throws Exception {
    try (Store store = open()) {
      store.healthRecords().write(command(KEY, 1)).join();
      store.healthRecords().write(command(KEY, 2)).join();
    }
    try (RawDatabase raw = new RawDatabase(folder.resolve("node.db"))) {
      raw.run("DROP TRIGGER fhir_version_no_update");
      raw.run("UPDATE fhir_version SET sealed = (SELECT sealed FROM fhir_version LIMIT 1)");
    }
    try (Store store = open()) {
      assertThatThrownBy(() -> store.healthRecords().find(KEY)).isInstanceOf(StoreException.class);
    }
  }

  @Test
  void write_twoProcesses_oneResourceWithWhatIsUnique() {
    try (Store one = open();
        Store other = open()) {
      List<CompletableFuture<FhirOutcome>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Store store = i % 2 == 0 ? one : other;
        all.add(store.healthRecords().write(command(new ResourceKey("Patient", "p" + i), 1)));
      }

      assertThat(all.stream().filter(f -> f.join() instanceof FhirOutcome.Written)).hasSize(1);
      assertThat(all.stream().filter(f -> f.join() instanceof FhirOutcome.Duplicate)).hasSize(39);
    }
  }

  @Test
  void schema_secondOwnerOfWhatIsUnique_isRefusedByTheDatabase() throws Exception {
    try (Store store = open()) {
      store.healthRecords().write(command(KEY, 1)).join();
    }
    try (RawDatabase raw = new RawDatabase(folder.resolve("node.db"))) {
      assertThatThrownBy(
              () -> raw.run("INSERT INTO fhir_unique SELECT term, stream + 1 FROM fhir_unique"))
          .hasMessageContaining("UNIQUE");
    }
  }
}
