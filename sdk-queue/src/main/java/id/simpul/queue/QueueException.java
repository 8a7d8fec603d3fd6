package id.simpul.queue;

import id.simpul.core.Fault;
import id.simpul.core.SimpulException;
import org.jspecify.annotations.Nullable;

/** The queue could not do what was asked; what was in it before is in it still. */
public final class QueueException extends SimpulException {
  private static final long serialVersionUID = 1L;

  /** What keeps the queue from its work. */
  public enum Kind {
    /** Another process holds the file for too long. */
    BUSY("busy", "Try again"),
    /** The disk failed, is full, or the file cannot be opened or written. */
    IO("io", "Check the disk and the rights on the file"),
    /** The file is another program's, or of a version this one does not know. */
    SCHEMA("schema", "Use the program the file belongs to, or another file"),
    /** What is stored cannot be decrypted: another key, or changed bytes. */
    UNREADABLE("unreadable", "Use the key the queue was made with"),
    /** The queue is closed. */
    CLOSED("closed", "Use a queue that is open");

    private final String word;
    private final String now;

    Kind(String word, String now) {
      this.word = word;
      this.now = now;
    }

    /**
     * The stable reason code.
     *
     * @return {@code queue.} and a word
     */
    public String code() {
      return "queue." + word;
    }
  }

  /** What keeps it from its work. */
  private final Kind kind;

  /**
   * Says what keeps the queue from its work.
   *
   * @param kind the kind
   * @param file the file's name, without its folder
   * @param where what was asked, {@code claim}
   * @param cause what led to it, without anything stored, or null
   */
  public QueueException(Kind kind, String file, String where, @Nullable Throwable cause) {
    super(new Fault(kind.code(), file, "the queue is " + kind.word, where, kind.now), cause);
    this.kind = kind;
  }

  /**
   * What keeps the queue from its work.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }
}
