package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.FormatException;
import id.simpul.fuzz.Corpus;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.identity.internal.sf.Member;
import id.simpul.identity.internal.sf.SfReader;
import id.simpul.identity.internal.sf.SfWriter;
import java.util.List;

/** Structured fields that are lists. */
public final class SfListTarget implements FuzzTarget {
  /** Makes the target. */
  public SfListTarget() {}

  @Override
  public List<Corpus> corpora() {
    return List.of(new Corpus("structured-fields", Corpus.Cut.STRINGS));
  }

  @Override
  public void run(byte[] input) throws FormatException {
    List<Member> list;
    try {
      list = SfReader.list(Input.text(input));
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    String written = SfWriter.list(list);
    List<Member> again = SfReader.list(written);
    require(again.equals(list), "changes when written");
    require(SfWriter.list(again).equals(written), "has two canonical forms");
  }
}
