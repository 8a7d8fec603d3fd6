package id.simpul.health.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/**
 * Every line that is logged at any level while it is open, by SLF4J, by java.util.logging (OkHttp's
 * way and that of the JDK) and by System.Logger, and what is printed. A server of a test speaks of
 * what it is asked, and is not listened to.
 */
public final class AllLogs implements AutoCloseable {
  private final Queue<String> records = new ConcurrentLinkedQueue<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level level = root.getLevel();
  private final java.util.logging.Logger julRoot = LogManager.getLogManager().getLogger("");
  private final java.util.logging.Level julLevel = julRoot.getLevel();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          records.add(
              event.getLoggerName()
                  + " "
                  + event.getFormattedMessage()
                  + (event.getThrowableProxy() == null
                      ? ""
                      : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
      };
  private final Handler handler =
      new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord record) {
          if (!String.valueOf(record.getLoggerName()).startsWith("mockwebserver3")) {
            records.add(record.getLoggerName() + " " + formatter.format(record));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /** Begins to listen. */
  public AllLogs() {
    appender.start();
    root.addAppender(appender);
    root.getAppender("STDERR").stop();
    root.setLevel(Level.TRACE);
    julRoot.setLevel(java.util.logging.Level.ALL);
    julRoot.addHandler(handler);
    PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
  }

  /** What was logged so far, exceptions and all. */
  public Queue<String> records() {
    return records;
  }

  /** What was printed so far. */
  public String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
    julRoot.removeHandler(handler);
    julRoot.setLevel(julLevel);
    root.setLevel(level);
    root.getAppender("STDERR").start();
    root.detachAppender(appender);
  }
}
