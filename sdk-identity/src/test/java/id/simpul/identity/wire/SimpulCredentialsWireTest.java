package id.simpul.identity.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.identity.EntityId;
import id.simpul.identity.credential.TokenStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What officers send and read. The resident is invented. */
final class SimpulCredentialsWireTest {
  private static final String RESIDENT =
      "{\"nik\":\"9900014107900001\",\"name\":\"Bakalo\",\"birthdate\":\"1990-07-01\","
          + "\"address\":\"Jalan Duvowi\",\"region\":{\"scheme\":\"kemendagri\","
          + "\"edition\":\"2025\",\"code\":\"15.71.01.1001\"}}";

  private static <I> Reading<I> reading(
      Operation<I, ?> operation, Map<String, String> path, String body) {
    Body.Document document =
        new Body.Document(MediaType.JSON, body.getBytes(StandardCharsets.UTF_8));
    return operation.input().read(new RequestParts(path, Params.EMPTY, Headers.EMPTY, document));
  }

  private static <I> I read(Operation<I, ?> operation, Map<String, String> path, String body) {
    return ((Reading.Valid<I>) reading(operation, path, body)).value();
  }

  private static ResidentOffer offer(String more) {
    return read(SimpulCredentialsV1.OFFER, Map.of(), "{\"resident\":" + RESIDENT + more + "}");
  }

  private static boolean refuses(String more) {
    return reading(SimpulCredentialsV1.OFFER, Map.of(), "{\"resident\":" + RESIDENT + more + "}")
        instanceof Reading.Invalid;
  }

  @Test
  void offer_saysNothingOfDigits_asksForThem() {
    assertThat(offer("").asksForTransactionCode()).isTrue();
    assertThat(offer(",\"tx_code\":true").asksForTransactionCode()).isTrue();
    assertThat(offer(",\"tx_code\":false").asksForTransactionCode()).isFalse();
    assertThat(refuses(",\"tx_code\":\"false\"")).isTrue();
    assertThat(refuses(",\"tx_code\":null")).isTrue();
  }

  @Test
  void offer_writtenAndRead_isTheSame() {
    ResidentOffer offer =
        offer("").withoutTransactionCode().withEvidence(new EvidenceId("dukcapil:2026/117"));
    RequestParts parts = SimpulCredentialsV1.OFFER.input().write(offer);
    ResidentOffer back =
        ((Reading.Valid<ResidentOffer>) SimpulCredentialsV1.OFFER.input().read(parts)).value();

    assertThat(back.asksForTransactionCode()).isFalse();
    assertThat(back.evidence()).contains(new EvidenceId("dukcapil:2026/117"));
    assertThat(back.resident().name()).isEqualTo("Bakalo");
    assertThat(back.toString()).doesNotContain("Bakalo");
  }

  @Test
  void evidence_longAsMayBeAndLonger_isTakenAndRefused() {
    String longest = "a".repeat(EvidenceId.MAX_LENGTH);

    assertThat(offer(",\"evidence_id\":\"" + longest + "\"").evidence()).isPresent();
    assertThat(refuses(",\"evidence_id\":\"" + longest + "a\"")).isTrue();
    assertThat(refuses(",\"evidence_id\":\"with space\"")).isTrue();
    assertThat(offer("").evidence()).isEmpty();
  }

  @Test
  void evidence_thatCouldHoldANik_isRefused() {
    assertThat(new EvidenceId("990001410790000").value()).hasSize(15);
    assertThatThrownBy(() -> new EvidenceId("nik:9900014107900001"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("9900014107900001");
  }

  @Test
  void status_writtenAndRead_isTheSame() {
    StatusChange change =
        read(
            SimpulCredentialsV1.SET_STATUS,
            Map.of("reference", "case-1"),
            "{\"status\":\"suspended\",\"evidence_id\":\"sk-7\"}");

    assertThat(change.reference()).isEqualTo("case-1");
    assertThat(change.status()).isEqualTo(TokenStatus.SUSPENDED);
    assertThat(change.evidence()).contains(new EvidenceId("sk-7"));
    assertThat(
            ((Body.Document) SimpulCredentialsV1.SET_STATUS.input().write(change).body()).bytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"status\":\"suspended\",\"evidence_id\":\"sk-7\"}");
  }

  private static PresentationResult result(PresentationResult result) throws IOException {
    Format<PresentationResult> format = SimpulCredentialsV1.GET_RESULT.output().get(0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(result, out);
    return format.read(new ByteArrayInputStream(out.toByteArray()), Limits.DEFAULT);
  }

  @Test
  void result_writtenAndRead_saysWhoSpokeAndWhetherItHolds() throws IOException {
    PresentationResult.Source source =
        new PresentationResult.Source(
            new EntityId("https://jambi.example"),
            Instant.parse("2026-11-21T00:00:00Z"),
            PresentationResult.Source.STALE_VALID);
    JsonObject claims = JsonObject.builder().put("name", "Bakalo").build();
    PresentationResult shown = result(PresentationResult.shown(source, claims));

    assertThat(shown.source()).contains(source);
    assertThat(shown.claims()).isEqualTo(claims);
    assertThat(shown.toString()).isEqualTo("presentation shown");
    PresentationResult open = result(PresentationResult.without(PresentationResult.OPEN));
    assertThat(open.state()).isEqualTo(PresentationResult.OPEN);
    assertThat(open.source()).isEmpty();
  }
}
