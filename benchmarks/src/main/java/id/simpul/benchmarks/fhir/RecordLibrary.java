package id.simpul.benchmarks.fhir;

import java.io.IOException;

/** What every library of health records has to do here. For one thread. */
public interface RecordLibrary {
  /**
   * Reads a document into the library's own value of the type Immunization, and what a register
   * wants out of that.
   *
   * @param document UTF-8
   * @return what it says
   * @throws IOException when it cannot be read
   */
  Dose read(byte[] document) throws IOException;

  /**
   * Reads a document into the library's own value.
   *
   * @param document UTF-8
   * @return the value
   * @throws IOException when it cannot be read
   */
  Object hold(byte[] document) throws IOException;

  /**
   * Writes a value that {@link #hold} made.
   *
   * @param held the value
   * @return UTF-8
   */
  byte[] write(Object held);

  /**
   * Makes an Immunization of its parts with the library's setters, and writes it.
   *
   * @param dose what it says; codes and displays are those of the samples
   * @return UTF-8
   */
  byte[] build(Dose dose);

  /**
   * Reads lines of Patients and Immunizations, each into a value of its own type.
   *
   * @param ndjson UTF-8, a document a line
   * @return a number made of what every line says, by which readers are told to have read the same
   * @throws IOException when a line cannot be read
   */
  long readLines(byte[] ndjson) throws IOException;
}
