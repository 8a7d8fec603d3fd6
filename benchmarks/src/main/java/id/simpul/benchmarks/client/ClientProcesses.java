package id.simpul.benchmarks.client;

import id.simpul.benchmarks.measure.Child;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One generation of clients: a process a variant, all resting but one. Not thread-safe. */
final class ClientProcesses implements AutoCloseable {
  private final Map<String, Child> children = new LinkedHashMap<>();

  private ClientProcesses() {}

  /**
   * Starts them.
   *
   * @param variants who is to be measured
   * @param server the server's base URL and key
   * @param options options of their virtual machines
   */
  static ClientProcesses start(List<String> variants, List<String> server, List<String> options) {
    ClientProcesses processes = new ClientProcesses();
    for (String variant : variants) {
      List<String> arguments = List.of(server.get(0), server.get(1), variant);
      processes.children.put(
          variant, Child.start(variant, ClientWorker.class.getName(), options, arguments));
    }
    return processes;
  }

  /** One round of one of them. */
  Round round(Kind kind, int concurrency, String variant, int millis) {
    Child child = children.get(variant);
    if (child == null) {
      throw new IllegalArgumentException("No process was started for " + variant);
    }
    child.tell(kind.name() + " " + concurrency + " " + millis);
    return new Round(
        kind, concurrency, variant, Stopwatch.Reading.read(child.next(Stopwatch.Reading.MARK)));
  }

  @Override
  public void close() {
    children.values().forEach(Child::close);
  }
}
