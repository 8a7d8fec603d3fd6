package id.simpul.fuzz.core;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.operation.FieldReader;
import id.simpul.core.operation.Params;
import id.simpul.core.value.GeoPoint;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import java.math.BigDecimal;
import java.util.Optional;

/** The typed fields of a form, a line each: nothing is thrown, and every bound is kept. */
public final class FieldsTarget implements FuzzTarget {
  private static final int MAX_ITEMS = 4;

  /** Makes the target. */
  public FieldsTarget() {}

  @Override
  public void run(byte[] input) {
    Params.Builder params = Params.builder();
    Input.utf8(input).lines().forEach(line -> params.add("field", line));
    FieldReader reader = new FieldReader(params.build());
    Optional<BigDecimal> latitude = reader.number("field", -90, 90);
    latitude.ifPresent(l -> {
      GeoPoint point = new GeoPoint(l, BigDecimal.ZERO);
      require(point.latitude().toPlainString().length() < 100, "a number of many digits");
    });
    reader
        .integer("field", 0, 10)
        .ifPresent(n -> require(n >= 0 && n <= 10, "a whole number out of bounds"));
    reader.flag("field");
    reader
        .dateTime("field")
        .ifPresent(time ->
            require(
                time.getYear() >= FieldReader.MIN_YEAR && time.getYear() <= FieldReader.MAX_YEAR,
                "a year out of bounds"));
    reader
        .text("field", MAX_ITEMS)
        .ifPresent(text -> require(text.length() <= MAX_ITEMS, "a text out of bounds"));
    require(reader.commaList("field", MAX_ITEMS).size() <= MAX_ITEMS, "a list out of bounds");
  }
}
