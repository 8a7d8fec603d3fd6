package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.FormatException;
import id.simpul.fuzz.Corpus;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.identity.internal.sf.Item;
import id.simpul.identity.internal.sf.SfReader;
import id.simpul.identity.internal.sf.SfWriter;
import java.util.List;

/** Structured fields that are items. */
public final class SfItemTarget implements FuzzTarget {
  /** Makes the target. */
  public SfItemTarget() {}

  @Override
  public List<Corpus> corpora() {
    return List.of(new Corpus("structured-fields", Corpus.Cut.STRINGS));
  }

  @Override
  public void run(byte[] input) throws FormatException {
    Item item;
    try {
      item = SfReader.item(Input.text(input));
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    String written = SfWriter.member(item);
    Item again = SfReader.item(written);
    require(again.equals(item), "changes when written");
    require(SfWriter.member(again).equals(written), "has two canonical forms");
  }
}
