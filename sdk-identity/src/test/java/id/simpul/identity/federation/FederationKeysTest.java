package id.simpul.identity.federation;

import static id.simpul.identity.federation.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.HistoricalKey.Revocation;
import id.simpul.identity.jose.ExpectedClaims;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.JwsProfile;
import id.simpul.identity.jose.JwsVerifier;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.jose.VerifiedJws;
import id.simpul.identity.testing.Draft;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import id.simpul.identity.testing.SettableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FederationKeysTest {
  private static final EntityId CITY = new EntityId("https://jambikota.example");
  private static final Instant NOW = FederationFixture.NOW;

  private final SettableClock clock = new SettableClock(NOW);
  private final SigningKey old = Member.newKey();
  private final SigningKey fresh = Member.newKey();

  private EntityConfiguration issued(FederationKeys keys, SigningKey known) {
    String token = EntityConfigurationIssuer.builder(CITY, keys, clock).build().issue();
    JwkSet vouched = FederationKeys.of(known).published();
    return new EntityStatementVerifier(clock).configuration(token, CITY, vouched);
  }

  @Test
  void rollOver_stepByStep_neverLosesWhoKnowsTheOldOrNewKey() {
    FederationKeys keys = FederationKeys.of(old);
    assertThat(issued(keys, old).signedBy().kid()).isEqualTo(old.keyId());
    keys = keys.publish(fresh.publicKey());
    assertThat(issued(keys, old).keys().find(fresh.keyId())).isPresent();
    keys = keys.switchTo(fresh);
    assertThat(issued(keys, fresh).signedBy().kid()).isEqualTo(fresh.keyId());
    assertThat(issued(keys, fresh).keys().find(old.keyId())).isPresent();
    keys = keys.remove(old.publicKey());
    assertThat(issued(keys, fresh).keys().keys()).hasSize(1);
    FederationKeys rolled = keys;
    refused(Reason.UNKNOWN_KEY, () -> issued(rolled, old));
    assertThat(rolled.signing()).isSameAs(fresh);
    assertThat(rolled.toString()).contains(fresh.keyId()).doesNotContain(old.keyId());
  }

  @Test
  void rollOver_outOfOrder_isAMistakeOfTheCaller() {
    FederationKeys keys = FederationKeys.of(old);
    assertThatThrownBy(() -> keys.switchTo(fresh)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> keys.remove(old.publicKey()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> keys.remove(fresh.publicKey()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> keys.publish(old.publicKey()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void publish_asManyAsASetHoldsAndOneMore_isTakenAndRefused() {
    FederationKeys keys = FederationKeys.of(old);
    for (int i = 1; i < JwkSet.MAX_KEYS; i++) {
      keys = keys.publish(Member.newKey().publicKey());
    }
    assertThat(keys.published().keys()).hasSize(JwkSet.MAX_KEYS);
    FederationKeys full = keys;
    refused(Reason.MALFORMED, () -> full.publish(fresh.publicKey()));
  }

  @Test
  void issueHistoricalKeys_expiredAndRevoked_isSignedAndSaysWhy() throws Exception {
    FederationKeys keys = FederationKeys.of(fresh);
    SigningKey stolen = Member.newKey();
    Revocation revocation = new Revocation(NOW.minusSeconds(60), "compromised");
    String token =
        new HistoricalKeysIssuer(CITY, keys, clock)
            .issue(
                List.of(
                    new HistoricalKey(PublicJwk.of(old.publicKey()), NOW, null),
                    new HistoricalKey(PublicJwk.of(stolen.publicKey()), NOW, revocation)));
    JwsProfile profile = JwsProfile.typed("jwk-set+jwt").optionalExpiry().build();
    VerifiedJws verified =
        new JwsVerifier(profile, clock)
            .verify(token, keys.published(), ExpectedClaims.issuedBy(CITY.value()));
    JsonArray list = (JsonArray) verified.claims().get("keys").orElseThrow();
    JsonObject expired = (JsonObject) list.items().get(0);
    assertThat(PublicJwk.of(expired).kid()).isEqualTo(old.keyId());
    assertThat(expired.get("exp")).contains(Draft.json("" + NOW.getEpochSecond()));
    assertThat(expired.get("revoked")).isEmpty();
    JsonObject revoked = (JsonObject) list.items().get(1);
    assertThat(revoked.get("revoked"))
        .contains(
            Draft.json(
                "{\"revoked_at\":%d,\"reason\":\"compromised\"}"
                    .formatted(NOW.getEpochSecond() - 60)));
    assertThat(verified.expiresAt()).isEmpty();
  }

  @Test
  void issueHistoricalKeys_ofAKeyThatIsPublished_isAMistakeOfTheCaller() {
    HistoricalKeysIssuer issuer = new HistoricalKeysIssuer(CITY, FederationKeys.of(old), clock);
    List<HistoricalKey> keys = List.of(new HistoricalKey(PublicJwk.of(old.publicKey()), NOW, null));
    assertThatThrownBy(() -> issuer.issue(keys)).isInstanceOf(IllegalArgumentException.class);
  }
}
