package id.simpul.fuzz.health;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.FormatException;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.health.internal.hcert.Base45;
import id.simpul.health.internal.hcert.Deflate;
import java.util.Arrays;

/** Base45 as text and as bytes, and the compressed streams inside. */
public final class Base45Target implements FuzzTarget {
  private static final int MAX_BYTES = 16 * 1024;

  /** Makes the target. */
  public Base45Target() {}

  @Override
  public void run(byte[] input) throws FormatException {
    require(Arrays.equals(Base45.decode(Base45.encode(input)), input), "bytes change on their way");
    try {
      String text = Input.text(input);
      byte[] bytes = Base45.decode(text);
      require(Base45.encode(bytes).equals(text), "a text of two forms is taken");
    } catch (FormatException e) {
      keepsSilent(e);
    }
    for (Deflate kind : Deflate.values()) {
      try {
        require(kind.inflate(input, MAX_BYTES).length <= MAX_BYTES, "opens beyond its limit");
      } catch (FormatException e) {
        keepsSilent(e);
      }
    }
  }
}
