package id.simpul.health.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.health.certificate.RevocationBatch.HashType;
import id.simpul.health.certificate.RevocationCheck.Status;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RevocationListHolderTest {
  private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");
  private static final Duration AGE = Duration.ofHours(6);
  private static final Kid KID = new Kid(7);

  private Instant now = START;
  private final RevocationListHolder holder =
      new RevocationListHolder(RevocationList.empty(), AGE, () -> now);

  private static RevocationList list(Instant asOf, String... numbers) {
    Set<RevocationHash> entries =
        Set.of(numbers).stream().map(RevocationHash::of).collect(Collectors.toSet());
    return RevocationList.of(
        asOf,
        List.of(
            new RevocationBatch(
                KID, "ID", HashType.UCI, START.plus(Duration.ofDays(30)), entries)));
  }

  private static RevocationQuestion about(String number) {
    return RevocationQuestion.of(KID, "ID", number, new byte[] {1});
  }

  @Test
  void ask_listThatIsTooOld_vouchesForNothingAndTakesBackWhatItNames() {
    assertThat(holder.ask(about("a"))).isEqualTo(Status.UNKNOWN);
    assertThat(holder.refresh(() -> list(now, "b"))).isEmpty();
    now = START.plus(AGE);
    assertThat(holder.ask(about("a"))).isEqualTo(Status.GOOD);
    now = START.plus(AGE).plusNanos(1);
    assertThat(holder.ask(about("a"))).isEqualTo(Status.UNKNOWN);
    assertThat(holder.ask(about("b"))).isEqualTo(Status.REVOKED);
  }

  @Test
  void refresh_olderOrAheadOrFailing_keepsTheList() {
    holder.refresh(() -> list(START, "a"));
    assertThat(reason(list(START.minusNanos(1)))).isEqualTo(Reason.EXPIRED);
    assertThat(reason(list(START.plus(HcertVerifier.LEEWAY).plusNanos(1))))
        .isEqualTo(Reason.NOT_YET_VALID);
    assertThat(
            holder.refresh(() -> {
              throw new IllegalStateException("broken");
            }))
        .isPresent();
    assertThat(holder.ask(about("a"))).isEqualTo(Status.REVOKED);
    assertThat(holder.refresh(() -> list(START.plus(HcertVerifier.LEEWAY)))).isEmpty();
    assertThat(holder.ask(about("a"))).isEqualTo(Status.GOOD);
  }

  private Reason reason(RevocationList next) {
    return ((TrustException) holder.refresh(() -> next).orElseThrow()).reason();
  }

  @Test
  void anyOf_severalLists_oneThatTakesBackIsEnough() {
    RevocationCheck good = question -> Status.GOOD;
    RevocationCheck unknown = question -> Status.UNKNOWN;
    RevocationCheck revoked = question -> Status.REVOKED;
    assertThat(RevocationCheck.anyOf(List.of(good, unknown, revoked)).ask(about("a")))
        .isEqualTo(Status.REVOKED);
    assertThat(RevocationCheck.anyOf(List.of(good, unknown)).ask(about("a")))
        .isEqualTo(Status.GOOD);
    assertThat(RevocationCheck.anyOf(List.of(unknown)).ask(about("a"))).isEqualTo(Status.UNKNOWN);
    assertThat(RevocationCheck.anyOf(List.of()).ask(about("a"))).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void anyOf_oneFails_theOthersAreAskedAllTheSame() {
    RevocationCheck broken =
        question -> {
          throw new IllegalStateException("broken");
        };
    RevocationCheck good = question -> Status.GOOD;
    RevocationCheck unknown = question -> Status.UNKNOWN;
    RevocationCheck revoked = question -> Status.REVOKED;
    assertThat(RevocationCheck.anyOf(List.of(broken, good, revoked)).ask(about("a")))
        .isEqualTo(Status.REVOKED);
    assertThat(RevocationCheck.anyOf(List.of(broken, good)).ask(about("a"))).isEqualTo(Status.GOOD);
    assertThatThrownBy(
            () -> RevocationCheck.anyOf(List.of(unknown, broken, unknown)).ask(about("a")))
        .hasMessage("broken");
  }

  @Test
  void holder_ageThatIsNone_isRefused() {
    assertThatThrownBy(
            () -> new RevocationListHolder(RevocationList.empty(), Duration.ZERO, () -> now))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
