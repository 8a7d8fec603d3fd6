package id.simpul.fuzz.health;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.RequestParts;
import id.simpul.fuzz.Exchanges;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.fuzz.Invariant;
import id.simpul.health.vaccination.wire.Published;
import id.simpul.health.vaccination.wire.SchedulingLinksV1;
import id.simpul.health.vaccination.wire.SlotFile;
import id.simpul.health.vaccination.wire.VaccinationV1;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/** Bookings and published slots: the id of a booking on the first line, a document after it. */
public final class VaccinationTarget implements FuzzTarget {
  /** Makes the target. */
  public VaccinationTarget() {}

  @Override
  public void run(byte[] input) throws IOException {
    Input cut = Input.cut(input);
    RequestParts parts =
        new RequestParts(
            Map.of("booking_id", cut.line()),
            Params.EMPTY,
            Headers.EMPTY,
            new Body.Document(MediaType.JSON, cut.rest()));
    Exchanges.input(VaccinationV1.PUBLISH.input(), parts);
    Exchanges.input(VaccinationV1.HOLD.input(), parts);
    Exchanges.input(VaccinationV1.CONFIRM.input(), parts);
    Exchanges.input(VaccinationV1.CANCEL.input(), parts);
    Exchanges.input(VaccinationV1.FIND.input(), parts);
    Exchanges.input(VaccinationV1.FULFIL.input(), parts);
    Exchanges.document(VaccinationV1.GET.output().get(0), cut.rest());
    Exchanges.document(SchedulingLinksV1.GET_MANIFEST.output().get(0), cut.rest());
    slots(SchedulingLinksV1.GET_FILE.output().get(0), cut.rest());
  }

  // What is wrong with a line is told of and not written, so nothing is compared.
  private static void slots(Format<Published<SlotFile>> format, byte[] file) throws IOException {
    try {
      SlotFile read = format.read(new ByteArrayInputStream(file), Limits.DEFAULT).content();
      require(
          !read.problems().toString().contains(Invariant.PLANTED_NIK), "an error quotes its line");
    } catch (FormatException e) {
      keepsSilent(e);
    }
  }
}
