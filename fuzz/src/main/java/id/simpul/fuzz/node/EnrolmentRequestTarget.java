package id.simpul.fuzz.node;

import static id.simpul.fuzz.Invariant.keepsSilent;

import id.simpul.fuzz.FuzzTarget;
import id.simpul.node.ConfigException;
import id.simpul.node.internal.federation.EnrolmentRequest;
import java.io.IOException;
import java.nio.file.Path;

/** What an entity asks of the one it wants above it, before it is believed. */
public final class EnrolmentRequestTarget implements FuzzTarget {
  private final Scratch scratch = new Scratch();

  /** Makes the target. */
  public EnrolmentRequestTarget() {}

  @Override
  public void run(byte[] input) throws IOException {
    Path file = scratch.holding(input);
    try {
      EnrolmentRequest.read(file).fingerprint();
    } catch (ConfigException e) {
      keepsSilent(e);
    }
  }
}
