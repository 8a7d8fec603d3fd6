package id.simpul.benchmarks.durable;

import id.simpul.benchmarks.durable.Submissions.Content;
import id.simpul.benchmarks.measure.Latencies;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a submission written by plain JDBC: one connection, statements prepared once, one
 * commit a submission, write-ahead log and {@code synchronous=FULL}. It digests and encrypts
 * nothing. Shows that batches of one in our store are no straw man.
 */
final class JdbcProbe implements Probe {
  private static final int DIGEST_BYTES = 32;
  private static final int SEALED_EXTRA_BYTES = 28;

  private final Connection connection;
  private final PreparedStatement stream;
  private final PreparedStatement event;
  private final PreparedStatement report;
  private final PreparedStatement status;
  private final PreparedStatement identity;
  private final PreparedStatement head;
  private final Submissions submissions = new Submissions();
  private final byte[] digest = new byte[DIGEST_BYTES];
  private long sequence;

  JdbcProbe(Path file) throws SQLException {
    // The store makes the tables, so that both write the same ones.
    new StoreProbe(file, 1).close();
    this.connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement settings = connection.createStatement()) {
      settings.execute("PRAGMA journal_mode = WAL");
      settings.execute("PRAGMA synchronous = FULL");
    }
    connection.setAutoCommit(false);
    this.stream = connection.prepareStatement("INSERT INTO stream VALUES (?, ?)");
    this.event =
        connection.prepareStatement(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    this.report =
        connection.prepareStatement("INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    this.status = connection.prepareStatement("INSERT INTO status_change VALUES (?, ?, ?, ?)");
    this.identity = connection.prepareStatement("INSERT INTO identity VALUES (?, ?, ?)");
    this.head =
        connection.prepareStatement("UPDATE store_state SET head_sequence = ?, head_digest = ?");
  }

  @Override
  public Latencies run(long millis) throws SQLException {
    Latencies latencies = new Latencies();
    long end = System.nanoTime() + millis * 1_000_000;
    long begun = System.nanoTime();
    do {
      sequence++;
      insert(submissions.content(sequence));
      connection.commit();
      long now = System.nanoTime();
      latencies.add(now - begun);
      begun = now;
    } while (begun - end < 0);
    return latencies;
  }

  private void insert(Content content) throws SQLException {
    long micros = System.currentTimeMillis() * 1000;
    write(stream, sequence, "report-" + submissions.id());
    write(
        event,
        sequence,
        sequence,
        1L,
        "report.submitted",
        1,
        micros,
        micros,
        "reporter:load",
        digest,
        digest,
        digest,
        content.payload());
    write(
        report,
        sequence,
        "1571-" + submissions.id(),
        "jalan-rusak",
        micros,
        content.place().latitude().toPlainString(),
        content.place().longitude().toPlainString(),
        content.place().latitude().doubleValue(),
        content.place().longitude().doubleValue(),
        null);
    write(status, sequence, 1L, "submitted", micros);
    write(identity, sequence, "probe", new byte[content.identity().length + SEALED_EXTRA_BYTES]);
    write(head, sequence, digest);
  }

  private static void write(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
