package id.simpul.node.internal.booking;

import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Violation;
import id.simpul.health.vaccination.Agenda;
import id.simpul.health.vaccination.AgendaReceipt;
import id.simpul.health.vaccination.AgendaSlot;
import id.simpul.health.vaccination.Booking;
import id.simpul.health.vaccination.BookingId;
import id.simpul.health.vaccination.BookingQuery;
import id.simpul.health.vaccination.Registration;
import id.simpul.health.vaccination.wire.Confirmation;
import id.simpul.health.vaccination.wire.Fulfilment;
import id.simpul.health.vaccination.wire.HoldRequest;
import id.simpul.health.vaccination.wire.VaccinationV1;
import id.simpul.node.NodeBooking;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.CallContext;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.security.Access;
import id.simpul.node.internal.security.Caller;
import id.simpul.node.internal.store.Idempotency;
import id.simpul.node.internal.store.OpaqueIds;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.booking.AgendaOutcome;
import id.simpul.node.internal.store.booking.BookingCommand;
import id.simpul.node.internal.store.booking.BookingStore;
import id.simpul.node.internal.store.booking.StoredBooking;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Binds the operations of booking to the store. An application knows of the bookings it made, a
 * health worker of all.
 */
final class BookingRoutes {
  private final Store store;
  private final BookingStore bookings;
  private final Persons persons;
  private final BlockingWork work;
  private final InstantSource clock;
  private final OpaqueIds ids;
  private final Answers answers;
  private final BookingCommand.Allowance allowance;

  private BookingRoutes(NodeConfig config, Store store, Persons persons, BlockingWork work) {
    this.store = store;
    this.bookings = store.bookings();
    this.persons = persons;
    this.work = work;
    this.clock = config.clock();
    this.ids = new OpaqueIds(clock);
    this.answers = new Answers(config.timeZone());
    NodeBooking booking = config.health().booking();
    this.allowance = new BookingCommand.Allowance(booking.holdTime(), booking.holdsPerCaller());
  }

  static List<Route<?, ?>> of(NodeConfig config, Store store, Persons persons, BlockingWork work) {
    BookingRoutes r = new BookingRoutes(config, store, persons, work);
    List<Route<?, ?>> routes = new ArrayList<>();
    routes.add(r.route(VaccinationV1.PUBLISH, Access.HEALTH, r::update));
    routes.add(r.route(VaccinationV1.HOLD, Access.APPLICATION, r::hold));
    routes.add(r.route(VaccinationV1.CONFIRM, Access.APPLICATION, r::confirm));
    routes.add(r.route(VaccinationV1.CANCEL, Access.APPLICATION, r::cancel));
    routes.add(r.route(VaccinationV1.GET, Access.APPLICATION, r::get));
    routes.add(r.route(VaccinationV1.FIND, Access.APPLICATION, r::find));
    routes.add(r.route(VaccinationV1.FULFIL, Access.HEALTH, r::fulfil));
    return routes;
  }

  private <I, O> Route<I, O> route(
      Operation<I, O> operation, Access access, BiFunction<I, CallContext, O> answer) {
    return new Route<>(
        NodePaths.VACCINATION,
        operation,
        access,
        (input, call) -> work.submit(() -> answer.apply(input, call)));
  }

  private AgendaReceipt update(Agenda agenda, CallContext call) {
    AgendaOutcome outcome =
        bookings.update(new StreamId(ids.next()), agenda, call.caller().scope());
    if (outcome instanceof AgendaOutcome.Incomplete incomplete) {
      throw Refusal.of(incomplete.violations());
    }
    if (outcome instanceof AgendaOutcome.InUse used) {
      throw Refusal.worded(
          409,
          used.violations().stream()
              .map(v -> new Violation(VaccinationV1.SLOT_IN_USE, v.where(), v.message()))
              .toList());
    }
    AgendaOutcome.Taken taken = (AgendaOutcome.Taken) outcome;
    return new AgendaReceipt(taken.places(), taken.slots());
  }

