package id.simpul.fuzz.node;

import static id.simpul.fuzz.Invariant.keepsSilent;

import id.simpul.fuzz.FuzzTarget;
import id.simpul.node.ConfigException;
import id.simpul.node.internal.config.ApiKeyFile;
import java.io.IOException;
import java.nio.file.Path;

/** The file that holds the digests of API keys. */
public final class ApiKeyFileTarget implements FuzzTarget {
  private final Scratch scratch = new Scratch();

  /** Makes the target. */
  public ApiKeyFileTarget() {}

  @Override
  public void run(byte[] input) throws IOException {
    Path file = scratch.holding(input);
    try {
      new ApiKeyFile(file).readExisting();
    } catch (ConfigException e) {
      keepsSilent(e);
    }
  }
}
