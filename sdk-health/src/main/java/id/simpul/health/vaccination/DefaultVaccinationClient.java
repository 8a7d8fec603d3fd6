package id.simpul.health.vaccination;

import id.simpul.core.ApiException;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.operation.Operation;
import id.simpul.health.vaccination.wire.Confirmation;
import id.simpul.health.vaccination.wire.Fulfilment;
import id.simpul.health.vaccination.wire.HoldRequest;
import id.simpul.health.vaccination.wire.VaccinationV1;
import java.net.URI;
import java.util.Optional;

/**
 * The client over {@link OperationClient}.
 *
 * @param baseUrl the endpoint, for messages
 * @param operations sends
 * @param directory reads the slots
 * @param options of every call
 */
record DefaultVaccinationClient(
    URI baseUrl, OperationClient operations, SlotDirectory directory, RequestOptions options)
    implements VaccinationClient {
  private static final int NOT_FOUND = 404;

  @Override
  public SlotList slots() {
    return directory.latest();
  }

  @Override
  public HoldResult hold(String slotId) {
    try {
      return new HoldResult.Held(call(VaccinationV1.HOLD, new HoldRequest(slotId)));
    } catch (ApiException e) {
      return switch (word(e)) {
        case VaccinationV1.FULL -> new HoldResult.Full();
        case VaccinationV1.CLOSED -> new HoldResult.Closed();
        case VaccinationV1.TOO_MANY_HOLDS -> new HoldResult.TooMany();
        default -> orThrow(e, new HoldResult.NoSuchSlot());
      };
    }
  }

  @Override
  public ConfirmResult confirm(BookingId hold, Registration registration) {
    try {
      Booking booking = call(VaccinationV1.CONFIRM, new Confirmation(hold, registration));
      // Said again under its key, a registration is answered with what became of it since.
      return booking.status().equals(BookingStatus.CANCELLED)
          ? new ConfirmResult.NotHeld()
          : new ConfirmResult.Confirmed(booking);
    } catch (ApiException e) {
      return switch (word(e)) {
        case VaccinationV1.ALREADY_BOOKED -> new ConfirmResult.AlreadyBooked();
        case VaccinationV1.EXPIRED -> new ConfirmResult.Expired();
        case VaccinationV1.NOT_HELD -> new ConfirmResult.NotHeld();
        default -> orThrow(e, new ConfirmResult.NoSuchHold());
      };
    }
  }

  @Override
  public CancelResult cancel(BookingId booking) {
    try {
      return new CancelResult.Cancelled(call(VaccinationV1.CANCEL, booking));
    } catch (ApiException e) {
      return word(e).equals(VaccinationV1.FULFILLED)
          ? new CancelResult.Fulfilled()
          : orThrow(e, new CancelResult.NoSuchBooking());
    }
  }

  @Override
  public Optional<Booking> get(BookingId booking) {
    return found(VaccinationV1.GET, booking);
  }

  @Override
  public Optional<Booking> find(BookingQuery query) {
    return found(VaccinationV1.FIND, query);
  }

  private <I> Optional<Booking> found(Operation<I, Booking> operation, I input) {
    try {
      return Optional.of(call(operation, input));
    } catch (ApiException e) {
      return orThrow(e, Optional.empty());
    }
  }

  @Override
  public FulfilResult fulfil(BookingId booking, String immunization) {
    try {
      return new FulfilResult.Fulfilled(
          call(VaccinationV1.FULFIL, new Fulfilment(booking, immunization)));
    } catch (ApiException e) {
      return switch (word(e)) {
        case VaccinationV1.NOT_CONFIRMED -> new FulfilResult.NotConfirmed();
        case VaccinationV1.RECORD_TAKEN -> new FulfilResult.RecordTaken();
        default -> orThrow(e, new FulfilResult.NoSuchBooking());
      };
    }
  }

  @Override
  public AgendaReceipt publish(Agenda agenda) {
    return call(VaccinationV1.PUBLISH, agenda);
  }

  private <I, O> O call(Operation<I, O> operation, I input) {
    return operations.call(operation, input, options).body();
  }

  private static String word(ApiException refused) {
    return refused.problems().isEmpty() ? "" : refused.problems().get(0).code();
  }

  private static <T> T orThrow(ApiException refused, T missing) {
    if (refused.status() == NOT_FOUND) {
      return missing;
    }
    throw refused;
  }

  @Override
  public VaccinationClient withOptions(RequestOptions other) {
    return new DefaultVaccinationClient(baseUrl, operations, directory, other);
  }

  @Override
  public void close() {
    try (operations;
        directory) {
      // both, the second even when the first fails
    }
  }

  @Override
  public String toString() {
    return "VaccinationClient[" + baseUrl + "]";
  }
}
