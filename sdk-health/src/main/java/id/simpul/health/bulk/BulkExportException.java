package id.simpul.health.bulk;

import id.simpul.core.Fault;
import id.simpul.core.SimpulException;
import org.jspecify.annotations.Nullable;

/** An export that cannot go on. What is on disk stays, and running it again goes on from there. */
public final class BulkExportException extends SimpulException {
  private static final long serialVersionUID = 1L;

  /** Why it cannot go on. */
  public enum Reason {
    /** The server refused the export, or it failed there. */
    REFUSED("refused", "Ask the server's operator, naming the request id"),
    /** The server no longer knows the export. */
    GONE("gone", "Discard the export and ask for it anew"),
    /** The server did not answer for too long, or did not finish in time. */
    UNREACHABLE("unreachable", "Run the export again; it goes on where it was"),
    /** What the server says is ready cannot be used. */
    UNUSABLE("unusable", "Report it to the server's operator"),
    /** The folder holds another export, or another program works on it. */
    FOLDER("folder", "Use a folder for each export, and one program at a time"),
    /** The disk failed or is full. */
    DISK("disk", "Make room, then run the export again"),
    /** The client was closed, or the thread interrupted. */
    ENDED("ended", "Run the export again; it goes on where it was");

    private final String word;
    private final String now;

    Reason(String word, String now) {
      this.word = word;
      this.now = now;
    }

    /**
     * The stable reason code.
     *
     * @return {@code health.bulk.} and a word
     */
    public String code() {
      return "health.bulk." + word;
    }
  }

  /** Why it cannot go on. */
  private final Reason reason;

  /**
   * Says why an export cannot go on.
   *
   * @param reason the reason
   * @param who the server or the folder, without anything of a request
   * @param what what happened, one phrase without content
   * @param cause what led to it, or null
   */
  public BulkExportException(Reason reason, String who, String what, @Nullable Throwable cause) {
    super(new Fault(reason.code(), who, what, "bulk export", reason.now), cause);
    this.reason = reason;
  }

  /**
   * Why it cannot go on.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }
}
