package id.simpul.fuzz.health;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.FormatException;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Invariant;
import id.simpul.health.bulk.LineError;
import id.simpul.health.bulk.NdjsonOptions;
import id.simpul.health.bulk.NdjsonReader;
import id.simpul.health.fhir.Resource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bulk files: lines are told apart, and a broken one spoils no other. */
public final class NdjsonTarget implements FuzzTarget {
  private static final int MAX_LINE = 64 * 1024;
  private static final int MAX_LINES = 10_000;
  private static final int MAX_BYTES = 4 * 1024 * 1024;

  private final boolean gzip;

  private NdjsonTarget(boolean gzip) {
    this.gzip = gzip;
  }

  /**
   * A file as it is.
   *
   * @return the target
   */
  public static NdjsonTarget plain() {
    return new NdjsonTarget(false);
  }

  /**
   * A compressed file.
   *
   * @return the target
   */
  public static NdjsonTarget gzip() {
    return new NdjsonTarget(true);
  }

  @Override
  public void run(byte[] input) throws IOException {
    List<LineError> skipped = new ArrayList<>();
    NdjsonOptions options =
        NdjsonOptions.of("fuzz")
            .withMaxLineBytes(MAX_LINE)
            .withMaxSize(MAX_LINES, MAX_BYTES)
            .skipping(skipped::add);
    long last = 0;
    try (NdjsonReader reader =
        NdjsonReader.open(new ByteArrayInputStream(input), gzip ? options.gzipped() : options)) {
      for (Optional<Resource> r = reader.next(); r.isPresent(); r = reader.next()) {
        require(reader.line() > last, "lines are not in order");
        last = reader.line();
        FhirTarget.check(r.get());
      }
    } catch (FormatException e) {
      keepsSilent(e);
    }
    require(!skipped.toString().contains(Invariant.PLANTED_NIK), "an error quotes its line");
  }
}
