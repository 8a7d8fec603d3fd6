package id.simpul.health.vaccination.wire;

import id.simpul.health.bulk.LineError;
import id.simpul.health.fhir.Resource;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The resources of a file, one a line, and the lines that are none; or, to be written, its lines.
 * Immutable.
 */
public final class SlotFile {
  private final List<Resource> resources;
  private final List<LineError> problems;
  private final long bytes;
  private final byte @Nullable [] lines;

  private SlotFile(
      List<Resource> resources, List<LineError> problems, long bytes, byte @Nullable [] lines) {
    this.resources = List.copyOf(resources);
    this.problems = List.copyOf(problems);
    this.bytes = bytes;
    this.lines = lines;
  }

  /**
   * A file that was read.
   *
   * @param resources the resources in order
   * @param problems the lines that could not be read
   * @param bytes how many bytes were read before the last line
   */
  public SlotFile(List<Resource> resources, List<LineError> problems, long bytes) {
    this(resources, problems, bytes, null);
  }

  /**
   * A file without lines that could not be read.
   *
   * @param resources the resources in order
   * @return the file, of 0 bytes
   */
  public static SlotFile of(List<Resource> resources) {
    return new SlotFile(resources, List.of(), 0, null);
  }

  /**
   * A file that is at hand as it is written, so that it is not written anew for each reader.
   *
   * @param lines its lines in NDJSON; kept, so that nobody changes them
   * @return the file, whose resources nobody asks for
   */
  public static SlotFile ofLines(byte[] lines) {
    return new SlotFile(List.of(), List.of(), lines.length, Objects.requireNonNull(lines, "lines"));
  }

  /**
   * The resources.
   *
   * @return the resources in order; none of a file that is at hand as it is written
   */
  public List<Resource> resources() {
    return resources;
  }

  /**
   * What could not be read.
   *
   * @return a problem for each such line
   */
  public List<LineError> problems() {
    return problems;
  }

  /**
   * How large it is.
   *
   * @return the bytes that were read before the last line, or that are written; 0 where nobody
   *     counted
   */
  public long bytes() {
    return bytes;
  }

  /** Writes the lines that are at hand; false when there are none. */
  boolean writeLines(OutputStream out) throws IOException {
    if (lines == null) {
      return false;
    }
    out.write(lines);
    return true;
  }

  @Override
  public String toString() {
    return "SlotFile[" + resources.size() + " resources, " + bytes + " bytes]";
  }
}
