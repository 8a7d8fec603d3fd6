package id.simpul.core;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * No complete answer came. {@link #outcomeUnknown()} tells the one thing that matters for a report:
 * whether the node may have acted all the same.
 */
public final class TransportException extends CallException {
  private static final long serialVersionUID = 1L;

  /** What kept the answer away. */
  public enum Kind {
    /** No connection could be made: refused, no route, unknown host. */
    CONNECT("connect", false, "Check the base URL and that the node runs"),
    /** The address policy refuses the host; nothing was sent. The message names host and rule. */
    ADDRESS_REFUSED(
        "address-refused", false, "Use a public https address, or allow its network explicitly"),
    /** The TLS handshake failed. */
    TLS("tls", false, "Check the node's certificate and this machine's trust store"),
    /** A timeout ran out after the request may have been sent. */
    TIMEOUT("timeout", true, "Send again with the same idempotency key"),
    /** The connection broke, or what came was not HTTP, after the request may have been sent. */
    IO("io", true, "Send again with the same idempotency key"),
    /** The answer was larger than the limit. */
    ANSWER_TOO_LARGE("answer-too-large", true, "Narrow the query or raise the limit"),
    /** The caller cancelled, or closed the client meanwhile. */
    CANCELLED("cancelled", true, "Nothing, this was asked for"),
    /** The calling thread was interrupted; its interrupt flag is set again. */
    INTERRUPTED("interrupted", true, "Nothing, this was asked for"),
    /** Too many asynchronous calls are waiting in this client; nothing was sent. */
    OVERLOADED("overloaded", false, "Wait for earlier calls to finish"),
    /** The client was closed; nothing was sent. */
    CLOSED("closed", false, "Use a client that is open");

    private final String word;
    private final boolean mayHaveArrived;
    private final String now;

    Kind(String word, boolean mayHaveArrived, String now) {
      this.word = word;
      this.mayHaveArrived = mayHaveArrived;
      this.now = now;
    }

    /**
     * The stable reason code.
     *
     * @return {@code core.transport.} and a word
     */
    public String code() {
      return "core.transport." + word;
    }

    /**
     * Whether an attempt that ended so may have reached the node.
     *
     * @return false only when it certainly did not
     */
    public boolean mayHaveArrived() {
      return mayHaveArrived;
    }
  }

  /** What kept the answer away. */
  private final Kind kind;

  /** Attempts made. */
  private final int attempts;

  private final transient Duration elapsed;

  /**
   * Creates the exception for one call.
   *
   * @param node base URL of the node that was called
   * @param operationId the operation called
   * @param kind what kept the answer away
   * @param attempts attempts made, 0 when none was started
   * @param elapsed time since the call began
   * @param cause the transport's own exception, or null; that of a refused address holds host and
   *     rule, which become part of the message
   */
  public TransportException(
      URI node,
      String operationId,
      Kind kind,
      int attempts,
      Duration elapsed,
      @Nullable Throwable cause) {
    this(node, operationId, kind, attempts, elapsed, null, cause);
  }

  /**
   * Creates the exception for one call whose answer had begun.
   *
   * @param node base URL of the node that was called
   * @param operationId the operation called
   * @param kind what kept the answer away
   * @param attempts attempts made, 0 when none was started
   * @param elapsed time since the call began
   * @param requestId the node's name for the exchange, or null
   * @param cause the transport's own exception, or null; that of a refused address holds host and
   *     rule, which become part of the message
   */
  public TransportException(
      URI node,
      String operationId,
      Kind kind,
      int attempts,
      Duration elapsed,
      @Nullable String requestId,
      @Nullable Throwable cause) {
    super(
        new Fault(
            kind.code(),
            node.toString(),
            "gave no answer ("
                + reason(kind, cause)
                + ") after "
                + attempts
                + " attempt(s) in "
                + elapsed.toMillis()
                + " ms",
            operationId,
            kind.now),
        requestId,
        cause);
    this.kind = kind;
    this.attempts = attempts;
    this.elapsed = Objects.requireNonNull(elapsed, "elapsed");
  }

  private static String reason(Kind kind, @Nullable Throwable cause) {
    // The messages of other causes are not ours, and may quote what was sent.
    return kind == Kind.ADDRESS_REFUSED && cause != null
        ? kind.word + ", " + cause.getMessage()
        : kind.word;
  }

  /**
   * What kept the answer away.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Whether the node may have received and carried out the request.
   *
   * @return false only when it certainly did not
   */
  public boolean outcomeUnknown() {
    return attempts > 0 && kind.mayHaveArrived;
  }

  /**
   * How many attempts were made.
   *
   * @return 0 or more
   */
  public int attempts() {
    return attempts;
  }

  /**
   * Time from the start of the call to the failure, waits included.
   *
   * @return a non-negative duration
   */
  public Duration elapsed() {
    return elapsed;
  }
}
