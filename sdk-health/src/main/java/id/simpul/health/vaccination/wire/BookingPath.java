package id.simpul.health.vaccination.wire;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import id.simpul.health.vaccination.BookingId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The input that is the id of a booking in the path. */
final class BookingPath implements Input<BookingId> {
  static final String NAME = "booking_id";
  static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.required(
              Parameter.In.PATH, NAME, Parameter.Kind.TEXT, "The id of the booking."));
  static final Violation MISSING =
      new Violation(Violation.NOT_FOUND, NAME, "there is no such booking");

  /** Stands in for an id that is none while the rest is checked; never leaves this package. */
  static final BookingId NOWHERE = new BookingId("missing");

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public List<MediaType> bodies() {
    return List.of();
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.empty();
  }

  @Override
  public RequestParts write(BookingId id) {
    return new RequestParts(Map.of(NAME, id.value()), Params.EMPTY, Headers.EMPTY, Body.NONE);
  }

  @Override
  public Reading<BookingId> read(RequestParts parts) {
    return BookingId.parse(parts.path().getOrDefault(NAME, ""))
        .<Reading<BookingId>>map(Reading.Valid::new)
        .orElseGet(() -> new Reading.Invalid<>(List.of(MISSING)));
  }

  /** The id in a path, or none that there is when a violation was noted. */
  static BookingId of(Map<String, String> path, JsonFields fields) {
    Optional<BookingId> id = BookingId.parse(path.getOrDefault(NAME, ""));
    if (id.isEmpty()) {
      fields.add(List.of(MISSING));
    }
    return id.orElse(NOWHERE);
  }
}
