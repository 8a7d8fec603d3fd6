package id.simpul.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.Json;
import id.simpul.core.spi.WorkQueue;
import id.simpul.health.fhir.Immunization;
import id.simpul.health.fhir.Patient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
      // Noted by a program that ended before it could say what became of it.
      ended("SENDING 1 0");
      assertThat(outbox.deliverNext()).isEmpty();
      now = now.plus(SatuSehatOutbox.LEASE);

      assertThat(deliver(outbox)).isEqualTo(WriteState.ADOPTED);
      assertThat(rig.lines()).allMatch(line -> line.startsWith("GET "));
    }
  }

  private void ended(String note) {
    WorkQueue.Claim claim = queue.claim(SatuSehatOutbox.LEASE).orElseThrow();
    assertThat(queue.note(claim, note, SatuSehatOutbox.LEASE)).isTrue();
  }

  @Test
  void deliver_crashBeforeAnythingWasNoted_sendsWithoutASearch() {
    try (Rig rig = new Rig().answers(created())) {
      SatuSehatOutbox outbox = outbox(rig);
      outbox.add("visit-1", SafeWriteTest.dose());
      assertThat(queue.claim(SatuSehatOutbox.LEASE)).isPresent();
      now = now.plus(SatuSehatOutbox.LEASE);

      assertThat(deliver(outbox)).isEqualTo(WriteState.CONFIRMED);
      assertThat(rig.lines()).containsExactly("POST /fhir-r4/v1/Immunization");
    }
  }

  @Test
  void deliver_crashAfterOneSending_searchesTwiceAndSendsOnceMore() {
    try (Rig rig = new Rig().answers(Rig.bundle(""), Rig.bundle(""), created())) {
      SatuSehatOutbox outbox = outbox(rig);
      outbox.add("visit-1", SafeWriteTest.dose());
      ended("SENDING 1 0");
      now = now.plus(SatuSehatOutbox.LEASE);

      assertThat(deliver(outbox)).isEqualTo(WriteState.CONFIRMED);
      assertThat(rig.lines()).hasSize(3).last().isEqualTo("POST /fhir-r4/v1/Immunization");
    }
  }

  @Test
  void deliver_twoSendingsOrAStrangeNote_neverSends() {
    for (String note : List.of("SENDING 2 0", "UNKNOWN 2 3", "CONFLICT 2 0", "something")) {
      try (Rig rig = new Rig().answers(Rig.bundle(""))) {
        SatuSehatOutbox outbox = outbox(rig);
        outbox.add(note, SafeWriteTest.dose());
        ended(note);
        now = now.plus(SatuSehatOutbox.LEASE);

        assertThat(deliver(outbox)).isEqualTo(WriteState.UNKNOWN);
        assertThat(rig.lines()).hasSize(1).allMatch(line -> line.startsWith("GET "));
        queue.finish(queueAfter(SatuSehatOutbox.MAX_WAIT));
      }
    }
  }

  private WorkQueue.Claim queueAfter(Duration wait) {
    now = now.plus(wait);
    return queue.claim(SatuSehatOutbox.LEASE).orElseThrow();
  }

  @Test
  void deliver_inDoubtForLong_isSetAsideAndGoesOnWhenResumed() {
    try (Rig rig = new Rig()) {
      SatuSehatOutbox outbox = outbox(rig);
      outbox.add("visit-1", SafeWriteTest.dose());
      ended("SENDING 2 0");
      for (int doubts = 1; doubts <= SatuSehatOutbox.MAX_DOUBTS; doubts++) {
        assertThat(queue.asideCount()).as("after %s", doubts - 1).isZero();
        now = now.plus(SatuSehatOutbox.MAX_WAIT);
        rig.answers(Rig.bundle(""));
        assertThat(deliver(outbox)).isEqualTo(WriteState.UNKNOWN);
      }
      assertThat(queue.asideCount()).isOne();

      queue.resume("visit-1");
      rig.answers(Rig.bundle("", stored()));
      assertThat(deliver(outbox)).isEqualTo(WriteState.ADOPTED);
      assertThat(rig.lines()).allMatch(line -> line.startsWith("GET "));
    }
  }

  @Test
  void deliver_anotherHoldsItMeanwhile_sendsNothing() {
    try (Rig rig = new Rig(config -> {}, builder -> builder.pause(closed -> {}))) {
      SatuSehatOutbox outbox = outbox(rig);
      outbox.add("visit-1", SafeWriteTest.dose());
      // The first sending takes longer than the lease, and another program takes the work over.
      rig.otherwise =
          request -> {
            if ("POST".equals(request.getMethod())) {
              now = now.plus(SatuSehatOutbox.LEASE);
              assertThat(queue.claim(SatuSehatOutbox.LEASE)).isPresent();
              return Rig.lost().build();
            }
            return Rig.bundle("").build();
          };

      SatuSehatOutbox.Delivery delivery = outbox.deliverNext().orElseThrow();

      assertThat(delivery.result())
          .isInstanceOfSatisfying(
              WriteResult.Unknown.class,
              unknown ->
                  assertThat(unknown.cause().getSuppressed())
                      .hasAtLeastOneElementOfType(SatuSehatJournalException.class));
      assertThat(rig.lines().stream().filter(line -> line.startsWith("POST"))).hasSize(1);
    }
  }

  @Test
  void deliver_refusedThenResumed_isSentAnew() {
    try (Rig rig = new Rig().answers(Rig.outcome(400, "value", "no"), created())) {
      SatuSehatOutbox outbox = outbox(rig);
      outbox.add("visit-1", SafeWriteTest.dose());
      assertThat(deliver(outbox)).isEqualTo(WriteState.REJECTED);

      queue.resume("visit-1");
      assertThat(deliver(outbox)).isEqualTo(WriteState.CONFIRMED);
    }
  }

  @Test
  void deliver_journalOfTheClientFails_settlesAllTheSame() {
    WriteJournal broken =
        step -> {
          if (step.state() == WriteState.CONFIRMED) {
            throw new IllegalStateException("full");
          }
        };
    try (Rig rig = new Rig(config -> {}, builder -> builder.journal(broken))) {
      rig.answers(created());
      SatuSehatOutbox outbox = outbox(rig);
      outbox.add("visit-1", SafeWriteTest.dose());

      assertThatThrownBy(outbox::deliverNext)
          .isInstanceOfSatisfying(
              SatuSehatJournalException.class,
              e -> assertThat(e.result()).containsInstanceOf(WriteResult.Confirmed.class));
      assertThat(queue.waiting()).isZero();
    }
  }

  @Test
  void deliver_crashAfterOneThatWasNotSent_searchesFirst() {
    try (Rig rig = new Rig().tokenAnswers(Rig.json(500, "{}")).answers(Rig.bundle("", stored()))) {
      SatuSehatOutbox outbox = outbox(rig);
      outbox.add("visit-1", SafeWriteTest.dose());
      assertThat(deliver(outbox)).isEqualTo(WriteState.NEW);
      now = now.plus(SatuSehatOutbox.FIRST_WAIT);
      ended("SENDING 1 0");
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
  void deliver_unreadableOrAgainstTheRules_isSetAsideAndTheNextDelivered() {
    try (Rig rig = new Rig().answers(created())) {
      queue.add(new WorkQueue.Work("k", "Immunization", new byte[] {1}));
      byte[] empty = "{\"resourceType\":\"Immunization\"}".getBytes(StandardCharsets.UTF_8);
      queue.add(new WorkQueue.Work("l", "Immunization", empty));
      SatuSehatOutbox outbox = outbox(rig);
      outbox.add("visit-1", SafeWriteTest.dose());

      assertThat(deliver(outbox)).isEqualTo(WriteState.CONFIRMED);
      assertThat(queue.asideCount()).isEqualTo(2);
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
