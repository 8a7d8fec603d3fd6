package id.simpul.fuzz.core;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.CanonicalJson;
import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.fuzz.Corpus;
import id.simpul.fuzz.FuzzTarget;
import java.util.Arrays;
import java.util.List;

/** The form of JSON that is signed: reading it and writing it again changes nothing. */
public final class CanonicalJsonTarget implements FuzzTarget {
  /** Makes the target. */
  public CanonicalJsonTarget() {}

  @Override
  public List<Corpus> corpora() {
    return List.of(
        new Corpus("jcs-rfc8785", Corpus.Cut.FILES), new Corpus("json-parsing", Corpus.Cut.FILES));
  }

  @Override
  public void run(byte[] input) throws FormatException {
    byte[] form;
    try {
      form = CanonicalJson.toBytes(Json.read(input, Limits.DEFAULT));
    } catch (FormatException e) {
      return;
    }
    JsonValue again = Json.read(form, Limits.DEFAULT);
    require(Arrays.equals(CanonicalJson.toBytes(again), form), "has two canonical forms");
  }
}
