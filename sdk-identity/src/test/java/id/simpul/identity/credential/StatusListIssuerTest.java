package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class StatusListIssuerTest {
  private static final int THREADS = 32;

  private final SettableClock clock = new SettableClock(StatusTokens.NOW);
  private final StatusIndexStore store = new InMemoryStatusIndexStore();

  private static StatusListTerms.Builder terms() {
    return StatusListTerms.builder(StatusTokens.ISSUER, StatusTokens.URI_1);
  }

  private StatusListIssuer issuer(StatusListTerms terms) {
    return new StatusListIssuer(terms, store, StatusTokens.KEY, clock);
  }

  private VerifiedStatusList verified(StatusListIssuer issuer) {
    return new StatusListVerifier(clock).verify(issuer.sign(), StatusTokens.SOURCE);
  }

  @Test
  void sign_defaults_verifierTakesIt() {
    StatusListIssuer issuer = issuer(terms().build());
    StatusReference revoked = issuer.allocate();
    StatusReference suspended = issuer.allocate();
    StatusReference valid = issuer.allocate();
    issuer.set(revoked, TokenStatus.INVALID);
    issuer.set(suspended, TokenStatus.SUSPENDED);
    VerifiedStatusList list = verified(issuer);
    assertThat(list.list().bits()).isEqualTo(StatusListTerms.DEFAULT_BITS);
    assertThat(list.list().size()).isEqualTo(131_072);
    assertThat(list.ttl()).isEqualTo(StatusListTerms.DEFAULT_TTL);
    assertThat(list.expiresAt()).isEqualTo(StatusTokens.NOW.plus(StatusListTerms.DEFAULT_LIFETIME));
    assertThat(list.list().get(revoked.index())).isEqualTo(TokenStatus.INVALID);
    assertThat(list.list().get(suspended.index())).isEqualTo(TokenStatus.SUSPENDED);
    assertThat(list.list().get(valid.index())).isEqualTo(TokenStatus.VALID);
    assertThat(issuer).hasToString("issuer of status list https://jambi.example/status/1");
  }

  @Test
  void isUsedUp_onePlaceBeforeTheLimitAndAtIt_saysSoAndStillGivesOutPlaces() {
    StatusListTerms terms = terms().size(2, 8).build();
    StatusListIssuer issuer = issuer(terms);
    assertThat(issuer.isUsed()).isFalse();
    assertThat(terms.places()).isEqualTo(6);
    for (int i = 1; i < terms.places(); i++) {
      issuer.allocate();
    }
    assertThat(issuer.isUsed()).isTrue();
    assertThat(issuer.isUsedUp()).isFalse();
    issuer.allocate();
    assertThat(issuer.isUsedUp()).isTrue();
    assertThat(issuer.allocate().uri()).isEqualTo(terms.uri());
    assertThat(terms().size(2, 1).build().places()).isEqualTo(1);
  }

  @Test
  void sign_largestListOfNoise_staysWithinTheVerifiersLimit() {
    StatusListIssuer issuer = issuer(terms().size(8, StatusListTerms.MAX_LIST_BYTES).build());
    Random random = new Random(1);
    byte[] noise = new byte[StatusListTerms.MAX_LIST_BYTES];
    random.nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      store.claim(StatusTokens.URI_1, i);
      store.replace(StatusTokens.URI_1, i, TokenStatus.VALID, new TokenStatus(noise[i] & 0xff));
    }
    assertThat(verified(issuer).list().get(12_345))
        .isEqualTo(new TokenStatus(noise[12_345] & 0xff));
  }

  @Test
  void allocate_threadsOfTwoIssuersOnOneStore_giveNoPlaceTwice() throws Exception {
    StatusListTerms small = terms().size(1, 4096).build();
    List<StatusListIssuer> issuers = List.of(issuer(small), issuer(small));
    Set<Long> given = Collections.synchronizedSet(new HashSet<>());
    List<Callable<Integer>> work = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      StatusListIssuer mine = issuers.get(thread % 2);
      work.add(() -> {
        int doubled = 0;
        for (int i = 0; i < 100; i++) {
          doubled += given.add(mine.allocate().index()) ? 0 : 1;
        }
        return doubled;
      });
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<Integer> doubled : threads.invokeAll(work)) {
        assertThat(doubled.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(given).hasSize(THREADS * 100).allMatch(index -> index >= 0 && index < 4096);
  }

  @Test
  void allocate_otherList_hasPlacesOfItsOwn() {
    StatusListIssuer first = issuer(terms().size(1, 1).build());
    URI other = URI.create("https://jambi.example/status/2");
    StatusListIssuer second =
        issuer(StatusListTerms.builder(StatusTokens.ISSUER, other).size(1, 1).build());
    assertThat(first.allocate().index()).isZero();
    StatusReference there = second.allocate();
    assertThat(there).isEqualTo(new StatusReference(0, other));
    second.set(there, TokenStatus.INVALID);
    assertThat(verified(first).list().get(0)).isEqualTo(TokenStatus.VALID);
  }

  @Test
  void allocate_fullList_isRefused() {
    StatusListIssuer issuer = issuer(terms().size(1, 1).build());
    issuer.allocate();
    assertThat(StatusTokens.refusal(issuer::allocate).reason()).isEqualTo(Reason.BUDGET_EXCEEDED);
  }

  @Test
  void allocate_order_tellsNothing() {
    StatusListIssuer issuer = issuer(terms().build());
    int ascending = 0;
    long last = -1;
    for (int i = 0; i < 1000; i++) {
      long index = issuer.allocate().index();
      ascending += index > last ? 1 : 0;
      last = index;
    }
    assertThat(ascending).isBetween(400, 600);
  }

  @Test
  void set_suspension_canBeLiftedAndRevocationCannot() {
    StatusListIssuer issuer = issuer(terms().build());
    StatusReference place = issuer.allocate();
    issuer.set(place, TokenStatus.SUSPENDED);
    assertThat(verified(issuer).list().get(place.index())).isEqualTo(TokenStatus.SUSPENDED);
    issuer.set(place, TokenStatus.VALID);
    assertThat(verified(issuer).list().get(place.index())).isEqualTo(TokenStatus.VALID);
    issuer.set(place, TokenStatus.INVALID);
    issuer.set(place, TokenStatus.INVALID);
    for (TokenStatus other : List.of(TokenStatus.VALID, TokenStatus.SUSPENDED)) {
      assertThat(StatusTokens.refusal(() -> issuer.set(place, other)).reason())
          .isEqualTo(Reason.NOT_ALLOWED);
    }
    assertThat(verified(issuer).list().get(place.index())).isEqualTo(TokenStatus.INVALID);
  }

  @Test
  void set_placeThatWasNeverGivenOut_isRefused() {
    StatusListIssuer issuer = issuer(terms().build());
    StatusReference never = new StatusReference(5, StatusTokens.URI_1);
    assertThat(StatusTokens.refusal(() -> issuer.set(never, TokenStatus.INVALID)).reason())
        .isEqualTo(Reason.NOT_ALLOWED);
  }

  @Test
  void set_whatTheListCannotHold_isRefused() {
    StatusListIssuer issuer = issuer(terms().size(2, 8).build());
    StatusReference place = issuer.allocate();
    StatusReference elsewhere =
        new StatusReference(place.index(), URI.create("https://jambi.example/status/2"));
    StatusReference past = new StatusReference(8, StatusTokens.URI_1);
    issuer.set(place, new TokenStatus(3));
    assertThatIllegalArgumentException().isThrownBy(() -> issuer.set(place, new TokenStatus(4)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> issuer.set(elsewhere, TokenStatus.INVALID));
    assertThatIllegalArgumentException().isThrownBy(() -> issuer.set(past, TokenStatus.INVALID));
  }

  @Test
  void set_revokedByAnotherProcessMeanwhile_staysRevoked() {
    StatusIndexStore racing = new RacingStore(store, TokenStatus.INVALID);
    StatusListIssuer issuer =
        new StatusListIssuer(terms().build(), racing, StatusTokens.KEY, clock);
    StatusReference place = issuer.allocate();
    assertThat(StatusTokens.refusal(() -> issuer.set(place, TokenStatus.SUSPENDED)).reason())
        .isEqualTo(Reason.NOT_ALLOWED);
    assertThat(store.find(StatusTokens.URI_1, (int) place.index())).contains(TokenStatus.INVALID);
  }

  @Test
  void terms_limits_areChecked() {
    terms().size(8, StatusListTerms.MAX_LIST_BYTES);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> terms().size(8, StatusListTerms.MAX_LIST_BYTES + 1));
    assertThatIllegalArgumentException().isThrownBy(() -> terms().size(3, 8));
    terms().ttl(StatusListVerifier.MIN_TTL).ttl(StatusListVerifier.MAX_TTL);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> terms().ttl(StatusListVerifier.MIN_TTL.minusNanos(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> terms().ttl(StatusListVerifier.MAX_TTL.plusNanos(1)));
    terms().lifetime(StatusListVerifier.MAX_LIFETIME).build();
    terms().lifetime(StatusListTerms.DEFAULT_TTL).build();
    Duration tooLong = StatusListVerifier.MAX_LIFETIME.plusNanos(1);
    assertThatIllegalArgumentException().isThrownBy(() -> terms().lifetime(tooLong).build());
    Duration tooShort = StatusListTerms.DEFAULT_TTL.minusNanos(1);
    assertThatIllegalArgumentException().isThrownBy(() -> terms().lifetime(tooShort).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            StatusListTerms.builder(StatusTokens.ISSUER, URI.create("http://jambi.example/1")));
  }
}
