package id.simpul.examples;

import id.simpul.core.operation.Params;
import id.simpul.health.SatuSehatClient;
import id.simpul.health.WriteResult;
import id.simpul.health.fhir.Immunization;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.vaccination.Booking;
import id.simpul.health.vaccination.ConfirmResult;
import id.simpul.health.vaccination.FulfilResult;
import id.simpul.health.vaccination.GivenDose;
import id.simpul.health.vaccination.HoldResult;
import id.simpul.health.vaccination.Registration;
import id.simpul.health.vaccination.VaccinationClient;
import id.simpul.health.vaccination.VaccinationSlot;
import java.time.Instant;
import java.time.LocalDate;

/** From the list of slots to the dose in the health record. */
record RegisterVaccination(
    VaccinationClient app, VaccinationClient clinic, SatuSehatClient records) {
  /** What the citizen does: finds a slot, holds a place, registers. */
  Booking book(Registration registration) {
    for (VaccinationSlot slot : app.slots().free()) {
      System.out.println("Free: " + slot.id() + ", " + slot.capacity() + " places");
      // Full, when somebody was faster: the next slot, then.
      if (app.hold(slot.id()) instanceof HoldResult.Held held) {
        ConfirmResult result = app.confirm(held.booking().id(), registration);
        if (result instanceof ConfirmResult.Confirmed done) {
          System.out.println("Booked: dose " + done.booking().dose().orElseThrow());
          return done.booking();
        }
        if (!(result instanceof ConfirmResult.Expired)) {
          throw new IllegalStateException("Not booked: " + result);
        }
      }
    }
    throw new IllegalStateException("No place is free");
  }

  /** What the vaccinator does: records the dose, and points the booking at it. */
  void vaccinate(Booking booking, String patient, String visit, Instant at) {
    Immunization dose =
        GivenDose.of(booking, "10000004")
            .patient(Reference.to(patient), Reference.to(visit))
            .by(Reference.to("Practitioner/N10000001"), at)
            .vial("LOT-7", LocalDate.of(2027, 1, 31))
            .toImmunization();
    WriteResult<Immunization> stored = records.create(dose);
    if (!(stored instanceof WriteResult.Confirmed<Immunization> record)) {
      throw new IllegalStateException("Not recorded: " + stored);
    }
    FulfilResult done = clinic.fulfil(booking.id(), "Immunization/" + record.id());
    System.out.println("Vaccinated: " + done.getClass().getSimpleName());
    Params history = Params.EMPTY.with("patient", patient);
    for (Immunization each : records.search(Immunization.TYPE, history)) {
      System.out.println("History: lot " + each.lotNumber().orElseThrow());
    }
  }
}
