package id.simpul.fuzz.node;

import static id.simpul.fuzz.Invariant.keepsSilent;

import id.simpul.fuzz.FuzzTarget;
import id.simpul.node.ConfigException;
import id.simpul.node.internal.config.AnchorsFile;
import java.io.IOException;
import java.nio.file.Path;

/** The file that pins anchors of trust. */
public final class AnchorsFileTarget implements FuzzTarget {
  private final Scratch scratch = new Scratch();

  /** Makes the target. */
  public AnchorsFileTarget() {}

  @Override
  public void run(byte[] input) throws IOException {
    Path file = scratch.holding(input);
    try {
      new AnchorsFile(file).read(true);
    } catch (ConfigException e) {
      keepsSilent(e);
    }
  }
}
