package id.simpul.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.Json;
import id.simpul.core.spi.WorkQueue;
import id.simpul.health.fhir.Immunization;
import id.simpul.health.fhir.Patient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

class SatuSehatOutboxTest {
  private Instant now = Instant.parse("2026-11-22T02:00:00Z");
  private final WorkQueue queue = new MemoryQueue(() -> now);

  private SatuSehatOutbox outbox(Rig rig) {
    return new SatuSehatOutbox(rig.client, queue, () -> now);
  }

  private static String stored() {
    String json = new String(Json.toBytes(SafeWriteTest.dose().json()), StandardCharsets.UTF_8);
    return json.replaceFirst("\\{", "{\"id\":\"i1\",");
  }

  private static MockResponse.Builder created() {
    return Rig.json(201, stored());
  }

  private static WriteState deliver(SatuSehatOutbox outbox) {
    return outbox.deliverNext().orElseThrow().result().state();
  }

  @Test
  void deliver_stored_isFinished() {
    try (Rig rig = new Rig().answers(created())) {
      SatuSehatOutbox outbox = outbox(rig);
      assertThat(outbox.add("visit-1", SafeWriteTest.dose())).isEqualTo(WorkQueue.Added.ADDED);
      assertThat(rig.requests).isEmpty();

      assertThat(deliver(outbox)).isEqualTo(WriteState.CONFIRMED);
      assertThat(queue.waiting()).isZero();
      assertThat(outbox.deliverNext()).isEmpty();
      assertThat(outbox.add("visit-1", SafeWriteTest.dose()))
          .isEqualTo(WorkQueue.Added.ALREADY_THERE);
      Immunization other = SafeWriteTest.dose().toBuilder().lotNumber("L-9").build();
      assertThat(outbox.add("visit-1", other)).isEqualTo(WorkQueue.Added.KEY_REUSED);
    }
  }

  @Test
  void deliver_noToken_isSentLaterWithoutASearch() {
    try (Rig rig = new Rig().tokenAnswers(Rig.json(500, "{}")).answers(created())) {
      SatuSehatOutbox outbox = outbox(rig);
      outbox.add("visit-1", SafeWriteTest.dose());

      assertThat(deliver(outbox)).isEqualTo(WriteState.NEW);
      assertThat(outbox.deliverNext()).isEmpty();
      now = now.plus(SatuSehatOutbox.FIRST_WAIT);
      assertThat(deliver(outbox)).isEqualTo(WriteState.CONFIRMED);
      assertThat(rig.lines()).containsExactly("POST /fhir-r4/v1/Immunization");
    }
  }

  @Test
  void deliver_unknown_isSearchedForLater() {
    try (Rig rig = new Rig().answers(Rig.lost(), Rig.json(500, "{}"), Rig.bundle("", stored()))) {
      SatuSehatOutbox outbox = outbox(rig);
      outbox.add("visit-1", SafeWriteTest.dose());

      assertThat(deliver(outbox)).isEqualTo(WriteState.UNKNOWN);
      now = now.plus(SatuSehatOutbox.FIRST_WAIT);
      assertThat(deliver(outbox)).isEqualTo(WriteState.ADOPTED);
      assertThat(queue.waiting()).isZero();
      assertThat(rig.lines().get(2)).startsWith("GET ");
    }
  }

  @Test
  void deliver_afterACrash_searchesFirst() {
    try (Rig rig = new Rig().answers(Rig.bundle("", stored()))) {
      SatuSehatOutbox outbox = outbox(rig);
      outbox.add("visit-1", SafeWriteTest.dose());
      // Claimed by a program that ended before it could say what became of it.
      assertThat(queue.claim(SatuSehatOutbox.LEASE)).isPresent();
      assertThat(outbox.deliverNext()).isEmpty();
      now = now.plus(SatuSehatOutbox.LEASE);

      assertThat(deliver(outbox)).isEqualTo(WriteState.ADOPTED);
      assertThat(rig.lines()).allMatch(line -> line.startsWith("GET "));
    }
  }

  @Test
  void deliver_crashAfterOneThatWasNotSent_searchesFirst() {
    try (Rig rig = new Rig().tokenAnswers(Rig.json(500, "{}")).answers(Rig.bundle("", stored()))) {
      SatuSehatOutbox outbox = outbox(rig);
      outbox.add("visit-1", SafeWriteTest.dose());
      assertThat(deliver(outbox)).isEqualTo(WriteState.NEW);
      now = now.plus(SatuSehatOutbox.FIRST_WAIT);
      assertThat(queue.claim(SatuSehatOutbox.LEASE)).isPresent();
      now = now.plus(SatuSehatOutbox.LEASE);

      assertThat(deliver(outbox)).isEqualTo(WriteState.ADOPTED);
      assertThat(rig.lines()).allMatch(line -> line.startsWith("GET "));
    }
  }

  @Test
  void deliver_refusedOrContradicted_isSetAside() {
    try (Rig rig =
        new Rig()
            .answers(
                Rig.outcome(400, "value", "no"),
                Rig.outcome(400, "duplicate", "Found duplicate resource: Immunization"))) {
      SatuSehatOutbox outbox = outbox(rig);
      outbox.add("visit-1", SafeWriteTest.dose());
      outbox.add("visit-2", SafeWriteTest.dose());

      assertThat(deliver(outbox)).isEqualTo(WriteState.REJECTED);
      assertThat(deliver(outbox)).isEqualTo(WriteState.CONFLICT);
      assertThat(queue.asideCount()).isEqualTo(2);
    }
  }

  @Test
  void deliver_tooMuch_isSentLater() {
    try (Rig rig = new Rig().answers(Rig.json(429, "{}"), created())) {
      SatuSehatOutbox outbox = outbox(rig);
      outbox.add("visit-1", SafeWriteTest.dose());

      assertThat(deliver(outbox)).isEqualTo(WriteState.NEW);
      assertThat(queue.asideCount()).isZero();
      now = now.plus(SatuSehatOutbox.FIRST_WAIT);
      assertThat(deliver(outbox)).isEqualTo(WriteState.CONFIRMED);
    }
  }

  @Test
  void deliver_unreadable_isSetAside() {
    try (Rig rig = new Rig()) {
      queue.add(new WorkQueue.Work("k", "Immunization", new byte[] {1}));

      assertThat(outbox(rig).deliverNext()).isEmpty();
      assertThat(queue.asideCount()).isOne();
    }
  }

  @Test
  void add_rulesBroken_isNotTaken() {
    try (Rig rig = new Rig()) {
      assertThatThrownBy(() -> outbox(rig).add("k", Patient.builder().build()))
          .isInstanceOf(SatuSehatRulesException.class);
      assertThat(queue.waiting()).isZero();
    }
  }
}
