package id.simpul.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import id.simpul.core.ClientAuth;
import id.simpul.core.ContractChecks;
import id.simpul.core.RequestOptions;
import id.simpul.core.Timeouts;
import id.simpul.core.support.Notes;
import id.simpul.core.value.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Plants secrets in every place a call touches, lets it fail in every way, and looks for them in
 * all that was logged at any level and in every exception, causes and all.
 */
class PipelineRedactionTest {
  /** A NIK nobody has: the district does not exist. */
  private static final String NIK = "9999990101010001";

  private static final String API_KEY = "planted-api-key";
  private static final String TOKEN = "planted-token";
  private static final String HEADER = "planted-header";
  private static final String IDEMPOTENCY_KEY = "planted-idempotency-key";
  private static final String ANSWER = "planted-answer";
  private static final List<String> SECRETS =
      List.of(NIK, API_KEY, TOKEN, HEADER, IDEMPOTENCY_KEY, ANSWER);

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          IThrowableProxy thrown = event.getThrowableProxy();
          seen.add(
              event.getLoggerName()
                  + " "
                  + event.getFormattedMessage()
                  + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
        }
      };
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          if (!record.getLoggerName().startsWith("mockwebserver3")) {
            seen.add(new SimpleFormatter().format(record));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final java.util.logging.Logger julRoot = LogManager.getLogManager().getLogger("");
  private java.util.logging.Level julLevel;

  @BeforeEach
  void listen() {
    appender.start();
    root.addAppender(appender);
    root.getAppender("STDERR").stop();
    root.setLevel(Level.TRACE);
    julLevel = julRoot.getLevel();
    julRoot.setLevel(java.util.logging.Level.ALL);
    julRoot.addHandler(handler);
  }

  @AfterEach
  void stop() {
    julRoot.removeHandler(handler);
    julRoot.setLevel(julLevel);
    root.setLevel(Level.WARN);
    root.getAppender("STDERR").start();
    root.detachAppender(appender);
  }

  private static List<MockResponse.Builder> answers() {
    String body = "{\"id\":\"" + ANSWER + "\",\"text\":\"" + ANSWER + " " + NIK + "\"}";
    return List.of(
        Rig.json(200, body).addHeader("X-Planted", ANSWER),
        Rig.json(200, "{\"id\":\"" + ANSWER),
        Rig.json(200, ANSWER),
        Rig.status(200).setHeader("Content-Encoding", ANSWER).body(ANSWER),
        Rig.json(400, "{\"detail\":\"" + ANSWER + "\"}").addHeader("X-Planted", ANSWER),
        Rig.status(500).setHeader("Content-Type", "text/html").body("<p>" + ANSWER),
        Rig.status(302).setHeader("Location", "http://127.0.0.1/" + ANSWER),
        Rig.status(503).setHeader("Retry-After", ANSWER),
        Rig.ok().status("HTTP/1.1 " + ANSWER),
        Rig.ok().addHeaderLenient("X-Planted", "\u0000" + ANSWER),
        Rig.ok().setHeader("Content-Length", ANSWER),
        Rig.json(200, ANSWER).setHeader("Transfer-Encoding", "chunked"),
        Rig.status(204).setHeader("Content-Length", "7").body(ANSWER),
        Rig.ok().onRequestBody(new SocketEffect.CloseSocket()),
        Rig.json(200, ANSWER.repeat(10_000)).onResponseBody(new SocketEffect.CloseSocket()),
        Rig.ok().onResponseStart(SocketEffect.Stall.INSTANCE));
  }

  @Test
  void call_everyFailure_showsNothingThatWasSentOrReceived() {
    int failures = 0;
    for (ContractChecks checks : List.of(ContractChecks.OFF, ContractChecks.ALL)) {
      for (int i = 0; i < answers().size(); i++) {
        try (Rig rig = rig(checks)) {
          rig.answer(answers().get(i), Rig.status(400), Rig.status(400));
          failures += look(() -> rig.client.call(Notes.FIND, NIK, options()));
        }
        try (Rig rig = rig(checks)) {
          rig.answer(answers().get(i), Rig.status(400), Rig.status(400));
          Notes.Note note = new Notes.Note(NIK, NIK);
          failures += look(() -> rig.client.call(Notes.SUBMIT, note, options()));
        }
      }
      try (Rig rig = rig(checks)) {
        rig.server.close();
        failures += look(() -> rig.client.call(Notes.READ, NIK, options()));
        failures +=
            look(() -> rig.client.call(Notes.REPLACE, new Notes.Note("A " + NIK, NIK), options()));
        failures +=
            look(() ->
                rig.client.call(Notes.READ, NIK, options().withHeader("X-B", HEADER + "\u00e9")));
        rig.client.close();
        failures += look(() -> rig.client.call(Notes.READ, NIK, options()));
      }
    }
    assertThat(failures).isGreaterThan(60);
    assertThat(seen).anyMatch(line -> line.contains("operation=test.notes.find attempt=1"));
    for (String secret : SECRETS) {
      assertThat(seen).noneMatch(line -> line.contains(secret));
    }
  }

  private static Rig rig(ContractChecks checks) {
    ClientAuth both =
        (operation, parts) ->
            ClientAuth.bearer(Secret.of(TOKEN))
                .authenticate(
                    operation,
                    ClientAuth.apiKey(Secret.of(API_KEY)).authenticate(operation, parts));
    return new Rig(c ->
        c.auth(both)
            .contractChecks(checks)
            .timeouts(Timeouts.DEFAULT.withAttempt(Duration.ofSeconds(1))));
  }

  private static RequestOptions options() {
    return RequestOptions.NONE.withHeader("X-Planted", HEADER).withIdempotencyKey(IDEMPOTENCY_KEY);
  }

  /** Runs a call, keeps all that its exception shows, and counts it. */
  private int look(Runnable call) {
    Throwable thrown = catchThrowable(call::run);
    if (thrown == null) {
      return 0;
    }
    StringWriter shown = new StringWriter();
    thrown.printStackTrace(new PrintWriter(shown));
    seen.add(shown + " " + thrown);
    return 1;
  }
}
