package id.simpul.health;

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
 * reached. Nothing is lost when the program ends in the middle; what may have been sent then is
 * searched for before it is sent again. What the server refuses, and what contradicts its records,
 * is set aside for a person. Thread-safe; several may work on one queue.
 */
public final class SatuSehatOutbox {
  /** How long one delivery holds a piece of work; longer than a call with its waits may take. */
  public static final Duration LEASE = Duration.ofMinutes(10);

  /** The wait after a first delivery that could not be finished; it doubles with each. */
  public static final Duration FIRST_WAIT = Duration.ofSeconds(30);

  /** The longest wait. */
  public static final Duration MAX_WAIT = Duration.ofHours(1);

  private static final String UNREADABLE = "UNREADABLE";

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
   * Delivers the oldest resource that may be delivered now.
   *
   * @return what became of it, or empty when there is none, or it could not be read and was set
   *     aside
   */
  public Optional<Delivery> deliverNext() {
    Optional<WorkQueue.Claim> claim = queue.claim(LEASE);
    if (claim.isEmpty()) {
      return Optional.empty();
    }
    Resource resource;
    try {
      resource = FhirJson.read(claim.get().work().payload());
    } catch (FormatException e) {
      queue.setAside(claim.get(), UNREADABLE);
      return Optional.empty();
    }
    WriteResult<Resource> result =
        neverSent(claim.get()) ? client.create(resource) : client.settle(resource);
    settleClaim(claim.get(), result);
    return Optional.of(new Delivery(claim.get().work().key(), result));
  }

  // Only what the last claim noted counts: one that noted nothing ended with its program, which may
  // have sent the write.
  private static boolean neverSent(WorkQueue.Claim claim) {
    return claim.attempts() == 1 || claim.note().equals(notSent(claim.attempts() - 1));
  }

  private static String notSent(int attempt) {
    return WriteState.NEW.name() + " " + attempt;
  }

  // Where the lease ran out meanwhile nothing changes: who holds the work now searches first.
  private void settleClaim(WorkQueue.Claim claim, WriteResult<Resource> result) {
    String note = result.state().name();
    boolean tooMuch =
        result instanceof WriteResult.Rejected<Resource> rejected
            && rejected.refusal().kind() == SatuSehatProblem.Kind.THROTTLED;
    switch (result.state()) {
      case CONFIRMED, ADOPTED -> queue.finish(claim);
      case CONFLICT -> queue.setAside(claim, note);
      case REJECTED -> {
        if (tooMuch) {
          putBack(claim, notSent(claim.attempts()));
        } else {
          queue.setAside(claim, note);
        }
      }
      case NEW -> putBack(claim, notSent(claim.attempts()));
      case SENDING, UNKNOWN -> putBack(claim, note);
    }
  }

  private void putBack(WorkQueue.Claim claim, String note) {
    int doublings = Math.min(claim.attempts() - 1, Integer.SIZE / 2);
    Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
    queue.putBack(
        claim, note, clock.instant().plus(wait.compareTo(MAX_WAIT) < 0 ? wait : MAX_WAIT));
  }
}
