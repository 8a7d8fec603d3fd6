package id.simpul.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.TransportException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private static boolean hint(IOException failure, boolean sent) {
    AttemptMark mark = new AttemptMark(1);
    if (sent) {
      mark.markSent();
    }
    Kind kind = Failures.broken(failure, mark, new CallHandle()).kind();
    return Failures.hintsAtDeadConnections(failure, kind);
  }

  @Test
  void hintsAtDeadConnections_brokenConnection_isTrue() {
    assertThat(hint(new ConnectException(), false)).isTrue();
    assertThat(hint(new SocketException(), true)).isTrue();
    assertThat(hint(new IOException(), true)).isTrue();
  }

  @Test
  void hintsAtDeadConnections_ownTimeoutOrLimit_isFalse() {
    assertThat(hint(new SocketTimeoutException(), false)).isFalse();
    assertThat(hint(new InterruptedIOException(), false)).isFalse();
    assertThat(hint(new InterruptedIOException(), true)).isFalse();
    assertThat(hint(new AnswerTooLargeException(1), true)).isFalse();
  }
}
