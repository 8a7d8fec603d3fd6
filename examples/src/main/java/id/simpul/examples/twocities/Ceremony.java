package id.simpul.examples.twocities;

import id.simpul.identity.EntityId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Takes one node in below another, with the commands an operator types. */
final class Ceremony {
  private static final int PATIENCE_SECONDS = 60;
  private static final String FINGERPRINT = "fingerprint";

  private final NodeProgram program;

  Ceremony(NodeProgram program) {
    this.program = program;
  }

  /**
   * Enrols and approves.
   *
   * @param subordinate the folder of the node that asks
   * @param superior who is asked
   * @param folder the folder of the superior's node
   * @param conditions flags of the approval
   * @return the fingerprint in the letter
   * @throws StoryException when a command fails
   */
  String takeIn(
      NodeFolder subordinate, EntityId superior, NodeFolder folder, List<String> conditions) {
    Path request = subordinate.path().resolve("request.json");
    String asked =
        run(subordinate, "enrol", "--superior", superior.value(), "--out", request.toString());
    String letter =
        asked
            .lines()
            .filter(line -> line.startsWith(FINGERPRINT))
            .map(line -> line.substring(FINGERPRINT.length()).strip())
            .findFirst()
            .orElseThrow(() -> new StoryException("enrol", "printed no fingerprint", "letter"));
    List<String> approval =
        new ArrayList<>(
            List.of("authority", "approve", request.toString(), "--fingerprint", letter));
    approval.addAll(conditions);
    run(folder, approval.toArray(String[]::new));
    return letter;
  }

  private String run(NodeFolder folder, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", folder.config().toString()));
    ProcessBuilder builder = new ProcessBuilder(program.command(all));
    builder.environment().keySet().removeIf(name -> name.startsWith("SIMPUL_"));
    builder.redirectError(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
    try {
      Process process = builder.start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      StoryException.require(
          ended && process.exitValue() == 0,
          "simpul-node " + arguments[0],
          "did not do what was asked",
          folder.log().toString());
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException("A command of the node cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryException("Ceremony", "was interrupted", arguments[0], e);
    }
  }
}
