package id.simpul.health.vaccination.wire;

import id.simpul.health.bulk.LineError;
import id.simpul.health.fhir.Resource;
import java.util.List;

/**
 * The resources of a file, one a line, and the lines that are none.
 *
 * @param resources the resources in order
 * @param problems the lines that could not be read
 * @param bytes how many bytes were read before the last line, 0 for a file that is to be written
 */
public record SlotFile(List<Resource> resources, List<LineError> problems, long bytes) {
  /** Copies the lists. */
  public SlotFile {
    resources = List.copyOf(resources);
    problems = List.copyOf(problems);
  }

  /**
   * A file that is to be written.
   *
   * @param resources the resources in order
   * @param problems the lines that could not be read
   */
  public SlotFile(List<Resource> resources, List<LineError> problems) {
    this(resources, problems, 0);
  }
}
