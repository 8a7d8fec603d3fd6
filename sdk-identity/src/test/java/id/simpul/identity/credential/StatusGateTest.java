package id.simpul.identity.credential;

import static id.simpul.identity.credential.Office.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Revocation, as a verifier meets it: last, and never open. */
class StatusGateTest {
  private static final StatusReference REFERENCE =
      new StatusReference(7, URI.create("https://jambi.example/status/1"));

  private final Office office = new Office();
  private final List<StatusReference> asked = new ArrayList<>();

  private String credential(String... members) {
    String status = "\"status\":" + Office.text(REFERENCE.toJson());
    List<String> all = new ArrayList<>(List.of(status, office.cnf()));
    all.addAll(List.of(members));
    return office.signed(Office.payload(all.toArray(String[]::new)));
  }

  private SdJwtVcVerifier answering(StatusResult result) {
    return office
        .verifierBuilder()
        .statusChecker((reference, issuer, keys) -> {
          assertThat(issuer).isEqualTo(Office.ISSUER);
          assertKeys(keys);
          asked.add(reference);
          return result;
        })
        .build();
  }

  private void assertKeys(JwkSet keys) {
    assertThat(keys.keys()).containsExactly(PublicJwk.of(office.key.publicKey()));
  }

  private static StatusResult fresh(TokenStatus status) {
    return StatusResult.fresh(status, Office.NOW);
  }

  @Test
  void verify_validStatus_isTakenAndVisible() {
    StatusResult valid = fresh(TokenStatus.VALID);
    VerifiedCredential credential = answering(valid).withoutKeyBinding().verify(credential());
    assertThat(credential.status()).contains(valid);
    assertThat(credential.verdict()).isEqualTo(StatusResult.Verdict.VALID);
    assertThat(asked).containsExactly(REFERENCE);
  }

  @Test
  void verify_staleStatus_isVisible() {
    TrustException cause = new TrustException(Reason.UNREACHABLE, "x", "is away", "network");
    StatusResult stale = StatusResult.stale(TokenStatus.VALID, Office.NOW, cause);
    assertThat(answering(stale).withoutKeyBinding().verify(credential()).status()).contains(stale);
  }

  @ParameterizedTest
  @CsvSource({"1,REVOKED", "2,SUSPENDED", "3,STATUS_UNKNOWN", "200,STATUS_UNKNOWN"})
  void verify_takenBack_isRefused(int status, Reason reason) {
    SdJwtVcVerifier verifier = answering(fresh(new TokenStatus(status)));
    String credential = credential();
    refusal(reason, () -> verifier.withoutKeyBinding().verify(credential));
    HolderBoundVerifier bound = verifier.requiringKeyBinding(Office.AUDIENCE, office.nonces);
    refusal(reason, () -> bound.verify(office.bind(credential), Office.NONCE));
    assertThat(
            office.nonces.consume(
                "kb+jwt#" + HandMade.digest(Office.AUDIENCE),
                HandMade.digest(Office.NONCE).substring(0, 22),
                Office.NOW.plusSeconds(1)))
        .as("the nonce was not used up")
        .isTrue();
  }

  @Test
  void verify_statusThatCannotBeFoundOut_isRefused() {
    TrustException cause = new TrustException(Reason.UNREACHABLE, "x", "is away", "network");
    SdJwtVcVerifier verifier = answering(StatusResult.undetermined(cause));
    refusal(Reason.STATUS_UNKNOWN, () -> verifier.withoutKeyBinding().verify(credential()));
  }

  @Test
  void verify_statusAndNobodyToAsk_isRefusedUnlessRevocationIsIgnored() {
    String credential = credential();
    refusal(Reason.STATUS_UNKNOWN, () -> office.bearer().verify(credential));
    BearerVerifier ignoring =
        office.verifierBuilder().ignoreRevocation().build().withoutKeyBinding();
    VerifiedCredential unchecked = ignoring.verify(credential);
    assertThat(unchecked.status()).isEmpty();
    assertThat(unchecked.verdict()).isEqualTo(StatusResult.Verdict.NOT_CHECKED);
    String without = office.signed(Office.payload("\"a\":1"));
    assertThat(ignoring.verify(without).verdict()).isEqualTo(StatusResult.Verdict.NOT_REVOCABLE);
  }

  @Test
  void build_statusToBeAskedForAndIgnored_isRefused() {
    SdJwtVcVerifier.Builder both =
        office
            .verifierBuilder()
            .statusChecker((reference, issuer, keys) -> fresh(TokenStatus.VALID))
            .ignoreRevocation();
    assertThatIllegalStateException().isThrownBy(both::build);
  }

  @Test
  void verify_withoutStatus_asksNobody() {
    SdJwtVcVerifier verifier = answering(fresh(TokenStatus.INVALID));
    String without = office.signed(Office.payload("\"a\":1"));
    VerifiedCredential credential = verifier.withoutKeyBinding().verify(without);
    assertThat(credential.status()).isEmpty();
    assertThat(credential.verdict()).isEqualTo(StatusResult.Verdict.NOT_REVOCABLE);
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"other\":{}}"})
  void verify_statusOfAnotherKind_isRefused(String json) {
    SdJwtVcVerifier verifier = answering(fresh(TokenStatus.VALID));
    String other = office.signed(Office.payload("\"status\":" + json));
    refusal(Reason.STATUS_UNKNOWN, () -> verifier.withoutKeyBinding().verify(other));
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "[]",
        "null",
        "{\"status_list\":1}",
        "{\"status_list\":{\"idx\":-1,\"uri\":\"https://a.example/\"}}",
        "{\"status_list\":{\"idx\":1}}"
      })
  void verify_brokenStatus_isRefused(String json) {
    SdJwtVcVerifier verifier = answering(fresh(TokenStatus.VALID));
    String broken = office.signed(Office.payload("\"status\":" + json));
    refusal(Reason.MALFORMED, () -> verifier.withoutKeyBinding().verify(broken));
    assertThat(asked).isEmpty();
  }

  /** Who asks for a forgery tells the list's host which forgeries are about. */
  @Test
  void verify_whateverElseIsWrong_asksNobody() {
    SdJwtVcVerifier verifier = answering(fresh(TokenStatus.VALID));
    BearerVerifier bearer = verifier.withoutKeyBinding();
    String good = credential();
    String other = credential("\"a\":1");
    String forged =
        good.substring(0, good.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
    refusal(Reason.SIGNATURE_INVALID, () -> bearer.verify(forged));
    String hidden = HandMade.member("x", "1");
    refusal(Reason.MALFORMED, () -> bearer.verify(good + hidden + "~"));
    HolderBoundVerifier bound = verifier.requiringKeyBinding(Office.AUDIENCE, office.nonces);
    refusal(Reason.UNSIGNED, () -> bound.verify(good, Office.NONCE));
    refusal(Reason.REPLAYED, () -> bound.verify(office.bind(good), "other"));
    assertThat(asked).isEmpty();
  }

  @Test
  void receive_byAHolder_asksNobody() {
    SdJwtVcHolder holder =
        new SdJwtVcHolder(answering(fresh(TokenStatus.INVALID)), office.holderKey, office.clock);
    assertThat(holder.receive(credential())).isNotNull();
    assertThat(asked).isEmpty();
  }
}
