package id.simpul.benchmarks.fhir;

import java.io.IOException;

/** Simpul in a process that has done nothing yet. */
public final class OurColdStart {
  private OurColdStart() {}

  /**
   * Reads and writes one record.
   *
   * @param args {@code nothing} to leave even that
   * @throws IOException when it cannot
   */
  public static void main(String[] args) throws IOException {
    if (args.length > 0) {
      ColdReading.printNothing();
    } else {
      ColdReading.print(Ours::new);
    }
  }
}
