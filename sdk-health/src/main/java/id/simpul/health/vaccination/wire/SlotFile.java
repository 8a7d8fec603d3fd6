package id.simpul.health.vaccination.wire;

import id.simpul.health.bulk.LineError;
import id.simpul.health.fhir.Resource;
import java.util.List;

/**
 * The resources of a file, one a line, and the lines that are none.
 *
 * @param resources the resources in order
 * @param problems the lines that could not be read
 */
public record SlotFile(List<Resource> resources, List<LineError> problems) {
  /** Copies the lists. */
  public SlotFile {
    resources = List.copyOf(resources);
    problems = List.copyOf(problems);
  }
}
