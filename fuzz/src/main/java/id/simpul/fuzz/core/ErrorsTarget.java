package id.simpul.fuzz.core;

import static id.simpul.fuzz.Invariant.keepsSilent;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.OAuthErrors;
import id.simpul.core.operation.ProblemDetails;
import id.simpul.fuzz.Exchanges;
import id.simpul.fuzz.FuzzTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Errors, as problem details and as OAuth writes them. */
public final class ErrorsTarget implements FuzzTarget {
  private static final int STATUS = 400;

  /** Makes the target. */
  public ErrorsTarget() {}

  @Override
  public void run(byte[] input) throws IOException {
    Exchanges.error(ProblemDetails.FORMAT, input);
    // OAuth allows fewer characters than JSON, so writing an error once changes it, but never
    // twice.
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try {
      OAuthErrors.FORMAT.write(
          OAuthErrors.FORMAT.read(STATUS, new ByteArrayInputStream(input), Limits.DEFAULT), plain);
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    Exchanges.error(OAuthErrors.FORMAT, plain.toByteArray());
  }
}
