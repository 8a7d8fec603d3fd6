package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.FormatException;
import id.simpul.fuzz.Corpus;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.identity.internal.sf.Dictionary;
import id.simpul.identity.internal.sf.SfReader;
import id.simpul.identity.internal.sf.SfWriter;
import java.util.List;

/** Structured fields that are dictionaries, in both readings. */
public final class SfDictionaryTarget implements FuzzTarget {
  /** Makes the target. */
  public SfDictionaryTarget() {}

  @Override
  public List<Corpus> corpora() {
    return List.of(new Corpus("structured-fields", Corpus.Cut.STRINGS));
  }

  @Override
  public void run(byte[] input) throws FormatException {
    String text = Input.text(input);
    Dictionary dictionary;
    try {
      dictionary = SfReader.dictionary(text);
    } catch (FormatException e) {
      keepsSilent(e);
      requireRefused(text);
      return;
    }
    String written = SfWriter.dictionary(dictionary);
    Dictionary again = SfReader.uniqueDictionary(written);
    require(again.equals(dictionary), "changes when written");
    require(SfWriter.dictionary(again).equals(written), "has two canonical forms");
  }

  private static void requireRefused(String text) {
    try {
      SfReader.uniqueDictionary(text);
    } catch (FormatException e) {
      return;
    }
    throw new AssertionError("the strict reading takes what the standard's refuses");
  }
}
