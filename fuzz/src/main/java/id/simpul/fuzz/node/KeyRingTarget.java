package id.simpul.fuzz.node;

import static id.simpul.fuzz.Invariant.keepsSilent;

import id.simpul.fuzz.FuzzTarget;
import id.simpul.identity.TrustException;
import id.simpul.node.ConfigException;
import id.simpul.node.internal.config.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The index of a node's signing keys, beside a first key that is there. */
public final class KeyRingTarget implements FuzzTarget {
  private final SecureRandom random = new SecureRandom();
  private final Path firstFile = Scratch.folder().resolve("key.pem");

  /** Makes the target. */
  public KeyRingTarget() {}

  @Override
  public void run(byte[] input) throws IOException {
    Path index = KeyRing.indexOf(firstFile);
    Files.deleteIfExists(index);
    KeyRing.open(firstFile, random);
    Files.write(index, input);
    try {
      KeyRing.open(firstFile, random);
    } catch (ConfigException | TrustException e) {
      keepsSilent(e);
    }
  }
}
