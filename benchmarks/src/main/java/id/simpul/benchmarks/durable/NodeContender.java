package id.simpul.benchmarks.durable;

import id.simpul.benchmarks.BenchmarkException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A node under load over HTTP. */
final class NodeContender implements Contender {
  private final NodeProcess node;
  private final int connections;
  private final PostRequests requests;
  private long acknowledged;

  NodeContender(NodeProcess node, int connections, boolean keyed) {
    this.node = node;
    this.connections = connections;
    this.requests = PostRequests.of(node.port(), NodeProcess.PATH, node.apiKey(), keyed);
  }

  @Override
  public Stored round(Duration length) {
    // Opened for each round, because the node hangs up on those that rest for long.
    try (LoadGenerator load = LoadGenerator.connect(node.port(), connections, requests)) {
      Stored stored = load.run(length).stored();
      acknowledged += stored.count();
      return stored;
    }
  }

  @Override
  public Duration cpu() {
    return node.cpu();
  }

  @Override
  public void close() {
    node.close();
    long kept = reports();
    if (kept != acknowledged) {
      throw BenchmarkException.invalid(
          "node", "acknowledged " + acknowledged + " reports and has " + kept);
    }
  }

  private long reports() {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + node.database());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM report")) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException e) {
      throw BenchmarkException.setUp("node's database", "cannot be read", e);
    }
  }
}
