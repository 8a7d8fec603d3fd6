package id.simpul.node.internal.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.credential.InMemoryStatusIndexStore;
import id.simpul.identity.credential.StatusListTerms;
import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.credential.TokenStatus;
import id.simpul.node.internal.store.SettableClock;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

final class StatusListsTest {
  private static final EntityId ISSUER = new EntityId("https://jambi.example");
  private static final int ENTRIES = 8;
  private static final int PLACES = 6; // three quarters of them

  private final SigningKey key =
      SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T03:00:00Z"));
  private final InMemoryStatusIndexStore store = new InMemoryStatusIndexStore();
  private final StatusLists lists = lists(ENTRIES);

  private static URI at(int number) {
    return URI.create(ISSUER + "/statuslists/" + number);
  }

  private StatusLists lists(int entries) {
    IntFunction<StatusListTerms> terms =
        number -> StatusListTerms.builder(ISSUER, at(number)).size(2, entries).build();
    return new StatusLists(terms, store, key, clock);
  }

  private StatusReference lastOf(StatusLists of, int credentials) {
    for (int i = 1; i < credentials; i++) {
      take(of);
    }
    return take(of);
  }

  private StatusReference take(StatusLists of) {
    StatusReference drawn = of.draw(1).get(0);
    assertThat(store.claim(drawn.uri(), (int) drawn.index())).isTrue();
    return drawn;
  }

  @Test
  void draw_lastPlaceAndOneMore_isInTheFirstListAndInTheNext() {
    assertThat(lastOf(lists, PLACES).uri()).isEqualTo(at(1));
    assertThat(lists.token(2)).isEmpty();

    assertThat(take(lists).uri()).isEqualTo(at(2));
    assertThat(lists.token(1)).isPresent();
    assertThat(lists.token(2)).isPresent();
    assertThat(lists.token(3)).isEmpty();
  }

  @Test
  void draw_anotherProcessOrAfterARestart_goesOnWhereTheStoreIs() {
    lastOf(lists, PLACES + 1);
    StatusLists other = lists(ENTRIES);

    assertThat(other.token(2)).isPresent();
    assertThat(take(other).uri()).isEqualTo(at(2));
  }

  @Test
  void draw_lastListUsedUp_isRefused() {
    StatusLists ofOne = lists(1);
    assertThat(lastOf(ofOne, StatusLists.MAX_LISTS).uri()).isEqualTo(at(StatusLists.MAX_LISTS));

    assertThatThrownBy(() -> ofOne.draw(1))
        .isInstanceOfSatisfying(
            TrustException.class,
            e -> assertThat(e.reason()).isEqualTo(TrustException.Reason.BUDGET_EXCEEDED));
  }

  @Test
  void changed_statusOfAnEarlierList_isInItsNextToken() {
    StatusReference first = take(lists);
    lastOf(lists, PLACES);
    String before = lists.token(1).orElseThrow();

    store.replace(first.uri(), (int) first.index(), TokenStatus.VALID, TokenStatus.INVALID);
    assertThat(lists.token(1)).contains(before);
    lists.changed();

    assertThat(lists.token(1)).isPresent().get().isNotEqualTo(before);
    assertThat(store.notValid(at(1))).containsOnlyKeys((int) first.index());
  }

  @Test
  void draw_severalCopies_givesPlacesThatDifferAndTakesNone() {
    assertThat(lists.draw(ENTRIES)).doesNotHaveDuplicates().hasSize(ENTRIES);
    assertThat(store.taken(at(1))).isZero();
    assertThatThrownBy(() -> lists.draw(ENTRIES + 1)).isInstanceOf(TrustException.class);
  }
}
