package id.simpul.node.internal.credential;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.value.RegionCode;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.credential.resident.ResidentCredential;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.node.NodeCredentials;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose word is taken on whom; over chains it is looked at in CredentialChainTest. */
final class OwnResidentsTest {
  private static final EntityId JAMBI = new EntityId("https://jambi.example");
  private static final EntityId MERANGIN = new EntityId("https://merangin.example");
  private static final EntityId TEBO = new EntityId("https://tebo.example");

  private final OwnResidents policy =
      new OwnResidents(
          NodeCredentials.NONE
              .taking(JAMBI, new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", "15.71"))
              .taking(MERANGIN));

  private static ResolvedEntity pinned(EntityId entity) {
    return new ResolvedEntity(
        entity,
        List.of(SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom()).publicKey()),
        Instant.MAX);
  }

  private static JsonObject region(String scheme, String edition, String code) {
    return JsonObject.builder()
        .put("scheme", scheme)
        .put("edition", edition)
        .put("code", code)
        .build();
  }

  private boolean says(EntityId issuer, String claim, JsonValue value) {
    return policy.mayIssue(
        pinned(issuer), ResidentCredential.TYPE, JsonObject.builder().put(claim, value).build());
  }

  @Test
  void mayIssue_regionOfItsOwnAndOfAnother_isTakenAndRefused() {
    assertThat(says(JAMBI, "domicile_region", region("kemendagri", "2025", "15.71"))).isTrue();
    assertThat(says(JAMBI, "region", region("kemendagri", "2025", "15.71.01.1001"))).isTrue();

    assertThat(says(JAMBI, "domicile_region", region("kemendagri", "2025", "31.71"))).isFalse();
    assertThat(says(JAMBI, "region", region("kemendagri", "2025", "15.72.01.1001"))).isFalse();
    assertThat(says(JAMBI, "region", region("kemendagri", "2025", "15"))).isFalse();
  }

  @Test
  void mayIssue_whatIsNoRegion_isRefused() {
    assertThat(says(JAMBI, "region", new JsonString("15.71"))).isFalse();
    assertThat(says(JAMBI, "region", region("kemendagri", "2025", "x"))).isFalse();
    assertThat(says(JAMBI, "region", region("nobody", "2025", "15.71"))).isFalse();
    assertThat(says(JAMBI, "region", region("kemendagri", "1999", "15.71"))).isFalse();
    assertThat(says(JAMBI, "region", JsonObject.EMPTY)).isFalse();
  }

  @Test
  void mayIssue_regionNobodyVouchesFor_isTakenOnlyWithoutARegion() {
    assertThat(says(MERANGIN, "age_over_17", new JsonString("x"))).isTrue();
    assertThat(says(MERANGIN, "domicile_region", region("kemendagri", "2025", "15.02"))).isFalse();
  }

  @Test
  void mayIssue_notListedOrAnotherType_isRefused() {
    assertThat(says(TEBO, "age_over_17", new JsonString("x"))).isFalse();
    assertThat(policy.mayIssue(pinned(JAMBI), "https://other.example/v1", JsonObject.EMPTY))
        .isFalse();
  }
}
