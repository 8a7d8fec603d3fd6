package id.simpul.fuzz.core;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.fuzz.Corpus;
import id.simpul.fuzz.FuzzTarget;
import java.io.IOException;
import java.util.List;

/** JSON: what is taken is read again as the same value when it is written. */
public final class JsonTarget implements FuzzTarget {
  /** Makes the target. */
  public JsonTarget() {}

  @Override
  public List<Corpus> corpora() {
    return List.of(new Corpus("json-parsing", Corpus.Cut.FILES));
  }

  @Override
  public void run(byte[] input) throws IOException {
    JsonValue value;
    try {
      value = Json.read(input, Limits.DEFAULT);
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    require(Json.read(Json.toBytes(value), Limits.DEFAULT).equals(value), "changes when written");
  }
}
