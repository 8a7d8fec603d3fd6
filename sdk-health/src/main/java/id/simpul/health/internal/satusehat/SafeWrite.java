package id.simpul.health.internal.satusehat;

import id.simpul.core.ApiResponse;
import id.simpul.core.ContractException;
import id.simpul.core.SimpulException;
import id.simpul.core.TransportException;
import id.simpul.core.operation.Params;
import id.simpul.health.SatuSehatProblem;
import id.simpul.health.SatuSehatRefusedException;
import id.simpul.health.SatuSehatTokenException;
import id.simpul.health.WriteResult;
import id.simpul.health.WriteState;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.wire.Created;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One write that may be lost on the way. The server ties no repetitions together and answers a
 * second try with "duplicate", so after an unknown outcome the record is searched for first: found
 * as it was sent, it is adopted; found otherwise, there is a conflict; not found, it is sent once
 * more. Made for one write; not thread-safe.
 *
 * @param <T> the kind of resource
 */
public final class SafeWrite<T extends Resource> {
  /** The most records that are told of in a conflict. */
  public static final int MAX_FOUND = 20;

  // A refusal for its content: what was refused now was not stored before.
  private static final Set<Integer> ABOUT_CONTENT = Set.of(400, 404, 422);

  private final T resource;
  private final FhirType<T> type;
  private final Server<T> server;
  private final Consumer<WriteState> journal;
  private WriteState state;

  /**
   * The two things a write asks of a server.
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
  }

  /**
   * Prepares a write.
   *
   * @param resource the record
   * @param type its kind
   * @param from {@code NEW}, or {@code UNKNOWN} to settle a write that was sent before
   * @param server where it goes
   * @param journal told of every state before what it stands for is done
   */
  public SafeWrite(
      T resource,
      FhirType<T> type,
      WriteState from,
      Server<T> server,
      Consumer<WriteState> journal) {
    this.resource = Objects.requireNonNull(resource, "resource");
    this.type = Objects.requireNonNull(type, "type");
    this.state = Objects.requireNonNull(from, "from");
    this.server = Objects.requireNonNull(server, "server");
    this.journal = Objects.requireNonNull(journal, "journal");
  }

  /** How one sending ended. */
  private sealed interface Sending {}

  private record Stored(ApiResponse<Created> answer) implements Sending {}

  private record Refused(SatuSehatRefusedException refusal) implements Sending {}

  private record Lost(SimpulException cause) implements Sending {}

  private record KeptBack(SimpulException cause) implements Sending {}

  /**
   * Writes.
   *
   * @return what became of it
   */
  public WriteResult<T> run() {
    Sending sending = send();
    if (sending instanceof Lost lost) {
      move(WriteState.UNKNOWN);
      return settle(lost.cause(), true);
    }
    if (sending instanceof KeptBack kept) {
      return end(new WriteResult.NotSent<>(kept.cause()));
    }
    if (sending instanceof Refused refused) {
      return refused.refusal().kind() == SatuSehatProblem.Kind.DUPLICATE
          ? end(new WriteResult.Conflict<>(List.of(), id(refused.refusal())))
          : end(new WriteResult.Rejected<>(refused.refusal()));
    }
    return stored((Stored) sending);
  }

  /**
   * Finds out what became of a write that was sent before.
   *
   * @param cause what kept its answer away
   * @return what became of it
   */
  public WriteResult<T> settle(SimpulException cause) {
    return settle(cause, true);
  }

  private WriteResult<T> settle(SimpulException cause, boolean maySendAgain) {
    Optional<RecordKey> key = RecordKey.of(resource);
    if (key.isEmpty()) {
      return new WriteResult.Unknown<>(cause);
    }
    Optional<WriteResult<T>> found;
    try {
      found = look(key.get());
    } catch (SimpulException e) {
      cause.addSuppressed(e);
      return new WriteResult.Unknown<>(cause);
    }
    if (found.isPresent()) {
      return end(found.get());
    }
    return maySendAgain ? sendAgain(cause) : new WriteResult.Unknown<>(cause);
  }

  private WriteResult<T> sendAgain(SimpulException cause) {
    Sending sending = send();
    if (sending instanceof Stored stored) {
      return stored(stored);
    }
    if (sending instanceof Refused refused
        && refused.refusal().kind() != SatuSehatProblem.Kind.DUPLICATE
        && ABOUT_CONTENT.contains(refused.refusal().status())) {
      return end(new WriteResult.Rejected<>(refused.refusal()));
    }
    move(WriteState.UNKNOWN);
    boolean mayShowNow =
        sending instanceof Lost
            || (sending instanceof Refused refused
                && refused.refusal().kind() == SatuSehatProblem.Kind.DUPLICATE);
    return mayShowNow ? settle(cause, false) : new WriteResult.Unknown<>(cause);
  }

  private Sending send() {
    move(WriteState.SENDING);
    try {
      return new Stored(server.send(resource));
    } catch (SatuSehatRefusedException e) {
      return e.outcomeUnknown() ? new Lost(e) : new Refused(e);
    } catch (TransportException e) {
      return e.outcomeUnknown() ? new Lost(e) : new KeptBack(e);
    } catch (ContractException e) {
      // It said that it stored something, but not what.
      return new Lost(e);
    } catch (SatuSehatTokenException e) {
      return new KeptBack(e);
    }
  }

  private Optional<WriteResult<T>> look(RecordKey key) {
    List<T> others = new ArrayList<>();
    String requestId = "";
    for (ApiResponse<Bundle> page : server.search(key.search())) {
      requestId = page.requestId().orElse("");
      for (T found : page.body().resources(type)) {
        if (key.holds().test(found)) {
          if (SentFields.areIn(resource, found) && found.id().isPresent()) {
            return Optional.of(
                new WriteResult.Adopted<>(found.id().orElseThrow(), found, requestId));
          }
          if (others.size() < MAX_FOUND) {
            others.add(found);
          }
        }
      }
    }
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(new WriteResult.Conflict<>(others, requestId));
  }

  private WriteResult<T> stored(Stored stored) {
    Created created = stored.answer().body();
    return end(
        new WriteResult.Confirmed<>(
            created.id(), created.versionId().orElse(""), stored.answer().requestId().orElse("")));
  }

  private WriteResult<T> end(WriteResult<T> result) {
    move(result.state());
    return result;
  }

  private void move(WriteState next) {
    if (!state.next().contains(next)) {
      throw new IllegalStateException("A write does not go from " + state + " to " + next);
    }
    state = next;
    journal.accept(next);
  }

  private static String id(SatuSehatRefusedException refusal) {
    return refusal.requestId().orElse("");
  }
}
