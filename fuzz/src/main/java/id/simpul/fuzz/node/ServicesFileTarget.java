package id.simpul.fuzz.node;

import static id.simpul.fuzz.Invariant.keepsSilent;

import id.simpul.fuzz.FuzzTarget;
import id.simpul.node.ConfigException;
import id.simpul.node.internal.config.ServicesFile;
import java.io.IOException;
import java.nio.file.Path;

/** The file that lists services and their definitions. */
public final class ServicesFileTarget implements FuzzTarget {
  private final Scratch scratch = new Scratch();

  /** Makes the target. */
  public ServicesFileTarget() {}

  @Override
  public void run(byte[] input) throws IOException {
    Path file = scratch.holding(input);
    try {
      new ServicesFile(file).read();
    } catch (ConfigException e) {
      keepsSilent(e);
    }
  }
}
