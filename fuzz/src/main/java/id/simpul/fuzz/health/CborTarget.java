package id.simpul.fuzz.health;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.FormatException;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.health.internal.cbor.CborLimits;
import id.simpul.health.internal.cbor.CborReader;
import id.simpul.health.internal.cbor.CborValue;
import id.simpul.health.internal.cbor.CborWriter;
import id.simpul.health.internal.cose.CoseSign1;
import java.util.Arrays;

/** CBOR: what is read has one form, and that form is read as the same; COSE_Sign1 on top. */
public final class CborTarget implements FuzzTarget {
  private static final CborLimits LIMITS = CborLimits.ofBytes(16 * 1024);

  /** The fewest items of a list whose length takes more than the end of an indefinite one. */
  private static final int LONG_LIST = 256;

  /** Makes the target. */
  public CborTarget() {}

  @Override
  public void run(byte[] input) throws FormatException {
    CborValue value;
    try {
      value = CborReader.read(input, LIMITS);
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    byte[] written = CborWriter.write(value);
    // A list of indefinite length has two bytes around it, one of 256 items three before it.
    int most = input.length + input.length / LONG_LIST;
    require(written.length <= most, "the one form is longer than another");
    CborValue again = CborReader.read(written, LIMITS);
    require(again.equals(value), "changes when written");
    require(Arrays.equals(CborWriter.write(again), written), "has two forms");
    try {
      CoseSign1 message = CoseSign1.read(input, LIMITS);
      message.algorithm();
      message.kid();
    } catch (FormatException e) {
      keepsSilent(e);
    }
  }
}
