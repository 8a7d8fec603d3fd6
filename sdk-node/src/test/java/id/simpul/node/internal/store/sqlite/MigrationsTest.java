package id.simpul.node.internal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.SettableClock;
import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoreException.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationsTest {
  private static final Migration FIRST = step(1, "CREATE TABLE a (x INTEGER) STRICT;");
  private static final Migration SECOND =
      step(
          2,
          "CREATE TABLE b (x INTEGER) STRICT; INSERT INTO b VALUES (1); INSERT INTO a VALUES (1);");

  /** Fails at its third statement, after two that succeeded. */
  private static final Migration SECOND_THAT_FAILS =
      step(
          2,
          "CREATE TABLE b (x INTEGER) STRICT; INSERT INTO b VALUES (1); INSERT INTO c VALUES (1);");

  @TempDir Path folder;

  @Test
  void all_shippedSteps_areNumberedWithoutGapAndNeverChange() {
    assertThat(Migrations.ALL).extracting(Migration::version).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(Migrations.ALL)
        .extracting(step -> step.name() + " " + step.checksum())
        .containsExactly(
            "0001_event_store.sql 5ac1e04aa06be6f0a8ddbd8533697f5f362193c22f25c014493c4094cf216a98",
            "0002_credentials.sql ed0d7cf76a780759e9ade9ad7bbc68c4e7d76ef2821bf4ded7257a8a5bd2f976",
            "0003_health_records.sql 1bbd68f8da4db4d5c8c3c18cebf2c2d39b81af1b5df896cbdfb91dd70d9b3463",
            "0004_bookings.sql 23a9894be6520ff54bbf4ebac4bd3c82fe6b6702428ba4f361372d8e399e086e",
            "0005_erasures.sql 379dbe180ada1b9bc40eb3c453018a3ba298d5b88f091e52e0a8f3e70f1ad4c4",
            "0006_accesses.sql 7937937874c8433fc06216d409fc679698dcc62cb56152cfdf6fa1ae9ce24837");
  }

  @Test
  void apply_newDatabase_runsEveryStepOnce() throws Exception {
    apply(FIRST, SECOND);
    apply(FIRST, SECOND);

    try (RawDatabase raw = raw()) {
      assertThat(raw.text("SELECT count(*) FROM b")).isEqualTo("1");
      assertThat(raw.text("SELECT group_concat(version) FROM schema_migration")).isEqualTo("1,2");
    }
  }

  @Test
  void apply_databaseOfAnEarlierProgram_runsWhatIsMissing() throws Exception {
    apply(FIRST);
    apply(FIRST, SECOND);

    try (RawDatabase raw = raw()) {
      assertThat(raw.text("SELECT count(*) FROM a")).isEqualTo("1");
    }
  }

  @Test
  void apply_stepThatFailsMidway_leavesNothingOfItAndIsResumed() throws Exception {
    assertThatThrownBy(() -> apply(FIRST, SECOND_THAT_FAILS)).isInstanceOf(SQLException.class);
    try (RawDatabase raw = raw()) {
      assertThat(raw.text("SELECT count(*) FROM sqlite_schema WHERE name = 'b'")).isEqualTo("0");
      assertThat(raw.text("SELECT max(version) FROM schema_migration")).isEqualTo("1");
    }

    apply(FIRST, SECOND);
    try (RawDatabase raw = raw()) {
      assertThat(raw.text("SELECT count(*) FROM b")).isEqualTo("1");
    }
  }

  @Test
  void apply_killedAtAnyStatement_isResumedByTheNextStart() throws Exception {
    for (int statements = 0; statements <= 3; statements++) {
      Path file = folder.resolve("killed-" + statements + ".db");
      try (ChildJvm child =
          ChildJvm.start(MigrationChild.class, file.toString(), Integer.toString(statements))) {
        assertThat(child.nextLine()).isEqualTo("migrating");
        child.kill();
      }
      apply(file, FIRST, SECOND);
      try (RawDatabase raw = new RawDatabase(file)) {
        assertThat(raw.text("SELECT count(*) FROM b")).isEqualTo("1");
      }
    }
  }

  @Test
  void apply_shippedStepChanged_isRefused() throws Exception {
    apply(FIRST, SECOND);

    assertRefused(step(1, FIRST.sql() + " "), SECOND);
    assertRefused(FIRST, step(2, "CREATE TABLE other (x INTEGER) STRICT;"));
  }

  @Test
  void apply_databaseOfANewerProgram_isRefused() throws Exception {
    apply(FIRST, SECOND);

    assertRefused(FIRST);
  }

  @Test
  void open_databaseOfANewerProgram_isRefusedByTheStore() throws Exception {
    SqliteOptions options = SqliteOptions.builder(folder.resolve("m.db")).build();
    SettableClock clock = new SettableClock(Samples.START);
    SqliteStore.open(options, Samples.vault(), clock).close();
    try (RawDatabase raw = raw()) {
      raw.run("INSERT INTO schema_migration VALUES (9999, 'x', 'x', 0)");
    }

    assertThatThrownBy(() -> SqliteStore.open(options, Samples.vault(), clock))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.SCHEMA));
  }

  @Test
  void checksum_otherLineEnds_isTheSame() {
    assertThat(Stream.of(Migrations.ALL.get(0).sql().split("\n", -1)))
        .noneMatch(line -> line.endsWith("\r"));
  }

  private void assertRefused(Migration... steps) {
    assertThatThrownBy(() -> apply(steps))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.SCHEMA));
  }

  private void apply(Migration... steps) throws SQLException {
    apply(folder.resolve("m.db"), steps);
  }

  static void apply(Path file, Migration... steps) throws SQLException {
    SqliteOptions options = SqliteOptions.builder(file).build();
    Connections connections = new Connections(DatabaseFile.prepare(file, options.name()), options);
    try (Connection connection = connections.writer()) {
      new Migrations(List.of(steps), "test", new SettableClock(Samples.START)).apply(connection);
    }
  }

  private RawDatabase raw() throws SQLException {
    return new RawDatabase(folder.resolve("m.db"));
  }

  private static Migration step(int version, String sql) {
    return new Migration(version, "000" + version + "_test.sql", sql);
  }

  /** Begins to migrate and then waits to be killed, with some statements of a step executed. */
  static final class MigrationChild {
    private MigrationChild() {}

    public static void main(String[] args) throws Exception {
      Path file = Path.of(args[0]);
      apply(file, FIRST);
      try (RawDatabase raw = new RawDatabase(file)) {
        raw.run("BEGIN IMMEDIATE");
        String[] statements = SECOND.sql().split("(?<=;)", 0);
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
          raw.run(statements[i]);
        }
        System.out.println("migrating");
        System.in.read();
      }
    }
  }
}
