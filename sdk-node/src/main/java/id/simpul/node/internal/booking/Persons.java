package id.simpul.node.internal.booking;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.value.Nik;
import id.simpul.core.value.Secret;
import id.simpul.health.vaccination.BookingId;
import id.simpul.health.vaccination.Registration;
import id.simpul.health.vaccination.wire.Confirmation;
import id.simpul.health.vaccination.wire.VaccinationV1;
import id.simpul.identity.EntityId;
import id.simpul.identity.Pseudonym;
import id.simpul.identity.PseudonymKey;
import id.simpul.identity.PseudonymKeys;
import id.simpul.identity.Pseudonymizer;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What is kept of a person: a keyed pseudonym, and the registration in bytes. Thread-safe. */
final class Persons {
  private static final String PURPOSE = "vaccination.bookings";

  private final Pseudonymizer pseudonyms;

  /**
   * Makes pseudonyms with a key.
   *
   * @param node who keeps them; a node of another name has other pseudonyms
   * @param key the node's own secret
   */
  Persons(EntityId node, byte[] key) {
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    this.pseudonyms =
        new Pseudonymizer(PseudonymKeys.of(PseudonymKey.parse(Secret.of(text))), node, PURPOSE);
  }

  String pseudonym(Nik nik) {
    return pseudonyms.of(nik).reveal();
  }

  List<String> candidates(Nik nik) {
    return pseudonyms.candidates(nik).stream().map(Pseudonym::reveal).toList();
  }

  /** A registration as it is sealed: as it came. */
  static byte[] write(BookingId id, Registration registration) {
    Body body = VaccinationV1.CONFIRM.input().write(new Confirmation(id, registration)).body();
    if (body instanceof Body.Document document) {
      return document.bytes();
    }
    throw new IllegalStateException("A registration is a document");
  }

  /** Whether a registration that was kept has a telephone number, however it is written. */
  static boolean hasPhone(BookingId id, byte[] registration, String phone) {
    RequestParts parts =
        new RequestParts(
            Map.of("booking_id", id.value()),
            Params.EMPTY,
            Headers.EMPTY,
            new Body.Document(MediaType.JSON, registration));
    return VaccinationV1.CONFIRM.input().read(parts) instanceof Reading.Valid<Confirmation> kept
        && kept.value().registration().hasPhone(phone);
  }
}
