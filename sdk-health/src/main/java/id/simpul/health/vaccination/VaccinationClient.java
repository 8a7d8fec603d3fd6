package id.simpul.health.vaccination;

import id.simpul.core.RequestOptions;
import java.net.URI;
import java.util.Optional;

/**
 * Books vaccinations at a Simpul node.
 *
 * <pre>{@code
 * try (VaccinationClient client =
 *     VaccinationClient.builder(URI.create("https://node.example/vaccination/v1"))
 *         .apiKey(key)
 *         .build()) {
 *   if (client.hold(slot.id()) instanceof HoldResult.Held held) {
 *     ConfirmResult result = client.confirm(held.booking().id(), registration);
 *   }
 * }
 * }</pre>
 *
 * <p>What can happen is a result, not an exception: a slot that is full, a hold that came to its
 * end, a person who has a booking already. Thread-safe. Every method but {@link #close} calls the
 * node and waits; it throws {@link id.simpul.core.ApiException} when the node says no for a reason
 * of another kind, {@link id.simpul.core.TransportException} when no complete answer comes, and
 * {@link id.simpul.core.ContractException} when the answer cannot be read. Implement it to fake a
 * node in tests; later versions add methods as {@code default} ones that throw {@link
 * UnsupportedOperationException}.
 */
public interface VaccinationClient extends AutoCloseable {
  /**
   * Starts a client.
   *
   * @param baseUrl the endpoint, with or without a slash at its end
   * @return a builder with the defaults its methods state
   * @throws IllegalArgumentException when the URL is not {@code http(s)://host[:port]/path}
   */
  static VaccinationClientBuilder builder(URI baseUrl) {
    return new VaccinationClientBuilder(baseUrl);
  }

  /**
   * The slots the node publishes, asked for as often as it allows and no more than once a minute.
   *
   * @return the slots, with what could not be read of them
   */
  SlotList slots();

  /**
   * Holds a place for a while, so that whoever fills in a form does not lose it.
   *
   * @param slotId the slot
   * @return what became of it
   */
  HoldResult hold(String slotId);

  /**
   * Registers a person for the place that is held. All attempts of this call share an idempotency
   * key. To be able to call again after a failure whose outcome is unknown, give a key of your own
   * by {@link #withOptions}; the same person under another key is answered the same, too.
   *
   * @param hold the place
   * @param registration the person
   * @return what became of it
   */
  ConfirmResult confirm(BookingId hold, Registration registration);

  /**
   * Gives a place back, held or booked.
   *
   * @param booking the booking
   * @return what became of it
   */
  CancelResult cancel(BookingId booking);

  /**
   * Asks where a booking stands.
   *
   * @param booking the booking
   * @return the booking, or empty when there is none, or another application made it
   */
  Optional<Booking> get(BookingId booking);

  /**
   * Finds the booking of somebody who lost its id. A health worker may ask without the telephone
   * number, to give back a place that somebody else took in a person's name.
   *
   * @param query what they registered with
   * @return their booking in the campaign, or empty when there is none that is active, the
   *     telephone number is another one, or another application made it
   */
  Optional<Booking> find(BookingQuery query);

  /**
   * Says that a person was vaccinated. For health workers.
   *
   * @param booking the booking
   * @param immunization the record of the dose: {@code Immunization/} and its id
   * @return what became of it
   */
  FulfilResult fulfil(BookingId booking, String immunization);

  /**
   * Gives the node places and slots. For health workers.
   *
   * @param agenda what is new or changed
   * @return what the node took of it
   */
  AgendaReceipt publish(Agenda agenda);

  /**
   * The same client, its calls using these options.
   *
   * @param options the options; an idempotency key among them goes with every hold and
   *     confirmation, so that a view with a key is made for one of them
   * @return a view that shares everything with this client, its {@link #close} included
   */
  VaccinationClient withOptions(RequestOptions options);

  /** Ends this client and all its views. */
  @Override
  void close();
}
