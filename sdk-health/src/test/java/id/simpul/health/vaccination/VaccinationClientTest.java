package id.simpul.health.vaccination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ApiException;
import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.value.Secret;
import id.simpul.health.vaccination.wire.VaccinationV1;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class VaccinationClientTest {
  private static final BookingId ID = new BookingId("b-1");

  private final MockWebServer server = new MockWebServer();
  private VaccinationClient client;

  @BeforeEach
  void start() throws Exception {
    server.start();
    client =
        VaccinationClient.builder(server.url("/vaccination/v1").uri())
            .apiKey(Secret.of("kunci"))
            .configure(c -> c.retry(RetryPolicy.NONE))
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private void answer(int status, String code) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "application/problem+json")
            .body(
                "{\"status\":"
                    + status
                    + ",\"problems\":[{\"code\":\""
                    + code
                    + "\",\"description\":\"x\"}]}")
            .build());
  }

  private void check(
      Function<VaccinationClient, Object> call, Map<String, Class<?>> words, Class<?> missing) {
    words.forEach((word, result) -> {
      answer(409, word);
      assertThat(call.apply(client)).as(word).isInstanceOf(result);
    });
    answer(404, "404");
    assertThat(call.apply(client)).isInstanceOf(missing);
    for (String other : List.of("409", "some-later-word")) {
      answer(409, other);
      ApiException refused = catchThrowableOfType(ApiException.class, () -> call.apply(client));
      assertThat(refused.status()).isEqualTo(409);
    }
  }

  @Test
  void hold_everyRefusal_isItsResult() {
    check(
        c -> c.hold("s-1"),
        Map.of(
            VaccinationV1.FULL, HoldResult.Full.class,
            VaccinationV1.TOO_MANY_HOLDS, HoldResult.TooMany.class,
            VaccinationV1.CLOSED, HoldResult.Closed.class),
        HoldResult.NoSuchSlot.class);
  }

  @Test
  void confirm_everyRefusal_isItsResult() {
    check(
        c -> c.confirm(ID, Invented.registration().build()),
        Map.of(
            VaccinationV1.ALREADY_BOOKED, ConfirmResult.AlreadyBooked.class,
            VaccinationV1.EXPIRED, ConfirmResult.Expired.class,
            VaccinationV1.NOT_HELD, ConfirmResult.NotHeld.class),
        ConfirmResult.NoSuchHold.class);
  }

  @Test
  void cancelAndFulfil_everyRefusal_isItsResult() {
    check(
        c -> c.cancel(ID),
        Map.of(VaccinationV1.FULFILLED, CancelResult.Fulfilled.class),
        CancelResult.NoSuchBooking.class);
    check(
        c -> c.fulfil(ID, "Immunization/1"),
        Map.of(
            VaccinationV1.NOT_CONFIRMED, FulfilResult.NotConfirmed.class,
            VaccinationV1.RECORD_TAKEN, FulfilResult.RecordTaken.class),
        FulfilResult.NoSuchBooking.class);
  }

  @Test
  void find_nobody_isEmptyAndTheNikStandsInNoUrl() throws Exception {
    answer(404, "404");

    assertThat(client.find(new BookingQuery(Invented.NIK, Invented.PHONE, "covid-19"))).isEmpty();

    RecordedRequest sent = server.takeRequest();
    assertThat(sent.getMethod() + " " + sent.getTarget())
        .isEqualTo("POST /vaccination/v1/bookings/search");
    assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer kunci");
  }

  @Test
  void confirm_keyOfOnesOwn_goesWithTheRegistration() throws Exception {
    answer(410, VaccinationV1.EXPIRED);

    client
        .withOptions(RequestOptions.NONE.withIdempotencyKey("k-1"))
        .confirm(ID, Invented.registration().build());

    RecordedRequest sent = server.takeRequest();
    assertThat(sent.getHeaders().get("Idempotency-Key")).isEqualTo("k-1");
    assertThat(sent.getBody().utf8())
        .isEqualTo(
            "{\"nik\":\"9900014107900001\",\"name\":\"Bakalo Mirasi\",\"birth_date\":\"1990-07-01\","
                + "\"phone\":\"+62840 1234567\",\"campaign\":\"covid-19\",\"vaccine\":\"210\",\"dose\":2}");
  }

  @Test
  void publish_agenda_keepsItsSchema() {
    server.enqueue(new MockResponse.Builder().body("{\"places\":1,\"slots\":1}").build());

    Agenda agenda =
        new Agenda(List.of(Invented.place("pkm-1").build()), List.of(Invented.slot("s-1").build()));

    assertThat(client.publish(agenda)).isEqualTo(new AgendaReceipt(1, 1));
  }
}
