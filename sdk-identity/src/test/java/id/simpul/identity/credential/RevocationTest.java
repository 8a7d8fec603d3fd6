package id.simpul.identity.credential;

import static id.simpul.identity.credential.Office.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A credential issued with a place in a list, taken back, and refused; all parts are the real ones.
 */
class RevocationTest {
  private static final URI LIST = URI.create("https://jambi.example/status/1");

  private final Office office = new Office();
  private final StatusHost host = new StatusHost();
  private final StatusListIssuer list =
      new StatusListIssuer(
          StatusListTerms.builder(Office.ISSUER, LIST).size(2, 4096).build(),
          new InMemoryStatusIndexStore(),
          office.key,
          office.clock);
  private final StatusListClient client =
      StatusListClient.builder(host, new StatusListVerifier(office.clock), office.clock).build();
  private final BearerVerifier verifier =
      office.verifierBuilder().statusChecker(client).build().withoutKeyBinding();

  private String issue(StatusReference reference) {
    CredentialContent content =
        CredentialContent.builder().selective("name", "Budi").status(reference).build();
    HeldCredential held = office.holder().receive(office.issuer().build().issue(content).reveal());
    return held.presentWithoutKeyBinding(Set.of());
  }

  @Test
  void verify_untilItIsRevoked_isTakenAndThenRefused() {
    StatusReference reference = list.allocate();
    String credential = issue(reference);
    host.publish(LIST, list.sign());
    StatusResult result = verifier.verify(credential).status().orElseThrow();
    assertThat(result.verdict()).isEqualTo(StatusResult.Verdict.VALID);

    list.set(reference, TokenStatus.INVALID);
    office.clock.advance(StatusListTerms.DEFAULT_TTL);
    host.publish(LIST, list.sign());
    refusal(Reason.REVOKED, () -> verifier.verify(credential));
    assertThat(verifier.verify(issue(list.allocate())).status()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void verify_issuerWhoseKeyHasAName_isFoundByNameAndThumbprint(boolean byName) {
    JsonObject json = office.holderJwk().toJson();
    SigningKey key = office.holderKey;
    JwkSet keys =
        JwkSet.of(
            List.of(
                PublicJwk.of(JsonObject.builder().putAll(json).put("kid", "2026-1").build()),
                PublicJwk.of(office.key.publicKey())));
    PinnedEntities trust =
        new PinnedEntities(List.of(ResolvedEntity.pinned(Office.ISSUER, keys, Instant.MAX)));
    BearerVerifier named =
        SdJwtVcVerifier.builder(trust, Office.policy(), Set.of(Office.TYPE), office.clock)
            .statusChecker(client)
            .build()
            .withoutKeyBinding();
    String kid = byName ? "2026-1" : key.keyId();
    host.publish(LIST, HandMade.sign(key, header(kid, "statuslist+jwt"), examplesOfTheDraft()));
    assertThat(named.verify(credential(key, kid, 1)).status()).isPresent();
    refusal(Reason.REVOKED, () -> named.verify(credential(key, kid, 3)));
    refusal(Reason.UNKNOWN_KEY, () -> named.verify(credential(key, "2026-2", 1)));
  }

  private static String header(String kid, String typ) {
    return "{\"alg\":\"Ed25519\",\"kid\":\"%s\",\"typ\":\"%s\"}".formatted(kid, typ);
  }

  /** A list in which the credential of place 1 holds and that of place 3 does not. */
  private static String examplesOfTheDraft() {
    return "{\"sub\":\"%s\",\"iat\":%d,\"status_list\":%s}"
        .formatted(LIST, Office.NOW.getEpochSecond(), StatusTokens.LIST);
  }

  private static String credential(SigningKey key, String kid, int place) {
    String status = Office.text(new StatusReference(place, LIST).toJson());
    return HandMade.join(
        HandMade.sign(key, header(kid, "dc+sd-jwt"), Office.payload("\"status\":" + status)));
  }

  @Test
  void verify_listOutOfReach_isRefused() {
    String credential = issue(list.allocate());
    refusal(Reason.STATUS_UNKNOWN, () -> verifier.verify(credential));
  }
}
