package id.simpul.node.internal.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.ExpiryAlarm;
import id.simpul.identity.federation.StatementLifetime;
import id.simpul.node.internal.store.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementShelfTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T02:00:00Z"));
  private final AtomicInteger signed = new AtomicInteger();

  private String get(String content) {
    return new StatementShelf(folder, clock)
        .get(
            new StatementShelf.Order(
                "a", content, StatementLifetime.DEFAULT, () -> content + signed.incrementAndGet()));
  }

  private String getWhileTheKeyIsAway(String content) {
    return new StatementShelf(folder, clock)
        .get(
            new StatementShelf.Order(
                "a",
                content,
                StatementLifetime.DEFAULT,
                () -> {
                  throw new TrustException(Reason.KEY_UNUSABLE, "key", "is away", "test");
                }));
  }

  @Test
  void get_withinADay_signsOnceAndAnotherProcessReadsIt() {
    String first = get("x");
    clock.advance(DAY.minus(SECOND));

    assertThat(get("x")).isEqualTo(first).isEqualTo("x1");
  }

  @Test
  void get_aDayLater_signsAnew() {
    get("x");
    clock.advance(DAY);

    assertThat(get("x")).isEqualTo("x2");
  }

  @Test
  void get_signedWhileTheClockRanAhead_signsAnew() {
    clock.advance(Duration.ofDays(4 * 365));
    get("x");
    clock.advance(Duration.ofDays(4 * 365).negated());

    assertThat(get("x")).isEqualTo("x2");
    assertThat(get("x")).isEqualTo("x2");
  }

  @Test
  void get_otherContent_signsAnewAtOnce() {
    get("x");

    assertThat(get("y")).isEqualTo("y2");
  }

  @Test
  void get_keyAway_handsOutWhatHoldsToItsLastSecondAndThenNothing() {
    get("x");
    clock.advance(WEEK.minus(SECOND));
    assertThat(getWhileTheKeyIsAway("x")).isEqualTo("x1");
    clock.advance(SECOND);

    assertThatThrownBy(() -> getWhileTheKeyIsAway("x")).isInstanceOf(TrustException.class);
  }

  @Test
  void get_keyAwayAndContentChanged_doesNotHandOutWhatIsNoLongerSo() {
    get("x");

    assertThatThrownBy(() -> getWhileTheKeyIsAway("y")).isInstanceOf(TrustException.class);
  }

  @Test
  void get_fileBroken_signsAnew() throws IOException {
    get("x");
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      Files.writeString(all.get(0), "{\"statement\":");
    }

    assertThat(get("x")).isEqualTo("x2");
  }

  @Test
  void get_folderCannotBeWritten_signsOnceADayAllTheSame() throws IOException {
    Path notAFolder = Files.createFile(folder.resolve("full"));
    StatementShelf shelf = new StatementShelf(notAFolder, clock);
    StatementShelf.Order order =
        new StatementShelf.Order(
            "a", "x", StatementLifetime.DEFAULT, () -> "x" + signed.incrementAndGet());

    assertThat(shelf.get(order)).isEqualTo("x1");
    assertThat(shelf.get(order)).isEqualTo("x1");
    assertThat(shelf.alarm("a")).isPresent();
    clock.advance(DAY);
    assertThat(shelf.get(order)).isEqualTo("x2");
    Files.delete(notAFolder);
    clock.advance(DAY);
    assertThat(shelf.get(order)).isEqualTo("x3");
    assertThat(new StatementShelf(notAFolder, clock).get(order)).isEqualTo("x3");
  }

  @Test
  void alarm_threeDaysBeforeTheEnd_warns() {
    get("x");
    ExpiryAlarm alarm = new StatementShelf(folder, clock).alarm("a").orElseThrow();
    Instant warnFrom = clock.instant().plus(Duration.ofDays(4));

    assertThat(alarm.state(warnFrom.minus(SECOND))).isEqualTo(ExpiryAlarm.State.QUIET);
    assertThat(alarm.state(warnFrom)).isEqualTo(ExpiryAlarm.State.WARNING);
    assertThat(alarm.state(clock.instant().plus(WEEK))).isEqualTo(ExpiryAlarm.State.EXPIRED);
  }

  @Test
  void remove_statement_isNotHandedOutAgain() {
    get("x");
    new StatementShelf(folder, clock).remove("a");

    assertThat(get("x")).isEqualTo("x2");
  }
}
