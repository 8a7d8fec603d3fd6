package id.simpul.fuzz;

import static id.simpul.fuzz.Invariant.PLANTED_NIK;
import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** What must hold of every document and every input of an operation. */
public final class Exchanges {
  private static final int STATUS = 400;

  private Exchanges() {}

  /**
   * What is taken is read again as the same value when it is written.
   *
   * @param format the format of the document
   * @param document the document
   * @param <T> its value
   * @throws IOException when the format throws what it does not declare
   */
  public static <T> void document(Format<T> format, byte[] document) throws IOException {
    T value;
    try {
      value = format.read(new ByteArrayInputStream(document), Limits.DEFAULT);
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(value, out);
    T again = format.read(new ByteArrayInputStream(out.toByteArray()), Limits.DEFAULT);
    require(again.equals(value), "changes when written");
  }

  /**
   * The same for an error. One that complains of nothing is not compared: it is written with the
   * title of its status, as problem details must be.
   *
   * @param format the format of the error
   * @param document the error
   * @throws IOException when the format throws what it does not declare
   */
  public static void error(ErrorFormat format, byte[] document) throws IOException {
    ErrorReport report;
    try {
      report = format.read(STATUS, new ByteArrayInputStream(document), Limits.DEFAULT);
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    require(report.status() == STATUS, "lets the document say what the exchange was");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(report, out);
    ByteArrayInputStream written = new ByteArrayInputStream(out.toByteArray());
    ErrorReport again = format.read(STATUS, written, Limits.DEFAULT);
    require(report.problems().isEmpty() || again.equals(report), "changes when written");
  }

  /**
   * What is taken is read again as the same value when it is sent; complaints quote nothing.
   *
   * @param input the input of an operation
   * @param parts a request
   * @param <I> its value
   */
  public static <I> void input(Input<I> input, RequestParts parts) {
    Reading<I> reading = input.read(parts);
    reading
        .problems()
        .forEach(problem ->
            require(!problem.message().contains(PLANTED_NIK), "a complaint quotes its input"));
    if (reading instanceof Reading.Valid<I> valid) {
      require(input.read(input.write(valid.value())).equals(valid), "changes when sent");
    }
  }
}
