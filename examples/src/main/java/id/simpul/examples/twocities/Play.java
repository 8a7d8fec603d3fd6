package id.simpul.examples.twocities;

import id.simpul.core.SimpulException;
import id.simpul.core.value.RegionCode;
import id.simpul.core.value.Secret;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKeys;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sets the stage, has the story told, and clears the stage again, also after Ctrl-C. When the story
 * fails, the work folder stays.
 */
public final class Play {
  private static final int FAILED = 1;
  private static final int KEY_BYTES = 32;
  private static final String EDITION = "2025";

  private final Terminal terminal;
  private final NodeProgram program;
  private final SecureRandom random = new SecureRandom();

  /**
   * Prepares the play.
   *
   * @param terminal where it is told
   * @param program what the nodes run
   */
  public Play(Terminal terminal, NodeProgram program) {
    this.terminal = Objects.requireNonNull(terminal, "terminal");
    this.program = Objects.requireNonNull(program, "program");
  }

  /**
   * Plays it.
   *
   * @return the exit code: 0 when every promise was kept, else 1
   */
  public int run() {
    WorkFolder work = WorkFolder.create();
    introduce(work);
    List<URI> urls = Nodes.freeBaseUrls(4);
    City jambi = city("Jambi", "15.71", urls.get(0), SignatureAlgorithm.ED25519);
    City jakarta = city("Jakarta", "31", urls.get(1), SignatureAlgorithm.ES256);
    Cast cast =
        new Cast(
            Office.at("Jangkar Nasional", "31", urls.get(2), random),
            Office.at("Provinsi Jambi", "15", urls.get(3), random),
            jambi,
            jakarta);
    Nodes nodes = new Nodes(program, work.path(), cast);
    // Whoever sets it, the story's end or Ctrl-C, clears the stage.
    AtomicBoolean over = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interrupt(over, nodes, work), "two-cities-interrupt"));
    try {
      new Story(terminal, nodes, cast).tell();
    } catch (RuntimeException e) {
      if (over.compareAndSet(false, true)) {
        nodes.close();
        explain(e, nodes, work);
      }
      return FAILED;
    }
    if (over.compareAndSet(false, true)) {
      nodes.close();
      work.remove();
      terminal.lines(List.of("", "All nodes are stopped, the work folder is gone."));
    }
    return 0;
  }

  private void introduce(WorkFolder work) {
    terminal.text(
        "Two cities exchange citizen reports. An app in Jakarta files them at the node of Kota"
            + " Jambi; each request is signed and each answer too, and what is acknowledged is on"
            + " disk.");
    terminal.text("Work folder: " + work.path());
  }

  private City city(String name, String region, URI baseUrl, SignatureAlgorithm algorithm) {
    return new City(
        name,
        new RegionCode(RegionCode.Scheme.KEMENDAGRI, EDITION, region),
        baseUrl,
        SigningKeys.generate(algorithm, random),
        apiKey(),
        apiKey());
  }

  private Secret apiKey() {
    byte[] bits = new byte[KEY_BYTES];
    random.nextBytes(bits);
    return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  private void interrupt(AtomicBoolean over, Nodes nodes, WorkFolder work) {
    if (over.compareAndSet(false, true)) {
      nodes.close();
      work.remove();
      terminal.lines(List.of("", "Interrupted. All nodes are stopped, the work folder is gone."));
    }
  }

  private void explain(RuntimeException failure, Nodes nodes, WorkFolder work) {
    String what = failure instanceof SimpulException ? failure.getMessage() : failure.toString();
    terminal.lines(List.of("", "FAILED: " + what, "", "The work folder stays: " + work.path()));
    for (Path log : nodes.logs()) {
      terminal.lines(List.of("", "The end of " + log + ":"));
      terminal.lines(LogTail.of(log).stream().map(line -> "   " + line).toList());
    }
  }
}
