package id.simpul.node;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.value.RegionCode;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NodeCredentialsTest {
  private static final Instant UNTIL = Instant.parse("2027-11-21T02:00:00Z");
  private static final EntityId JAMBI = new EntityId("https://jambi.example");

  private static SigningKey key() {
    return SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
  }

  @Test
  void publishedKeys_formerKeyAtItsEndAndBefore_isOutAndIn() {
    SigningKey present = key();
    SigningKey next = key();
    SigningKey former = key();
    NodeCredentials credentials =
        NodeCredentials.NONE
            .issuing(present)
            .withNextKey(next.publicKey())
            .withFormerKey(former.publicKey(), UNTIL);

    assertThat(credentials.publishedKeys(UNTIL.minusMillis(1)))
        .containsExactly(present.publicKey(), next.publicKey(), former.publicKey());
    assertThat(credentials.publishedKeys(UNTIL))
        .containsExactly(present.publicKey(), next.publicKey());
    assertThat(NodeCredentials.NONE.publishedKeys(UNTIL)).isEmpty();
  }

  @Test
  void keyLifetime_ofAKey_isLongerThanThatOfACredential() {
    assertThat(NodeCredentials.KEY_LIFETIME).isGreaterThan(NodeCredentials.LIFETIME);
  }

  @Test
  void taking_issuer_isTakenWithTheRegionTheOperatorNamed() {
    RegionCode region = new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", "15.71");

    assertThat(NodeCredentials.NONE.any()).isFalse();
    assertThat(NodeCredentials.NONE.taking(JAMBI).verifies()).isTrue();
    assertThat(NodeCredentials.NONE.taking(JAMBI).regionOf(JAMBI)).isEmpty();
    assertThat(NodeCredentials.NONE.taking(JAMBI, region).regionOf(JAMBI)).contains(region);
    assertThat(NodeCredentials.NONE.taking(JAMBI).issues()).isFalse();
  }
}
