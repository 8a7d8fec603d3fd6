package id.simpul.health.internal.satusehat;

import id.simpul.core.ApiResponse;
import id.simpul.core.ContractException;
import id.simpul.core.SimpulException;
import id.simpul.core.TransportException;
import id.simpul.core.ValidationException;
import id.simpul.core.operation.Params;
import id.simpul.health.SatuSehatAnswerException;
import id.simpul.health.SatuSehatJournalException;
import id.simpul.health.SatuSehatProblem;
import id.simpul.health.SatuSehatRefusedException;
import id.simpul.health.SatuSehatTokenException;
import id.simpul.health.WriteJournal;
import id.simpul.health.WriteResult;
import id.simpul.health.WriteState;
import id.simpul.health.WriteStep;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.wire.Created;
import id.simpul.health.wire.SatuSehatV1;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One write that may be lost on the way. The server ties no repetitions together and answers a
 * second try with "duplicate", so after an unknown outcome the record is searched for: found as it
 * was sent, it is adopted; found otherwise, there is a conflict. Only when it is not found, and not
 * found again after a wait, in which the server may end what it does and its index catch up, it is
 * sent once more, and never a third time. What stays in doubt stays unknown. Made for one write;
 * not thread-safe.
 *
 * @param <T> the kind of resource
 */
public final class SafeWrite<T extends Resource> {
  /** The most records that are told of in a conflict. */
  public static final int MAX_FOUND = 20;

  private static final String PATIENT = "Patient";
  private static final String DUPLICATE = "duplicate";

  // A refusal for its content: nothing of what is refused so is stored by this sending.
  private static final Set<Integer> ABOUT_CONTENT = Set.of(400, 422);

  private final T resource;
  private final Server<T> server;
  private final RecordSearch<T> search;
  private final WriteJournal journal;
  private WriteState state;

  /**
   * What a write asks of a server.
   *
   * @param <T> the kind of resource
   */
  public interface Server<T extends Resource> {
    /**
     * Sends the record, once.
     *
     * @param resource the record
     * @return the answer
     */
    ApiResponse<Created> send(T resource);

    /**
     * Searches for records.
     *
     * @param key by what
     * @return the pages, read as they are iterated
     */
    Iterable<ApiResponse<Bundle>> search(Params key);

    /**
     * Gives it time to end what it may still be doing.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    void pause() throws InterruptedException;
  }

  /**
   * Prepares a write.
   *
   * @param resource the record
   * @param type its kind
   * @param from {@code NEW}, or {@code UNKNOWN} to settle a write that was sent before
   * @param server where it goes
   * @param journal told of every step
   */
  public SafeWrite(
      T resource, FhirType<T> type, WriteState from, Server<T> server, WriteJournal journal) {
    this.resource = Objects.requireNonNull(resource, "resource");
    this.state = Objects.requireNonNull(from, "from");
    this.server = Objects.requireNonNull(server, "server");
    this.search = new RecordSearch<>(resource, type, server::search);
    this.journal = Objects.requireNonNull(journal, "journal");
  }

  // The codes of FHIR's issues are words; statuses and the codes of gateways are not.
  private static final Pattern ISSUE_CODE = Pattern.compile("[a-z]+(?:-[a-z]+)*");

  /** How one sending ended. */
  private sealed interface Sending {}

  private record Stored(ApiResponse<Created> answer) implements Sending {}

  private record Refused(SatuSehatRefusedException refusal) implements Sending {
    // Codes differ; whichever of them says that there is one already, it is for a person.
    boolean saysThereIsOne() {
      return refusal.kind() == SatuSehatProblem.Kind.DUPLICATE
          || refusal.kind() == SatuSehatProblem.Kind.STATE_CONFLICT
          || refusal.problems().stream()
              .anyMatch(p -> p.text().toLowerCase(Locale.ROOT).contains(DUPLICATE));
    }

    boolean isAboutContent() {
      return ABOUT_CONTENT.contains(refusal.status()) && !saysThereIsOne();
    }
  }

  /** {@code stored}: it said that it stored something, but not what. */
  private record Lost(SimpulException cause, boolean stored) implements Sending {}

  private record KeptBack(SimpulException cause) implements Sending {}

  /**
   * Writes.
   *
   * @return what became of it
   */
  public WriteResult<T> run() {
    Sending sending = send();
    if (sending instanceof Lost lost) {
      move(new WriteResult.Unknown<>(lost.cause(), !lost.stored()));
      return lost.stored() ? settle(lost.cause()) : sendAgain(lost.cause());
    }
    if (sending instanceof KeptBack kept) {
      WriteResult<T> result = new WriteResult.NotSent<>(kept.cause());
      return state == WriteState.NEW ? result : end(result);
    }
    if (sending instanceof Refused refused) {
      return refused.saysThereIsOne()
          ? end(new WriteResult.Conflict<>(List.of(), id(refused.refusal())))
          : end(new WriteResult.Rejected<>(refused.refusal()));
    }
    return stored((Stored) sending);
  }

  /**
   * Finds out what became of a write that was sent before. Sends nothing.
   *
   * @param cause what kept its answer away
   * @return what became of it
   */
  public WriteResult<T> settle(SimpulException cause) {
    return look(cause).orElseGet(() -> new WriteResult.Unknown<>(cause, false));
  }

