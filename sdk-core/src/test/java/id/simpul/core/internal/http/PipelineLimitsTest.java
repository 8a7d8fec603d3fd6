package id.simpul.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ApiException;
import id.simpul.core.ContractChecks;
import id.simpul.core.RequestOptions;
import id.simpul.core.TransportException;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Params;
import id.simpul.core.support.Notes;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PipelineLimitsTest {
  private static final long FIVE_GIB = 5L * 1024 * 1024 * 1024;

  /** A body without end to speak of, in chunks; counts what it got rid of. */
  private static final class Flood implements MockResponseBody {
    private final AtomicLong written = new AtomicLong();

    @Override
    public long getContentLength() {
      return -1;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      byte[] chunk = new byte[64 * 1024];
      Arrays.fill(chunk, (byte) ' ');
      for (long sent = 0; sent < FIVE_GIB; sent += chunk.length) {
        sink.writeHexadecimalUnsignedLong(chunk.length).writeUtf8("\r\n");
        sink.write(chunk).writeUtf8("\r\n").flush();
        written.addAndGet(chunk.length);
      }
      sink.writeUtf8("0\r\n\r\n");
    }

    MockResponse.Builder answer(int status) {
      return Rig.status(status).body(this).setHeader("Transfer-Encoding", "chunked");
    }
  }

  private static String note(int length) {
    String frame = "{\"id\":\"a1\",\"text\":\"\"}";
    return "{\"id\":\"a1\",\"text\":\"" + "x".repeat(length - frame.length()) + "\"}";
  }

  private static TransportException.Kind kind(Rig rig) {
    return catchThrowableOfType(TransportException.class, rig::read).kind();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml"})
  void call_fiveGibibytesInChunks_refusedAtTheLimit(String format) {
    Flood flood = new Flood();
    try (Rig rig = new Rig().answer(flood.answer(200))) {
      TransportException e =
          catchThrowableOfType(
              TransportException.class,
              () -> rig.client.call(Notes.READ, "a1", RequestOptions.NONE.withFormat(format)));
      assertThat(e.kind()).isEqualTo(TransportException.Kind.ANSWER_TOO_LARGE);
      assertThat(rig.requests()).isOne();
      assertThat(flood.written.get()).isLessThan(10L * Limits.DEFAULT_MAX_BYTES);
    }
  }

  @Test
  void call_fiveGibibytesOfError_hasItsStatus() {
    Flood flood = new Flood();
    try (Rig rig = new Rig().answer(flood.answer(500))) {
      ApiException e = catchThrowableOfType(ApiException.class, rig::read);
      assertThat(e.status()).isEqualTo(500);
      assertThat(e.problems()).isEmpty();
      assertThat(flood.written.get()).isLessThan(FIVE_GIB / 2); // OkHttp discards for 100 ms
    }
  }

  @Test
  void call_answerAtTheLimit_isRead() {
    try (Rig rig =
        new Rig(c -> c.limits(Limits.DEFAULT.withMaxBytes(1000)))
            .answer(Rig.json(200, note(1000)), Rig.status(200).chunkedBody(note(1000), 100))) {
      assertThat(rig.read().id()).isEqualTo("a1");
      assertThat(rig.read().id()).isEqualTo("a1");
    }
  }

  @Test
  void call_answerOnePastTheLimit_refused() {
    for (ContractChecks checks : ContractChecks.values()) {
      try (Rig rig =
          new Rig(c -> c.contractChecks(checks).limits(Limits.DEFAULT.withMaxBytes(1000)))
              .answer(Rig.json(200, note(1001)), Rig.status(200).chunkedBody(note(1001), 100))) {
        assertThat(kind(rig)).isEqualTo(TransportException.Kind.ANSWER_TOO_LARGE);
        assertThat(kind(rig)).isEqualTo(TransportException.Kind.ANSWER_TOO_LARGE);
        assertThat(rig.requests()).isEqualTo(2);
      }
    }
  }

  @Test
  void call_declaredLengthPastTheLimit_refusedUnread() {
    try (Rig rig =
        new Rig()
            .answer(
                Rig.status(200).body("x").setHeader("Content-Length", Long.toString(FIVE_GIB)))) {
      assertThat(kind(rig)).isEqualTo(TransportException.Kind.ANSWER_TOO_LARGE);
    }
  }

  @Test
  void call_errorAtTheLimit_isReadAndOnePast_isNot() {
    String frame = "{\"detail\":\"\"}";
    String detail = "x".repeat(ErrorReader.MAX_BYTES - frame.length());
    try (Rig rig =
        new Rig()
            .answer(
                Rig.json(500, "{\"detail\":\"" + detail + "\"}"),
                Rig.json(500, "{\"detail\":\"" + detail + "x\"}"))) {
      assertThat(catchThrowableOfType(ApiException.class, rig::read).problems()).hasSize(1);
      assertThat(catchThrowableOfType(ApiException.class, rig::read).problems()).isEmpty();
    }
  }

  @Test
  void call_headersWithoutEnd_refused() {
    MockResponse.Builder answer = Rig.ok();
    for (int i = 0; i < 10_000; i++) {
      answer.addHeader("X-Flood-" + i, "x".repeat(100));
    }
    try (Rig rig = new Rig().answer(answer)) {
      assertThat(catchThrowableOfType(TransportException.class, rig::submit).kind())
          .isEqualTo(TransportException.Kind.IO);
    }
  }

  @Test
  void call_informationalAnswers_areSkipped() {
    MockResponse.Builder answer = Rig.ok();
    for (int i = 0; i < 100; i++) {
      answer.addInformationalResponse(new MockResponse.Builder().code(103).build());
    }
    try (Rig rig = new Rig().answer(answer)) {
      assertThat(rig.read()).isEqualTo(Rig.NOTE);
    }
  }

  @Test
  void call_statusLineThatIsNone_isABrokenExchange() {
    try (Rig rig = new Rig().answer(Rig.ok().status("HTTP/1.1 planted"))) {
      assertThatThrownBy(rig::submit)
          .isInstanceOf(TransportException.class)
          .hasMessageNotContaining("planted");
    }
  }

  @Test
  void endpoint_pathsPastTheLimit_areNotKept() {
    Endpoint endpoint = new Endpoint(URI.create("http://localhost/base"));
    Params none = Params.EMPTY;
    for (int i = 0; i < Endpoint.MAX_KEPT; i++) {
      assertThat(endpoint.url("/p" + i, true, none)).isSameAs(endpoint.url("/p" + i, true, none));
    }
    assertThat(endpoint.url("/past", true, none))
        .isEqualTo(endpoint.url("/past", true, none))
        .isNotSameAs(endpoint.url("/past", true, none));
    assertThat(endpoint.url("/p0", false, none)).isNotSameAs(endpoint.url("/p0", false, none));
  }
}
