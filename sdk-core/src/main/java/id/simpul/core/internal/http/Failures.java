package id.simpul.core.internal.http;

import id.simpul.core.TransportException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;

/** Names what went wrong on the wire, and keeps what was on it out of the exception. */
final class Failures {
  private Failures() {}

  /**
   * The result of an attempt that broke.
   *
   * @param failure what OkHttp threw
   * @param mark what is known of the attempt
   * @param handle the call
   */
  static <O> AttemptResult.Broken<O> broken(
      IOException failure, AttemptMark mark, CallHandle handle) {
    boolean sent = mark.sent();
    return new AttemptResult.Broken<>(
        kind(failure, sent, handle), mark.requestId(), harmless(failure, sent));
  }

  /**
   * Whether idle connections to the node may be dead too: not after a timeout of our own, an answer
   * we would not read, or a call that was given up.
   *
   * @param failure what OkHttp threw
   * @param kind what it was taken for
   */
  static boolean hintsAtDeadConnections(IOException failure, Kind kind) {
    return kind == Kind.IO
        || (kind == Kind.CONNECT && !(failure instanceof InterruptedIOException));
  }

  private static Kind kind(IOException failure, boolean sent, CallHandle handle) {
    if (handle.isCancelled()) {
      return Kind.CANCELLED;
    }
    if (Thread.currentThread().isInterrupted()) {
      return Kind.INTERRUPTED;
    }
    if (failure instanceof RefusedAddressException) {
      return Kind.ADDRESS_REFUSED;
    }
    if (failure instanceof AnswerTooLargeException) {
      return Kind.ANSWER_TOO_LARGE;
    }
    if (!sent) {
      return failure instanceof SSLException ? Kind.TLS : Kind.CONNECT;
    }
    return failure instanceof InterruptedIOException ? Kind.TIMEOUT : Kind.IO;
  }

  /**
   * OkHttp quotes what it could not read, a status line for example, so once an exchange has begun
   * only messages that the JDK and this package write themselves are passed on.
   */
  private static IOException harmless(IOException failure, boolean sent) {
    Class<?> type = failure.getClass();
    if (!sent
        || type == SocketException.class
        || type == SocketTimeoutException.class
        || type == AnswerTooLargeException.class) {
      return failure;
    }
    IOException copy = new IOException(type.getName());
    copy.setStackTrace(failure.getStackTrace());
    return copy;
  }
}
