package id.simpul.health;

import id.simpul.core.Fault;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step of a write could not be noted. */
public final class SatuSehatJournalException extends SatuSehatException {
  /** The stable reason code. */
  public static final String CODE = "health.satusehat.journal";

  private static final long serialVersionUID = 1L;

  /** What became of the write all the same, or null when it was not sent. */
  private final transient @Nullable WriteResult<?> result;

  /**
   * Says which step.
   *
   * @param state the state that could not be noted
   * @param result what became of the write, or null when it was kept back for it
   * @param cause what the journal threw
   */
  public SatuSehatJournalException(
      WriteState state, @Nullable WriteResult<?> result, RuntimeException cause) {
    super(
        new Fault(
            CODE,
            "this client",
            result == null
                ? "could not note that it is about to send; nothing was sent"
                : "could not note that a write is now " + state,
            "journal of writes",
            "Mend the journal; what became of the write stands in the exception, if it was sent"),
        null,
        cause);
    this.result = result;
  }

  /**
   * What became of the write.
   *
   * @return the result, or empty when nothing was sent, or after serialization
   */
  public Optional<WriteResult<?>> result() {
    return Optional.ofNullable(result);
  }
}
