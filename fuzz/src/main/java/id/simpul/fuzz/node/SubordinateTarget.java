package id.simpul.fuzz.node;

import static id.simpul.fuzz.Invariant.keepsSilent;

import id.simpul.fuzz.FuzzTarget;
import id.simpul.node.ConfigException;
import id.simpul.node.internal.federation.FederationFiles;
import id.simpul.node.internal.federation.SubordinateBook;
import java.io.IOException;
import java.nio.file.Files;

/** What a node has written down of an entity below it. */
public final class SubordinateTarget implements FuzzTarget {
  private final FederationFiles files = new FederationFiles(Scratch.folder());
  private final SubordinateBook book = new SubordinateBook(files);

  /** Makes the target. */
  public SubordinateTarget() {}

  @Override
  public void run(byte[] input) throws IOException {
    Files.createDirectories(files.subordinates());
    Files.write(files.subordinates().resolve("record.json"), input);
    try {
      book.all();
    } catch (ConfigException e) {
      keepsSilent(e);
    }
  }
}
