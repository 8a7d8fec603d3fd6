package id.simpul.benchmarks.client;

import id.simpul.identity.jose.PublicJwk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * One variant in a process of its own, as it would be in an application: a virtual machine that has
 * seen several compiles each of them worse. Reads what to measure, a line a round, and prints what
 * came of it; ends when its input does.
 */
public final class ClientWorker {
  private ClientWorker() {}

  /**
   * Measures.
   *
   * @param args the server's base URL, its public key as a JWK, and the variant
   * @throws IOException when its input fails
   */
  public static void main(String[] args) throws IOException {
    Variants variants =
        new Variants(args[0], PublicJwk.parse(args[1].getBytes(StandardCharsets.UTF_8)));
    Map<Kind, Caller> callers = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      callers.put(kind, variants.of(args[2], kind));
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    try (Stopwatch stopwatch = new Stopwatch()) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] order = line.split(" ", -1);
        Kind kind = Kind.valueOf(order[0]);
        Stopwatch.Reading reading =
            stopwatch.measure(
                Objects.requireNonNull(callers.get(kind), "caller"),
                Integer.parseInt(order[1]),
                Integer.parseInt(order[2]));
        System.out.println(Stopwatch.Reading.MARK + reading.line());
      }
    }
  }
}
