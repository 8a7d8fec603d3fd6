package id.simpul.reporting.support;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.FilePart;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.Violation;
import java.util.List;
import java.util.Map;

/** Requests as a node receives them. */
public final class Forms {
  private Forms() {}

  /** Names and values in turn. */
  public static Params params(String... namesAndValues) {
    Params.Builder params = Params.builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      params.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return params.build();
  }

  /** A form without files. */
  public static RequestParts form(String... namesAndValues) {
    return form(List.of(), namesAndValues);
  }

  /** A form with files. */
  public static RequestParts form(List<FilePart> files, String... namesAndValues) {
    return new RequestParts(
        Map.of(), Params.EMPTY, Headers.EMPTY, new Body.Form(params(namesAndValues), files));
  }

  /** A request without a body. */
  public static RequestParts query(String... namesAndValues) {
    return RequestParts.query(params(namesAndValues));
  }

  /** What is wrong, as {@code where: code}. */
  public static <I> List<String> violations(Input<I> input, RequestParts parts) {
    return input.read(parts).problems().stream().map(Forms::brief).toList();
  }

  /** One violation as {@code where: code}. */
  public static String brief(Violation violation) {
    return violation.where() + ": " + violation.code();
  }

  /** The value; fails when something is wrong. */
  public static <I> I value(Input<I> input, RequestParts parts) {
    Reading<I> reading = input.read(parts);
    if (reading instanceof Reading.Valid<I> valid) {
      return valid.value();
    }
    throw new AssertionError(reading.problems());
  }
}
