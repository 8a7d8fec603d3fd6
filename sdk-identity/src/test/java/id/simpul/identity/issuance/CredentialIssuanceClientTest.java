package id.simpul.identity.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.AddressPolicy;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.ExpectedClaims;
import id.simpul.identity.jose.JwsVerifier;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.jose.VerifiedJws;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CredentialIssuanceClientTest {
  private static final String REDEEM = "issuance.v1.tokens.create";

  private final FakeIssuer issuer = new FakeIssuer();

  @Test
  void newClient_thatLooksAtNoAddresses_isRefused() {
    issuer.addresses = AddressPolicy.anyAddress();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CredentialIssuanceClient(issuer, issuer.clock));
    issuer.addresses = AddressPolicy.publicOnly();
    assertThat(new CredentialIssuanceClient(issuer, issuer.clock)).isNotNull();
  }

  private List<String> collect(SigningKey... keys) {
    return new CredentialIssuanceClient(issuer, issuer.clock)
        .collect(FakeIssuer.offer(), null, List.of(keys));
  }

  private static SigningKey key(SignatureAlgorithm algorithm) {
    return SigningKeys.generate(algorithm, new SecureRandom());
  }

  private JsonObject proved(SigningKey key) {
    ExpectedClaims expected = ExpectedClaims.withoutIssuer().forAudience(FakeIssuer.ID.value());
    VerifiedJws proof =
        new JwsVerifier(KeyProof.PROFILE, issuer.clock)
            .verifyEmbedded(issuer.proofs.get(0), expected);
    assertThat(proof.signedBy()).isEqualTo(PublicJwk.of(key.publicKey()));
    return proof.claims();
  }

  @Test
  void collect_anything_redeemsTheCodeWhenAllElseIsAtHand() {
    SigningKey key = key(SignatureAlgorithm.ES256);
    assertThat(collect(key, key(SignatureAlgorithm.ES256))).hasSize(2);
    assertThat(issuer.called)
        .containsExactly(
            "issuance.v1.metadata.get",
            "issuance.v1.server-metadata.get",
            "issuance.v1.nonces.create",
            REDEEM,
            "issuance.v1.credentials.create");
    assertThat(proved(key).get("nonce")).contains(new JsonString("a-nonce"));
  }

  @Test
  void collect_issuerWithoutNonces_provesWithoutOne() {
    issuer.nonces = null;
    SigningKey key = key(SignatureAlgorithm.ES256);
    assertThat(collect(key)).hasSize(1);
    assertThat(proved(key).members()).doesNotContainKey("nonce");
  }

  @Test
  void collect_keyTheIssuerTakesNoProofsWith_isRefusedAndTheCodeStaysGood() {
    refused(
        "proof_signing_alg_values_supported",
        key(SignatureAlgorithm.ES256),
        key(SignatureAlgorithm.ED25519));
  }

  @Test
  void collect_noKeysOrMoreThanABatch_isRefusedAndTheCodeStaysGood() {
    SigningKey key = key(SignatureAlgorithm.ES256);
    refused("batch_size");
    refused("batch_size", key, key, key);
  }

  private void refused(String where, SigningKey... keys) {
    assertThatThrownBy(() -> collect(keys))
        .isInstanceOfSatisfying(
            TrustException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.NOT_ALLOWED);
              assertThat(e.fault().where()).isEqualTo(where);
            });
    assertThat(issuer.called).isNotEmpty().doesNotContain(REDEEM);
  }
}
