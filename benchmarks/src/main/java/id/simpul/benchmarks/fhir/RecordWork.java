package id.simpul.benchmarks.fhir;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.identity.Contender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A piece of work with health records, the same for every library, in whichever process. */
public enum RecordWork {
  /** A document of some 1,900 bytes into a typed value, of which twelve fields are read. */
  PARSE,
  /** A typed value that is at hand into bytes. */
  ENCODE,
  /** A typed value made with setters, and that into bytes. */
  BUILD,
  /** Lines of Patients and Immunizations into typed values. */
  BULK;

  /** How many records are gone through in turn, so that nobody reads one from memory. */
  private static final int SAMPLES = 64;

  private static final int PAIRS = 128;
  private static final long SEED = 20_261_122;

  /**
   * Sets a contender up, when the library is found to do its work.
   *
   * @param library the library
   * @return does the work once
   */
  public Contender open(RecordLibrary library) {
    try {
      return switch (this) {
        case PARSE -> parse(library);
        case ENCODE -> encode(library);
        case BUILD -> build(library);
        case BULK -> bulk(library);
      };
    } catch (IOException e) {
      throw BenchmarkException.setUp("record library", "does not read a record", e);
    }
  }

  private static List<SampleRecords.Sample> samples() {
    SampleRecords records = new SampleRecords(SEED);
    return Stream.generate(records::immunization).limit(SAMPLES).toList();
  }

  private static void requireSame(Object found, Object expected) {
    if (!found.equals(expected)) {
      throw BenchmarkException.invalid("record library", "reads another record than was written");
    }
  }

  private static Contender parse(RecordLibrary library) throws IOException {
    List<SampleRecords.Sample> samples = samples();
    for (SampleRecords.Sample sample : samples) {
      requireSame(library.read(sample.document()), sample.dose());
    }
    Turn turn = new Turn();
    return Contender.of(() -> library.read(samples.get(turn.next()).document()));
  }

  private static Contender encode(RecordLibrary library) throws IOException {
    List<SampleRecords.Sample> samples = samples();
    Object[] held = new Object[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      held[i] = library.hold(samples.get(i).document());
      byte[] written = library.write(held[i]);
      requireSame(library.read(written), samples.get(i).dose());
      // Nothing was left out: all members are known to every library.
      requireSame(written.length, samples.get(i).document().length);
    }
    Turn turn = new Turn();
    return Contender.of(() -> library.write(held[turn.next()]));
  }

  private static Contender build(RecordLibrary library) throws IOException {
    List<Dose> doses = samples().stream().map(SampleRecords.Sample::dose).toList();
    for (Dose dose : doses) {
      requireSame(library.read(library.build(dose)), dose);
    }
    int length = library.build(doses.get(0)).length;
    Turn turn = new Turn();
    return new Contender(
        () -> library.build(doses.get(turn.next())), List.of("writes " + length + " bytes"));
  }

  private static Contender bulk(RecordLibrary library) throws IOException {
    SampleRecords records = new SampleRecords(SEED);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < PAIRS; i++) {
      lines.append(records.lines());
    }
    byte[] ndjson = lines.toString().getBytes(StandardCharsets.UTF_8);
    long read = library.readLines(ndjson);
    return new Contender(
        () -> library.readLines(ndjson),
        List.of(2 * PAIRS + " lines of " + ndjson.length + " bytes, which say " + read));
  }

  /** Which sample is next. */
  private static final class Turn {
    private int last;

    int next() {
      last = (last + 1) % SAMPLES;
      return last;
    }
  }
}
