package id.simpul.health;

import id.simpul.core.SimpulException;
import id.simpul.health.fhir.Resource;
import java.util.List;
import java.util.Objects;

/**
 * What became of a write. An unknown outcome is never reported as a success or a failure: {@link
 * Unknown} is a result of its own. Request ids are {@code ""} where the server gave none.
 *
 * @param <T> the kind of resource
 */
public sealed interface WriteResult<T extends Resource> {
  /**
   * The state the write ended in.
   *
   * @return the state; {@code NEW} when nothing was sent
   */
  WriteState state();

  /**
   * The server stored it.
   *
   * @param id the id it gave
   * @param versionId the version, {@code ""} when the server does not name it
   * @param requestId the server's name for the exchange
   * @param <T> the kind of resource
   */
  record Confirmed<T extends Resource>(String id, String versionId, String requestId)
      implements WriteResult<T> {
    /** Checks that all members are given. */
    public Confirmed {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(versionId, "versionId");
      Objects.requireNonNull(requestId, "requestId");
    }

    @Override
    public WriteState state() {
      return WriteState.CONFIRMED;
    }

    @Override
    public String toString() {
      return "Confirmed[request " + requestId + "]";
    }
  }

  /**
   * No answer to the write came, and it was found on the server as it was sent.
   *
   * @param id the id it has there
   * @param found the record as the server shows it
   * @param requestId the server's name for the search
   * @param <T> the kind of resource
   */
  record Adopted<T extends Resource>(String id, T found, String requestId)
      implements WriteResult<T> {
    /** Checks that all members are given. */
    public Adopted {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(found, "found");
      Objects.requireNonNull(requestId, "requestId");
    }

    @Override
    public WriteState state() {
      return WriteState.ADOPTED;
    }

    @Override
    public String toString() {
      return "Adopted[request " + requestId + "]";
    }
  }

  /**
   * The server has a record in its place that says something else, or says that it has one.
   *
   * @param found the records found, empty when the server only says so
   * @param requestId the server's name for the exchange that showed it
   * @param <T> the kind of resource
   */
  record Conflict<T extends Resource>(List<T> found, String requestId) implements WriteResult<T> {
    /** Copies the records. */
    public Conflict {
      found = List.copyOf(found);
      Objects.requireNonNull(requestId, "requestId");
    }

    @Override
    public WriteState state() {
      return WriteState.CONFLICT;
    }

    @Override
    public String toString() {
      return "Conflict[" + found.size() + " found, request " + requestId + "]";
    }
  }

  /**
   * The server refused it; nothing was stored.
   *
   * @param refusal why
   * @param <T> the kind of resource
   */
  record Rejected<T extends Resource>(SatuSehatRefusedException refusal) implements WriteResult<T> {
    /** Checks that there is a reason. */
    public Rejected {
      Objects.requireNonNull(refusal, "refusal");
    }

    @Override
    public WriteState state() {
      return WriteState.REJECTED;
    }
  }

  /**
   * It was sent, and what became of it could not be found out. Settle it later.
   *
   * @param cause what kept the answer away
   * @param maySendAgain whether it was sent once only and nothing says that it was stored, so that
   *     {@link SatuSehatClient#sendAgain} may be called, once in the life of the write
   * @param <T> the kind of resource
   */
  record Unknown<T extends Resource>(SimpulException cause, boolean maySendAgain)
      implements WriteResult<T> {
    /** Checks that there is a cause. */
    public Unknown {
      Objects.requireNonNull(cause, "cause");
    }

    @Override
    public WriteState state() {
      return WriteState.UNKNOWN;
    }
  }

  /**
   * Nothing was sent, or nothing of it was carried out: no connection, no token or none the server
   * accepts, no room, an option that is refused, a gateway that lets nothing through (403 or 404
   * without an OperationOutcome). It may be sent again at will, once that is mended.
   *
   * @param cause what kept it back
   * @param <T> the kind of resource
   */
  record NotSent<T extends Resource>(SimpulException cause) implements WriteResult<T> {
    /** Checks that there is a cause. */
    public NotSent {
      Objects.requireNonNull(cause, "cause");
    }

    @Override
    public WriteState state() {
      return WriteState.NEW;
    }
  }
}