  private Booking hold(HoldRequest request, CallContext call) {
    return answers.of(
        bookings.hold(
            new BookingCommand.Hold(
                new StreamId(ids.next()), request.slotId(), allowance, by(call))));
  }

  private Booking confirm(Confirmation confirmation, CallContext call) {
    Registration registration = confirmation.registration();
    requireFits(registration, known(confirmation.hold(), call).slot());
    return answers.of(
        bookings.confirm(
            new BookingCommand.Confirm(
                new StreamId(confirmation.hold().value()),
                persons.pseudonym(registration.nik()),
                registration.dose(),
                Persons.write(confirmation.hold(), registration),
                by(call))));
  }

  private void requireFits(Registration registration, AgendaSlot slot) {
    List<Violation> violations = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(clock.instant(), answers.zone());
    if (registration.birthDate().isAfter(today)) {
      violations.add(new Violation(Violation.RANGE, "/birth_date", "must not be in the future"));
    }
    if (!registration.campaign().equals(slot.campaign())) {
      violations.add(other("/campaign", "must be that of the slot: " + slot.campaign()));
    }
    if (!registration.vaccine().equals(slot.vaccine().cvx())) {
      violations.add(other("/vaccine", "must be that of the slot: " + slot.vaccine().cvx()));
    }
    if (!slot.doses().contains(registration.dose())) {
      violations.add(other("/dose", "must be one the slot is for: " + slot.doses()));
    }
    if (!violations.isEmpty()) {
      throw Refusal.of(violations);
    }
  }

  private static Violation other(String where, String message) {
    return new Violation(Violation.CHOICE, where, message);
  }

  private Booking cancel(BookingId id, CallContext call) {
    return answers.of(bookings.cancel(new StreamId(id.value()), by(call)));
  }

  private Booking get(BookingId id, CallContext call) {
    return answers.of(known(id, call));
  }

  private StoredBooking known(BookingId id, CallContext call) {
    return bookings
        .find(new StreamId(id.value()))
        .filter(booking -> booking.belongsTo(owner(call)))
        .orElseThrow(Answers::unknown);
  }

  private Booking find(BookingQuery query, CallContext call) {
    String phone = query.phone();
    return (phone == null ? lookedUp(query, call) : found(query, phone, call))
        .map(answers::of)
        .orElseThrow(Answers::unknown);
  }

  private Optional<StoredBooking> found(BookingQuery query, String phone, CallContext call) {
    return bookings
        .findActive(query.campaign(), persons.candidates(query.nik()))
        .filter(booking -> booking.belongsTo(owner(call)))
        .filter(booking -> hasPhone(booking, phone));
  }

  // Whoever books in another's name writes a telephone number of their own, so that those who mend
  // it do without. What they ask is in the log.
  private Optional<StoredBooking> lookedUp(BookingQuery query, CallContext call) {
    if (call.caller().kind() != Caller.Kind.HEALTH) {
      throw Refusal.of(400, Violation.REQUIRED, "/phone", "a value is required");
    }
    return bookings.lookUp(
        new StreamId(ids.next()),
        query.campaign(),
        persons.candidates(query.nik()),
        call.caller().scope());
  }

  private boolean hasPhone(StoredBooking booking, String phone) {
    BookingId id = new BookingId(booking.id().value());
    return store
        .identity(booking.id())
        .filter(kept -> Persons.hasPhone(id, kept, phone))
        .isPresent();
  }

  private Booking fulfil(Fulfilment fulfilment, CallContext call) {
    return answers.of(
        bookings.fulfil(
            new StreamId(fulfilment.booking().value()), fulfilment.immunization(), by(call)));
  }

  private BookingCommand.By by(CallContext call) {
    return new BookingCommand.By(call.caller().scope(), owner(call), once(call));
  }

  private @Nullable Idempotency once(CallContext call) {
    return call.once(clock.instant()).orElse(null);
  }

  private static Optional<String> owner(CallContext call) {
    return call.caller().kind() == Caller.Kind.HEALTH
        ? Optional.empty()
        : Optional.of(call.caller().scope());
  }
}
