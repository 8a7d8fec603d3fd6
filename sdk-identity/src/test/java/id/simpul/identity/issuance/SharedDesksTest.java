package id.simpul.identity.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.value.Secret;
import id.simpul.identity.testing.Crowd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Thirty-two threads at the desks of issuance: each code, nonce and token has one effect. */
final class SharedDesksTest {
  private static final int TURNS = 8;
  private static final int ALL = Crowd.THREADS * TURNS;
  private static final int DIFFERENT = 16;

  private final Counter counter = new Counter();

  @Test
  void redeem_codesOfMany_giveOneTokenEach() throws Exception {
    List<PreparedOffer> offers = new ArrayList<>();
    for (int i = 0; i < DIFFERENT; i++) {
      offers.add(counter.offer());
    }
    TokenRequest invented = TokenRequest.preAuthorized(Secret.of("x".repeat(43)), null);
    assertThat(
            Crowd.outcomes(
                TURNS,
                turn -> {
                  PreparedOffer offer = offers.get(turn / 2 % DIFFERENT);
                  counter.tokens.redeem(turn % 2 == 0 ? Counter.right(offer) : invented);
                  return "token";
                }))
        .isEqualTo(Map.of("token", DIFFERENT, "INVALID_GRANT", ALL - DIFFERENT));
  }

  @Test
  void redeem_guessesOfMany_looksAtFiveAtMost() throws Exception {
    PreparedOffer offer = counter.offer();
    AtomicInteger looked = new AtomicInteger();
    Map<String, Integer> outcomes =
        Crowd.outcomes(
            1,
            turn -> {
              try {
                return counter.tokens.redeem(Counter.wrong(offer));
              } catch (IssuanceException e) {
                looked.addAndGet(e.fault().where().equals("tx_code") ? 1 : 0);
                throw e;
              }
            });
    assertThat(outcomes).isEqualTo(Map.of("INVALID_GRANT", Crowd.THREADS));
    assertThat(looked).hasValue(IssuanceLimits.MAX_TX_CODE_TRIES);
  }

  @Test
  void consume_noncesOfManyAndInvented_areTakenOnce() throws Exception {
    List<String> nonces = new ArrayList<>();
    for (int i = 0; i < DIFFERENT; i++) {
      nonces.add(counter.nonces.next());
    }
    assertThat(
            Crowd.outcomes(
                TURNS,
                turn -> {
                  String nonce = nonces.get(turn / 2 % DIFFERENT);
                  return counter.nonces.consume(turn % 2 == 0 ? nonce : nonce.substring(1) + "A");
                }))
        .isEqualTo(Map.of("true", DIFFERENT, "false", ALL - DIFFERENT));
  }

  // What goes out counts: copies are made before the token is taken, so others may have made some.
  @Test
  void issue_tokenInManyThreads_givesOneCredential() throws Exception {
    Secret token = counter.token();
    List<CredentialRequest> requests = new ArrayList<>();
    for (int i = 0; i < ALL; i++) {
      requests.add(counter.request(counter.proof(counter.wallet)));
    }
    assertThat(
            Crowd.outcomes(
                TURNS,
                turn -> {
                  Secret used = turn % 2 == 0 ? token : Secret.of("x".repeat(43));
                  return counter.credentials.issue(used, requests.get(turn)).size();
                }))
        .isEqualTo(Map.of("1", 1, "INVALID_TOKEN", ALL - 1));
  }

  @Test
  void issue_oneProofWithManyTokens_givesOneCredential() throws Exception {
    CredentialRequest request = counter.request(counter.proof(counter.wallet));
    Map<Integer, Secret> tokens = new HashMap<>();
    for (int i = 0; i < ALL; i++) {
      tokens.put(i, counter.token());
    }
    assertThat(
            Crowd.outcomes(
                TURNS, turn -> counter.credentials.issue(tokens.get(turn), request).size()))
        .isEqualTo(Map.of("1", 1, "INVALID_NONCE", ALL - 1));
    assertThat(counter.made).hasSize(1);
  }
}
