package id.simpul.benchmarks.durable;

import id.simpul.benchmarks.measure.Latencies;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A probe in a process of its own. Reads the milliseconds of a round, a line each, and prints what
 * the round came to; ends when its input does.
 */
public final class ProbeWorker {
  private ProbeWorker() {}

  /**
   * Measures.
   *
   * @param args {@code store} or {@code jdbc}, the database file, and the batch of the store
   * @throws IOException when its input fails
   * @throws SQLException when something could not be stored
   */
  public static void main(String[] args) throws IOException, SQLException {
    Path file = Path.of(args[1]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    try (Probe probe =
        args[0].equals("jdbc")
            ? new JdbcProbe(file)
            : new StoreProbe(file, Integer.parseInt(args[2]))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        long begun = System.nanoTime();
        Latencies latencies = probe.run(Long.parseLong(line));
        System.out.println(Stored.of(latencies, System.nanoTime() - begun).line());
      }
    }
  }
}
