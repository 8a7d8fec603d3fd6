package id.simpul.node.internal.store.sqlite;

import static id.simpul.node.internal.store.Samples.stream;
import static id.simpul.node.internal.store.Samples.submission;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.SettableClock;
import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoreException.Kind;
import id.simpul.node.internal.store.SubmissionOutcome.Appended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is particular to SQLite: settings, the file itself, what is left in it. */
final class SqliteFileTest {
  @TempDir Path folder;

  @Test
  void writer_opened_hasTheSettingsThatDurabilityNeeds() throws Exception {
    Path file = file();
    open().close();
    SqliteOptions options = SqliteOptions.builder(file).build();
    Connections connections = new Connections(DatabaseFile.prepare(file, options.name()), options);

    try (Connection writer = connections.writer();
        Connection reader = connections.reader()) {
      assertThat(pragma(writer, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(writer, "synchronous")).isEqualTo("2");
      assertThat(pragma(writer, "foreign_keys")).isEqualTo("1");
      assertThat(pragma(writer, "secure_delete")).isEqualTo("1");
      assertThat(pragma(writer, "recursive_triggers")).isEqualTo("1");
      assertThat(pragma(writer, "busy_timeout"))
          .isEqualTo(Long.toString(SqliteOptions.DEFAULT_BUSY_TIMEOUT.toMillis()));
      assertThat(pragma(reader, "busy_timeout"))
          .isEqualTo(Long.toString(SqliteOptions.DEFAULT_BUSY_TIMEOUT.toMillis()));
      assertThatThrownBy(() -> Connections.execute(reader, "DELETE FROM probe"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("READONLY");
    }
  }

  @Test
  void open_databaseThatCannotHaveAWriteAheadLog_isRefused() {
    // A database in memory answers "memory" when it is asked for a write-ahead log.
    SqliteOptions options = SqliteOptions.builder(file()).build();
    DatabaseFile file = DatabaseFile.prepare(file(), options.name());
    Connections connections = new Connections(file, options, "jdbc:sqlite::memory:");

    assertThatThrownBy(connections::writer)
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DURABILITY));
  }

  @Test
  void open_newFile_isForItsOwnerAloneAndSoAreItsCompanions() throws Exception {
    assumeTrue(posix(), "SKIPPED: no POSIX permissions here");
    try (SqliteStore store = open()) {
      store.append(submission("a")).join();
      assertThat(store.head().sequence()).isEqualTo(1);
      try (Stream<Path> files = Files.list(folder)) {
        List<Path> all = files.toList();
        assertThat(all).hasSize(3);
        for (Path each : all) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
              .isEqualTo("rw-------");
        }
      }
    }
  }

  @Test
  void open_fileOthersMayRead_isTightened() throws Exception {
    assumeTrue(posix(), "SKIPPED: no POSIX permissions here");
    open().close();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    open().close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void open_folderThatIsNotThere_saysSo() {
    SqliteOptions options = SqliteOptions.builder(folder.resolve("no/such/node.db")).build();

    assertThatThrownBy(() -> SqliteStore.open(options, Samples.vault(), clock()))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.IO);
              assertThat(e).hasMessageContaining("node.db").hasMessageNotContaining("no/such");
            });
  }

  @Test
  void open_fileThatIsNoDatabase_saysSo() throws Exception {
    Files.writeString(file(), "this is no database, only text that is long enough ".repeat(20));

    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CORRUPT));
  }

  @Test
  void append_fileDeletedOrReplacedUnderneath_isNotAcknowledged() throws Exception {
    for (boolean replaced : new boolean[] {false, true}) {
      Path file = folder.resolve("gone-" + replaced + ".db");
      try (SqliteStore store =
          SqliteStore.open(SqliteOptions.builder(file).build(), Samples.vault(), clock())) {
        store.append(submission("a")).join();
        Files.move(file, folder.resolve("moved-" + replaced));
        if (replaced) {
          Files.createFile(file);
        }
        assertThatThrownBy(() -> store.append(submission("b")).join())
            .isInstanceOf(CompletionException.class)
            .cause()
            .isInstanceOfSatisfying(
                StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.IO));
        assertThat(store.health().writable()).isFalse();
      }
    }
  }

  @Test
  void append_databaseHeldByAnother_isBusyAndGoesOnAfterwards() throws Exception {
    SqliteOptions options =
        SqliteOptions.builder(file()).busyTimeout(Duration.ofMillis(50)).build();
    try (SqliteStore store = SqliteStore.open(options, Samples.vault(), clock());
        RawDatabase other = new RawDatabase(file())) {
      other.run("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> store.append(submission("a")).join())
          .cause()
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BUSY));
      other.run("ROLLBACK");

      assertThat(store.append(submission("a")).join()).isInstanceOf(Appended.class);
    }
  }

  @Test
  void log_changedThroughSql_isRefusedByTheDatabase() throws Exception {
    try (SqliteStore store = open();
        RawDatabase raw = new RawDatabase(file())) {
      store.append(submission("a")).join();
      for (String table : List.of("event", "stream", "report", "status_change")) {
        assertThatThrownBy(() -> raw.run("DELETE FROM " + table)).hasMessageContaining("change");
      }
      for (String change :
          List.of(
              "UPDATE event SET actor = 'x'",
              "UPDATE stream SET id = 'x'",
              "UPDATE report SET service_code = 'x'",
              "UPDATE status_change SET status = 'x'")) {
        assertThatThrownBy(() -> raw.run(change)).hasMessageContaining("change");
      }
    }
  }

  @Test
  void eraseIdentity_afterwards_noFileHoldsTheEncryptedBytes() throws Exception {
    try (SqliteStore store = open()) {
      byte[] plain = "a plain identity, long enough to be found again".getBytes(UTF_8);
      store.append(submission("a").withIdentity(plain)).join();
      byte[] sealed;
      try (RawDatabase raw = new RawDatabase(file())) {
        sealed = raw.bytes("SELECT sealed FROM identity");
      }
      assertThat(filesHolding(sealed)).isNotEmpty();
      assertThat(filesHolding(plain)).isEmpty();

      assertThat(store.eraseIdentity(stream("a")).join()).isTrue();

      assertThat(filesHolding(sealed)).isEmpty();
      assertThat(store.events(stream("a"))).hasSize(1);
    }
  }

  private List<Path> filesHolding(byte[] content) throws IOException {
    String wanted = new String(content, StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> read(file).contains(wanted)).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private boolean posix() throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix");
  }

  private Path file() {
    return folder.resolve("node.db");
  }

  private SqliteStore open() {
    return SqliteStore.open(SqliteOptions.builder(file()).build(), Samples.vault(), clock());
  }

  private static SettableClock clock() {
    return new SettableClock(Samples.START);
  }

  private static String pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + name)) {
      row.next();
      return row.getString(1);
    }
  }
}
