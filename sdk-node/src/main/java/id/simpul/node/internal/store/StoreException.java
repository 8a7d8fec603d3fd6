package id.simpul.node.internal.store;

import id.simpul.core.Fault;
import id.simpul.core.SimpulException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The store did not do what was asked. {@link #outcomeUnknown()} tells whether it may have been
 * written all the same; in every other case nothing was.
 */
public final class StoreException extends SimpulException {
  private static final long serialVersionUID = 1L;

  /** What kept the store from it. */
  public enum Kind {
    /** Too many commands, or too many bytes, wait for their commit. */
    QUEUE_FULL("queue-full", "has no room for more writes", "Answer 503 and try again shortly"),
    /** The store is closed or closing. */
    CLOSED("closed", "is closed", "Open the store again"),
    /** Another process held the database for too long, or all readers were taken. */
    BUSY("busy", "is held by others", "Try again shortly"),
    /** The disk, or the room the database may take, is full. */
    DISK_FULL("disk-full", "has no room left on its disk", "Free space; no restart is needed"),
    /** The disk failed, or the file cannot be opened or written. */
    IO("io", "cannot read or write its file", "Check the disk and the file's permissions"),
    /** The file is not a sound database. */
    CORRUPT("corrupt", "holds a damaged database", "Restore a backup"),
    /** The database refused this one command; its neighbours are not concerned. */
    REJECTED("rejected", "refused the command", "Correct the command; the cause says why"),
    /** The scope has used all the nonces that are kept for it. */
    NONCES_FULL("nonces-full", "keeps no more nonces for this sender", "Slow the sender down"),
    /** The stream has as many events as a stream may have. */
    STREAM_FULL("stream-full", "takes no more events for this stream", "Start another stream"),
    /** A search took longer than one may. */
    TOO_COSTLY("too-costly", "stopped a search that took too long", "Search for less"),
    /** The database's schema is not one this program can use. */
    SCHEMA("schema", "has a schema this program does not know", "Run the program it belongs to"),
    /** The database does not grant what durability needs. */
    DURABILITY("durability", "would not keep what it acknowledges", "Use a local disk"),
    /** A recorded event cannot be read; the log was changed from outside. */
    EVENT_UNREADABLE("event-unreadable", "holds an unreadable event", "Verify the log"),
    /** An identity is encrypted under a key that was not given. */
    IDENTITY_KEY_UNKNOWN(
        "identity-key-unknown", "lacks the key of an identity", "Configure the named key"),
    /** An identity cannot be decrypted; it was changed or belongs to another stream. */
    IDENTITY_UNREADABLE(
        "identity-unreadable", "holds an unreadable identity", "Check the key; restore the row"),
    /** A thread was interrupted while it waited for the store; its flag is set again. */
    INTERRUPTED("interrupted", "was not waited for", "Nothing, this was asked for");

    private final String word;
    private final String what;
    private final String now;

    Kind(String word, String what, String now) {
      this.word = word;
      this.what = what;
      this.now = now;
    }

    /**
     * Whether the store as a whole is concerned, and not the one command.
     *
     * @return true when every other command would fail in the same way now
     */
    public boolean concernsStore() {
      return switch (this) {
        case CLOSED, BUSY, DISK_FULL, IO, CORRUPT, SCHEMA, DURABILITY -> true;
        default -> false;
      };
    }
  }

  private final Kind kind;
  private final boolean outcomeUnknown;

  private StoreException(
      Kind kind, String store, String where, boolean outcomeUnknown, @Nullable Throwable cause) {
    super(new Fault("node.store." + kind.word, store, kind.what, where, kind.now), cause);
    this.kind = Objects.requireNonNull(kind, "kind");
    this.outcomeUnknown = outcomeUnknown;
  }

  /**
   * A failure that left nothing behind.
   *
   * @param kind what kept the store from it
   * @param store which store, for example its file's name
   * @param where the operation or row concerned, never a value
   * @param cause what led to it, or null
   * @return the exception
   */
  public static StoreException of(
      Kind kind, String store, String where, @Nullable Throwable cause) {
    return new StoreException(kind, store, where, false, cause);
  }

  /**
   * The same failure, met while committing: what was written may be found after all.
   *
   * @return a new exception with an unknown outcome
   */
  public StoreException duringCommit() {
    return new StoreException(kind, fault().who(), fault().where(), true, getCause());
  }

  /**
   * What kept the store from it.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Whether the command may have been written all the same.
   *
   * @return false only when it certainly was not
   */
  public boolean outcomeUnknown() {
    return outcomeUnknown;
  }
}
