package id.simpul.health;

import id.simpul.core.ValidationException;
import id.simpul.core.format.FormatException;
import id.simpul.core.spi.WorkQueue;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Resource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes that wait for the network: a clinic records a dose, and SATUSEHAT gets it when it can be
 * reached. Each sending is noted in the queue before it begins. What ended in the middle, a crash
 * of the program included, is searched for, and sent a second and last time when it is not found;
 * so whatever crashes when, nothing is written twice, as long as the server's searches show what it
 * stored. What the server refuses, what contradicts its records, and what stays in doubt is set
 * aside for a person. Thread-safe; several may work on one queue.
 */
public final class SatuSehatOutbox {
  /** How long one delivery holds a piece of work; longer than a call with its waits may take. */
  public static final Duration LEASE = Duration.ofMinutes(10);

  /** The wait after a first delivery that could not be finished; it doubles with each. */
  public static final Duration FIRST_WAIT = Duration.ofSeconds(30);

  /** The longest wait. */
  public static final Duration MAX_WAIT = Duration.ofHours(1);

  /** How often a write in doubt is looked for before it is set aside; {@code resume} goes on. */
  public static final int MAX_DOUBTS = 24;

  private final SatuSehatClient client;
  private final WorkQueue queue;
  private final InstantSource clock;

  /**
   * What became of one piece of work.
   *
   * @param key its key
   * @param result what became of the write
   */
  public record Delivery(String key, WriteResult<Resource> result) {
    /** Checks that both are given. */
    public Delivery {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(result, "result");
    }
  }

  /**
   * Makes an outbox. Neither client nor queue is closed by it.
   *
   * @param client what writes
   * @param queue where writes wait
   * @param clock tells when to try again
   */
  public SatuSehatOutbox(SatuSehatClient client, WorkQueue queue, InstantSource clock) {
    this.client = Objects.requireNonNull(client, "client");
    this.queue = Objects.requireNonNull(queue, "queue");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Takes a resource, durably. Nothing is sent yet.
   *
   * @param key a name of the facility's own for this write, used once, nothing personal in it
   * @param resource the resource, without an id
   * @return what became of it: another resource under the same key is not taken
   * @throws id.simpul.core.ValidationException when it breaks a rule of FHIR
   * @throws SatuSehatRulesException when it breaks a rule of SATUSEHAT
   */
  public WorkQueue.Added add(String key, Resource resource) {
    List<RuleViolation> violations = client.check(resource);
    if (!violations.isEmpty()) {
      throw new SatuSehatRulesException(resource.resourceType(), violations);
    }
    return queue.add(new WorkQueue.Work(key, resource.resourceType(), FhirJson.toBytes(resource)));
  }

  /**
   * Delivers the oldest resource that may be delivered now. What cannot be read, or breaks a rule
   * by now, is set aside, and the next is taken.
   *
   * @return what became of it, or empty when there is none
   * @throws SatuSehatJournalException when the client's own journal fails; the result stands
   */
  public Optional<Delivery> deliverNext() {
    for (Optional<WorkQueue.Claim> claim = queue.claim(LEASE);
        claim.isPresent();
        claim = queue.claim(LEASE)) {
      Optional<WriteResult<Resource>> result = deliver(claim.get());
      if (result.isPresent()) {
        return Optional.of(new Delivery(claim.get().work().key(), result.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<WriteResult<Resource>> deliver(WorkQueue.Claim claim) {
    OutboxNote note = OutboxNote.parse(claim.note());
    try {
      Resource resource = FhirJson.read(claim.work().payload());
      WriteResult<Resource> result = write(claim, note, resource);
      settle(claim, note, result);
      return Optional.of(result);
    } catch (SatuSehatJournalException e) {
      e.result().ifPresent(result -> settle(claim, note, result));
      throw e;
    } catch (FormatException | ValidationException | SatuSehatRulesException e) {
      // It stays as it is, sent or not, until somebody mends it or the rules.
      queue.setAside(claim, note.toString());
      return Optional.empty();
    }
  }

  // Every sending is on disk before it begins: what ended in the middle is known by its note.
  private WriteResult<Resource> write(WorkQueue.Claim claim, OutboxNote note, Resource resource) {
    OutboxNote[] last = {note};
    SatuSehatClient noting =
        client.withJournal(step -> {
          if (step.state() == WriteState.SENDING) {
            last[0] = last[0].sending();
            if (!queue.note(claim, last[0].toString(), LEASE)) {
              throw new IllegalStateException("Another delivers this write meanwhile");
            }
          }
        });
    return switch (note.sendings()) {
      case 0 -> noting.create(resource);
      case 1 -> noting.sendAgain(resource);
      default -> noting.settle(resource);
    };
  }

  // Where the lease ran out meanwhile nothing changes: who holds the work now goes by its note.
  private void settle(WorkQueue.Claim claim, OutboxNote before, WriteResult<?> result) {
    OutboxNote note = before.after(result);
    switch (result.state()) {
      case CONFIRMED, ADOPTED -> queue.finish(claim);
      case CONFLICT, REJECTED -> queue.setAside(claim, note.toString());
      case NEW -> putBack(claim, note);
      case SENDING, UNKNOWN -> {
        if (note.doubts() < MAX_DOUBTS) {
          putBack(claim, note);
        } else {
          queue.setAside(claim, new OutboxNote(note.state(), note.sendings(), 0).toString());
        }
      }
    }
  }

  private void putBack(WorkQueue.Claim claim, OutboxNote note) {
    int doublings = Math.min(claim.attempts() - 1, Integer.SIZE / 2);
    Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
    queue.putBack(
        claim,
        note.toString(),
        clock.instant().plus(wait.compareTo(MAX_WAIT) < 0 ? wait : MAX_WAIT));
  }
}
