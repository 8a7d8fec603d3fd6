package id.simpul.fuzz.core;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.ProblemDetails;
import id.simpul.fuzz.FuzzTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Problem details: what was read is read again when it is written. */
public final class ProblemDetailsTarget implements FuzzTarget {
  private static final int STATUS = 400;

  /** Makes the target. */
  public ProblemDetailsTarget() {}

  @Override
  public void run(byte[] input) throws IOException {
    ErrorReport report;
    try {
      report = read(input);
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    require(report.status() == STATUS, "lets the document say what the exchange was");
    if (!report.problems().isEmpty()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ProblemDetails.FORMAT.write(report, out);
      require(read(out.toByteArray()).equals(report), "changes when written");
    }
  }

  private static ErrorReport read(byte[] document) throws IOException {
    return ProblemDetails.FORMAT.read(STATUS, new ByteArrayInputStream(document), Limits.DEFAULT);
  }
}
