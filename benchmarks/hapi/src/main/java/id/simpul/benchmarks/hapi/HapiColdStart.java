package id.simpul.benchmarks.hapi;

import id.simpul.benchmarks.fhir.ColdReading;
import java.io.IOException;

/** HAPI in a process that has done nothing yet. */
public final class HapiColdStart {
  private HapiColdStart() {}

  /**
   * Reads and writes one record.
   *
   * @param args none
   * @throws IOException when it cannot
   */
  public static void main(String[] args) throws IOException {
    ColdReading.print(Hapi::new);
  }
}