  /**
   * Finds out what became of a write that was sent before, and sends it a second time when two
   * searches with a wait between them find nothing.
   *
   * @param cause what kept its answer away
   * @return what became of it
   */
  public WriteResult<T> sendAgain(SimpulException cause) {
    if (!search.isPossible()) {
      return new WriteResult.Unknown<>(cause, false);
    }
    Optional<WriteResult<T>> found;
    try {
      found = search.look();
      if (found.isEmpty()) {
        server.pause();
        found = search.look();
      }
    } catch (SimpulException e) {
      cause.addSuppressed(e);
      return new WriteResult.Unknown<>(cause, true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cause.addSuppressed(e);
      return new WriteResult.Unknown<>(cause, true);
    }
    return found.isPresent() ? end(found.get()) : secondSending(cause);
  }

  private WriteResult<T> secondSending(SimpulException cause) {
    Sending sending = send();
    if (sending instanceof Stored stored) {
      return stored(stored);
    }
    WriteResult<T> unknown = new WriteResult.Unknown<>(cause, sending instanceof KeptBack);
    if (sending instanceof KeptBack kept) {
      cause.addSuppressed(kept.cause());
      return state == WriteState.UNKNOWN ? unknown : end(unknown);
    }
    move(unknown);
    // A refusal tells of this sending alone; the first may be stored all the same.
    Optional<WriteResult<T>> result = look(cause);
    if (result.isPresent()) {
      return result.get();
    }
    return sending instanceof Refused refused && refused.isAboutContent()
        ? end(new WriteResult.Rejected<>(refused.refusal()))
        : new WriteResult.Unknown<>(cause, false);
  }

  // Empty: nothing was found, and that for sure.
  private Optional<WriteResult<T>> look(SimpulException cause) {
    if (!search.isPossible()) {
      return Optional.of(new WriteResult.Unknown<>(cause, false));
    }
    try {
      return search.look().map(this::end);
    } catch (SimpulException e) {
      cause.addSuppressed(e);
      return Optional.of(new WriteResult.Unknown<>(cause, false));
    }
  }

  private Sending send() {
    try {
      enter(WriteState.SENDING, "");
    } catch (RuntimeException e) {
      return new KeptBack(new SatuSehatJournalException(WriteState.SENDING, null, e));
    }
    try {
      return answered(server.send(resource));
    } catch (SatuSehatRefusedException e) {
      return switch (e.kind()) {
        case UNAVAILABLE, OTHER -> new Lost(e, false);
        case THROTTLED, UNAUTHORIZED -> new KeptBack(e);
        case FORBIDDEN, NOT_FOUND -> isAboutTheRecord(e) ? new Refused(e) : new KeptBack(e);
        default -> new Refused(e);
      };
    } catch (TransportException e) {
      return e.outcomeUnknown() ? new Lost(e, false) : new KeptBack(e);
    } catch (ContractException e) {
      return new Lost(e, true);
    } catch (SatuSehatTokenException | SatuSehatAnswerException | ValidationException e) {
      // No token, an origin none may go to, a header field that is refused: all before sending.
      return new KeptBack(e);
    }
  }

  // A gateway that blocks an address or loses a path says so of any request, and has seen none of
  // them; what the server itself refuses comes with issues.
  private static boolean isAboutTheRecord(SatuSehatRefusedException refusal) {
    return refusal.problems().stream().anyMatch(p -> ISSUE_CODE.matcher(p.code()).matches());
  }

  // Any resource with an id can be read as an answer; only one of the kind that was sent is one.
  private Sending answered(ApiResponse<Created> answer) {
    String sent = resource.resourceType();
    String shown = answer.body().resource().map(Resource::resourceType).orElse(PATIENT);
    return shown.equals(sent)
        ? new Stored(answer)
        : new Lost(
            new SatuSehatAnswerException(
                SatuSehatAnswerException.Reason.UNUSABLE,
                "the server",
                "answered with another kind of resource",
                SatuSehatV1.CREATE.id(),
                answer.requestId().orElse(null)),
            true);
  }

  private WriteResult<T> stored(Stored stored) {
    Created created = stored.answer().body();
    return end(
        new WriteResult.Confirmed<>(
            created.id(), created.versionId().orElse(""), stored.answer().requestId().orElse("")));
  }

  private WriteResult<T> end(WriteResult<T> result) {
    move(result);
    return result;
  }

  // Nothing a journal does takes away what is known.
  private void move(WriteResult<T> result) {
    try {
      enter(result.state(), idIn(result));
    } catch (RuntimeException e) {
      throw new SatuSehatJournalException(result.state(), result, e);
    }
  }

  // A sending that was not noted has not begun.
  private void enter(WriteState next, String id) {
    if (!state.next().contains(next)) {
      throw new IllegalStateException("A write does not go from " + state + " to " + next);
    }
    journal.note(new WriteStep(resource, next, id));
    state = next;
  }

  private static String idIn(WriteResult<?> result) {
    if (result instanceof WriteResult.Confirmed<?> confirmed) {
      return confirmed.id();
    }
    return result instanceof WriteResult.Adopted<?> adopted ? adopted.id() : "";
  }

  private static String id(SatuSehatRefusedException refusal) {
    return refusal.requestId().orElse("");
  }
}
