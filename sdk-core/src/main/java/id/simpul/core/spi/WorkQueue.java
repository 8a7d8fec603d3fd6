package id.simpul.core.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Work that must outlive the program and a lost network: submissions that wait for a server. What
 * was added is there until it is finished, whatever crashes. Each piece has a key of its own, and
 * is in one pair of hands at a time: a claim holds it for a while, and who comes back later than
 * that can change nothing any more. Implementations are thread-safe and may be shared by processes.
 */
public interface WorkQueue extends AutoCloseable {
  /** The most characters of a key, kind or note. */
  int MAX_TEXT_LENGTH = 200;

  /** The most bytes of a payload. */
  int MAX_PAYLOAD_BYTES = 4 * 1024 * 1024;

  /** What became of an attempt to add work. */
  enum Added {
    /** It is in the queue, and stays there until it is finished. */
    ADDED,
    /** The same work is there under its key already, or was once; nothing was changed. */
    ALREADY_THERE,
    /** The key is taken by other work; nothing was changed. */
    KEY_REUSED
  }

  /**
   * A piece of work. The payload is not copied and must not be changed.
   *
   * @param key its name, used once: 1 to {@link #MAX_TEXT_LENGTH} characters, nothing personal
   * @param kind what kind of work it is, for whoever does it; nothing personal
   * @param payload what is to be done, at most {@link #MAX_PAYLOAD_BYTES}
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copying would cost
  record Work(String key, String kind, byte[] payload) {
    /** Checks the sizes. */
    public Work {
      requireText(key, "A key");
      requireText(kind, "A kind");
      if (Objects.requireNonNull(payload, "payload").length > MAX_PAYLOAD_BYTES) {
        throw new IllegalArgumentException("A payload has at most " + MAX_PAYLOAD_BYTES + " bytes");
      }
    }

    private static void requireText(String text, String what) {
      if (text.isBlank() || text.length() > MAX_TEXT_LENGTH) {
        throw new IllegalArgumentException(
            what + " has 1 to " + MAX_TEXT_LENGTH + " characters and is not blank");
      }
    }

    @Override
    public String toString() {
      return "Work[" + kind + ", " + payload.length + " bytes]";
    }
  }

  /**
   * Work in one's hands.
   *
   * @param work the work
   * @param note what was noted last, {@code ""} at first
   * @param attempts how often it was claimed, this time included
   * @param number tells this claim from others of the same work
   */
  record Claim(Work work, String note, int attempts, long number) {
    /** Checks that all members are given. */
    public Claim {
      Objects.requireNonNull(work, "work");
      Objects.requireNonNull(note, "note");
    }
  }

  /**
   * Adds work, durably: when this returns it survives a power cut.
   *
   * @param work the work
   * @return what became of it
   */
  Added add(Work work);

  /**
   * Takes the oldest work that waits and may be done now. No two claims hold the same work at once.
   *
   * @param lease how long it is held, positive
   * @return the work, or empty when there is none
   */
  Optional<Claim> claim(Duration lease);

  /**
   * Notes how far work in one's hands has come, durably, and holds it for another while: what comes
   * after a crash learns of it. Whoever is told {@code false} must leave the work alone.
   *
   * @param claim the claim
   * @param note how far it has come, at most {@link #MAX_TEXT_LENGTH} characters, nothing personal
   * @param lease how long it is held from now on, positive
   * @return false when another holds it meanwhile, or it is finished; nothing was changed then
   */
  boolean note(Claim claim, String note, Duration lease);

  /**
   * Finishes work. Its key stays known, its payload is forgotten.
   *
   * @param claim the claim
   * @return false when another holds it meanwhile, or it is finished; nothing was changed then
   */
  boolean finish(Claim claim);

  /**
   * Puts work back.
   *
   * @param claim the claim
   * @param note what the next one should know, at most {@link #MAX_TEXT_LENGTH} characters, nothing
   *     personal
   * @param notBefore when it may be claimed again
   * @return false when another holds it meanwhile, or it is finished; nothing was changed then
   */
  boolean putBack(Claim claim, String note, Instant notBefore);

  /**
   * Sets work aside until a person has looked at it. It is not claimed again by itself.
   *
   * @param claim the claim
   * @param note why, at most {@link #MAX_TEXT_LENGTH} characters, nothing personal
   * @return false when another holds it meanwhile, or it is finished; nothing was changed then
   */
  boolean setAside(Claim claim, String note);

  /**
   * Lets work that was set aside wait again.
   *
   * @param key its key
   * @return false when there is none set aside under the key
   */
  boolean resume(String key);

  /**
   * Counts what waits, that in someone's hands included.
   *
   * @return how many pieces
   */
  long waiting();

  /**
   * Counts what is set aside.
   *
   * @return how many pieces
   */
  long asideCount();

  /** Ends it; what waits stays. */
  @Override
  void close();
}
