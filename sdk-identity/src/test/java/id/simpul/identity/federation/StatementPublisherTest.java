package id.simpul.identity.federation;

import static id.simpul.identity.federation.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.ExpiryAlarm.State;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import id.simpul.identity.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StatementPublisherTest {
  private static final Instant NOW = FederationFixture.NOW;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final SettableClock clock = new SettableClock(NOW.plusMillis(999));
  private final AtomicInteger issued = new AtomicInteger();
  private boolean broken;
  private final StatementPublisher publisher =
      new StatementPublisher("test", this::issue, StatementLifetime.DEFAULT, clock);

  private String issue() {
    if (broken) {
      throw new TrustException(Reason.KEY_UNUSABLE, "hsm", "does not answer", "key");
    }
    return "token " + issued.incrementAndGet();
  }

  @Test
  void current_withinADayAndAfter_isTheSameAndAnother() {
    assertThat(publisher.alarm()).isEmpty();
    assertThat(publisher.current()).isEqualTo("token 1");
    clock.set(NOW.plus(Duration.ofDays(1)).minusMillis(1));
    assertThat(publisher.current()).isEqualTo("token 1");
    clock.set(NOW.plus(Duration.ofDays(1)));
    assertThat(publisher.current()).isEqualTo("token 2");
  }

  @Test
  void current_issuedWhileTheClockRanAhead_isIssuedAnew() {
    clock.set(NOW.plus(Duration.ofDays(4 * 365)));
    publisher.current();
    clock.set(NOW);
    assertThat(publisher.current()).isEqualTo("token 2");
    assertThat(publisher.current()).isEqualTo("token 2");
  }

  @Test
  void current_whenIssuingFails_isTheOldOneUntilItRunsOut() {
    publisher.current();
    broken = true;
    assertThat(publisher.failure()).isEmpty();
    clock.set(NOW.plus(Duration.ofDays(7)).minus(SECOND));
    assertThat(publisher.current()).isEqualTo("token 1");
    assertThat(publisher.failure().orElseThrow().reason()).isEqualTo(Reason.KEY_UNUSABLE);
    assertThat(publisher.alarm().orElseThrow().state(clock.instant())).isEqualTo(State.WARNING);
    clock.set(NOW.plus(Duration.ofDays(7)));
    refused(Reason.KEY_UNUSABLE, publisher::current);
    assertThat(publisher.alarm().orElseThrow().state(clock.instant())).isEqualTo(State.EXPIRED);
    broken = false;
    assertThat(publisher.current()).isEqualTo("token 2");
    assertThat(publisher.failure()).isEmpty();
    assertThat(publisher.alarm().orElseThrow().state(clock.instant())).isEqualTo(State.QUIET);
  }

  @Test
  void current_whenNothingWasEverIssued_fails() {
    broken = true;
    refused(Reason.KEY_UNUSABLE, publisher::current);
    assertThat(publisher.alarm()).isEmpty();
  }

  @Test
  void publisher_ofAnIssuer_alarmsWhenItsTokenRunsOut() {
    FederationKeys keys = FederationKeys.of(Member.newKey());
    EntityId city = new EntityId("https://jambikota.example");
    StatementPublisher own =
        EntityConfigurationIssuer.builder(city, keys, clock).build().publisher();
    EntityConfiguration read =
        new EntityStatementVerifier(clock).configuration(own.current(), city, keys.published());
    ExpiryAlarm alarm = own.alarm().orElseThrow();
    assertThat(alarm.expiresAt()).isEqualTo(read.expiresAt());
    assertThat(alarm.what()).isEqualTo("configuration of https://jambikota.example");
    Subordinate opd = Subordinate.of(new EntityId("https://opd.example"), keys.published());
    StatementPublisher about = new SubordinateStatementIssuer(city, keys, clock).publisher(opd);
    about.current();
    assertThat(about.alarm().orElseThrow().what())
        .isEqualTo("statement of https://jambikota.example about https://opd.example");
  }

  @Test
  void alarm_beforeAtAndAfterEachTime_changesExactlyThere() {
    Instant end = NOW.plus(Duration.ofDays(7));
    ExpiryAlarm alarm = new ExpiryAlarm("chain", end, ExpiryAlarm.DEFAULT_WARN_BEFORE);
    Instant warning = end.minus(Duration.ofDays(3));
    assertThat(alarm.state(warning.minusMillis(1))).isEqualTo(State.QUIET);
    assertThat(alarm.state(warning)).isEqualTo(State.WARNING);
    assertThat(alarm.state(end.minusMillis(1))).isEqualTo(State.WARNING);
    assertThat(alarm.state(end)).isEqualTo(State.EXPIRED);
    assertThat(alarm.remaining(end.plus(SECOND))).isEqualTo(SECOND.negated());
    assertThat(alarm.toText(NOW))
        .isEqualTo("chain holds for 7 days and 0 hours, until 2026-11-28T03:00:00Z");
    assertThat(alarm.toText(end)).isEqualTo("chain has run out at 2026-11-28T03:00:00Z");
  }
}
