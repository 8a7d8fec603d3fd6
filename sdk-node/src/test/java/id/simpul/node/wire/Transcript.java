package id.simpul.node.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One golden transcript, as {@code docs/wire.md} describes them.
 *
 * @param name the path of its file below {@code wire}, without {@code .http}
 * @param givens what has happened before, in order
 * @param request what the client sends
 * @param interim the interim answers (1xx), as status lines
 * @param answer what the node answers
 * @param payloads what the tokens in the answer say, in order; none where nothing is shown of them
 */
record Transcript(
    String name,
    List<String> givens,
    Message request,
    List<String> interim,
    Message answer,
    List<String> payloads) {
  private static final String GIVEN = "# given: ";
  private static final String PAYLOAD = "# payload: ";
  private static final String DIVIDER = "\n### answer\n";
  private static final String INTERIM = "HTTP/1.1 1";

  /** The folder of all transcripts. */
  static Path folder() {
    return Path.of(System.getProperty("simpul.root", ".."), "wire");
  }

  /** All transcripts below a folder, by name. */
  static List<Transcript> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".http"))
          .sorted()
          .map(f -> read(folder, f))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Transcript read(Path folder, Path file) {
    String name = folder.relativize(file).toString().replace('\\', '/').replace(".http", "");
    try {
      return parse(name, Files.readString(file));
    } catch (IOException | RuntimeException e) {
      throw new AssertionError("Not a transcript: " + file, e);
    }
  }

  static Transcript parse(String name, String text) {
    List<String> givens = new ArrayList<>();
    List<String> payloads = new ArrayList<>();
    String rest = text;
    while (rest.startsWith("#") || rest.startsWith("\n")) {
      int end = rest.indexOf('\n');
      String line = rest.substring(0, end);
      if (line.startsWith(GIVEN)) {
        givens.add(line.substring(GIVEN.length()).strip());
      } else if (line.startsWith(PAYLOAD)) {
        payloads.add(line.substring(PAYLOAD.length()).strip());
      }
      rest = rest.substring(end + 1);
    }
    int divider = rest.indexOf(DIVIDER);
    String answer = rest.substring(divider + DIVIDER.length()).replaceFirst("^\n+", "");
    List<String> interim = new ArrayList<>();
    while (answer.startsWith(INTERIM)) {
      interim.add(answer.substring(0, answer.indexOf('\n')));
      answer = answer.substring(answer.indexOf("\n\n") + 2);
    }
    return new Transcript(
        name,
        List.copyOf(givens),
        Message.parse(rest.substring(0, divider)),
        List.copyOf(interim),
        Message.parse(answer),
        List.copyOf(payloads));
  }

  /** The folder of the operation, the format, and the outcome; only the first for quirks. */
  String part(int index) {
    return name.split("/", -1)[index];
  }

  /**
   * The outcome its file name claims: a status, and a variant after a hyphen where there are
   * several.
   */
  int claimedStatus() {
    return Integer.parseInt(part(2).split("-", 2)[0]);
  }

  @Override
  public String toString() {
    return name;
  }
}
