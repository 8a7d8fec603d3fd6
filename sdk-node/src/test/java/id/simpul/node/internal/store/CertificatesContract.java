package id.simpul.node.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.health.certificate.RevocationHash;
import id.simpul.node.internal.store.CertificateStore.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every database must do with issued and revoked certificates. */
public abstract class CertificatesContract extends StoreFixture {
  private static final String ACTOR = "health:puskesmas";
  private static final RevocationHash ONE = RevocationHash.of("URN:UVCI:01:ID:ONE");
  private static final RevocationHash TWO = RevocationHash.of("URN:UVCI:01:ID:TWO");

  private CertificateStore certificates() {
    return store.certificates();
  }

  @Test
  void issue_certificate_isRecordedOnce() {
    assertThat(certificates().standing(ONE)).isEqualTo(Standing.UNKNOWN);
    assertThat(certificates().issue(ONE, ACTOR)).isEqualTo(Standing.ISSUED);
    long head = store.head().sequence();
    assertThat(certificates().issue(ONE, ACTOR)).isEqualTo(Standing.ISSUED);
    assertThat(store.head().sequence()).isEqualTo(head);
    assertThat(certificates().standing(ONE)).isEqualTo(Standing.ISSUED);
    assertThat(certificates().standing(TWO)).isEqualTo(Standing.UNKNOWN);
    Event event = store.eventsAfter(head - 1, 1).get(0);
    assertThat(event.type()).isEqualTo(CertificateEvents.ISSUED);
    assertThat(event.envelope().actor()).isEqualTo(ACTOR);
    assertThat(new String(event.payload(), StandardCharsets.UTF_8)).doesNotContain("UVCI");
  }

  @Test
  void revoke_certificate_isForGoodAndOnce() {
    assertThat(certificates().revoke(ONE, ACTOR)).isEmpty();
    certificates().issue(ONE, ACTOR);
    certificates().issue(TWO, ACTOR);
    Optional<Instant> first = certificates().revoke(ONE, ACTOR);
    assertThat(first).contains(clock.instant());
    long head = store.head().sequence();
    clock.advance(Duration.ofHours(1));

    assertThat(certificates().revoke(ONE, "health:other")).isEqualTo(first);
    assertThat(certificates().issue(ONE, ACTOR)).isEqualTo(Standing.REVOKED);
    assertThat(certificates().standing(ONE)).isEqualTo(Standing.REVOKED);
    assertThat(certificates().standing(TWO)).isEqualTo(Standing.ISSUED);
    assertThat(store.head().sequence()).isEqualTo(head);
    assertThat(store.eventsAfter(head - 1, 1).get(0).type()).isEqualTo(CertificateEvents.REVOKED);
  }

  @Test
  void revokedSince_time_findsWhatWasTakenBackThenOrLater() {
    for (RevocationHash number : List.of(ONE, TWO)) {
      certificates().issue(number, ACTOR);
      certificates().revoke(number, ACTOR);
      clock.advance(Duration.ofHours(1));
    }
    Instant first = clock.instant().minus(Duration.ofHours(2));
    assertThat(certificates().revokedSince(first, 10)).containsExactlyInAnyOrder(ONE, TWO);
    assertThat(certificates().revokedSince(first, 1)).hasSize(1);
    assertThat(certificates().revokedSince(first.plusNanos(1000), 10)).containsExactly(TWO);
    assertThat(certificates().revokedSince(clock.instant(), 10)).isEmpty();
  }
}
