package id.simpul.fuzz.reporting;

import static id.simpul.fuzz.Invariant.PLANTED_NIK;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.operation.Input;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;

/** What must hold of every input of an operation. */
final class Inputs {
  private Inputs() {}

  /** What is taken is read again as the same value when it is sent; complaints quote nothing. */
  static <I> void check(Input<I> input, RequestParts parts) {
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
