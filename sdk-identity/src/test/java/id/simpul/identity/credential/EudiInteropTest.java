package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import eu.europa.ec.eudi.sdjwt.DisclosableObject;
import eu.europa.ec.eudi.sdjwt.DslKt;
import eu.europa.ec.eudi.sdjwt.NimbusIntegrationKt;
import eu.europa.ec.eudi.sdjwt.SdJwt;
import eu.europa.ec.eudi.sdjwt.SdJwtVerificationException;
import id.simpul.core.format.JsonObject;
import java.util.List;
import java.util.Set;
import kotlin.Unit;
import org.junit.jupiter.api.Test;

/** eudi-lib-jvm-sdjwt-kt verifies what we write, and we what it writes. */
class EudiInteropTest {
  private final Peers peers = new Peers();
  private final Office office = peers.office;

  private String issued() {
    return office.issuer().build().issue(peers.content()).reveal();
  }

  @Test
  void verify_ourCredentialByThem_hasOurClaims() {
    String issued = issued();
    assertThat(EudiPeer.verifiedClaims(peers.issuerKey, issued))
        .isEqualTo(office.bearer().verify(issued).claims());
  }

  @Test
  void verify_ourPresentationByThem_isTakenWithItsBinding() {
    String presentation =
        office
            .holder()
            .receive(issued())
            .present(
                Set.of(ClaimPath.of("home", "street"), ClaimPath.of("list").element(2)),
                Office.CHALLENGE);
    JsonObject theirs = EudiPeer.verifiedClaims(peers.issuerKey, presentation, Office.CHALLENGE);
    assertThat(theirs)
        .isEqualTo(office.bound().verify(presentation, Office.NONCE).credential().claims());
    KeyBindingChallenge other = new KeyBindingChallenge(Office.AUDIENCE, "another");
    assertThatThrownBy(() -> EudiPeer.verifiedClaims(peers.issuerKey, presentation, other))
        .isInstanceOf(SdJwtVerificationException.class);
  }

  private DisclosableObject theirClaims() {
    return DslKt.sdJwt(
        4,
        claims -> {
          claims.claim("iss", Office.ISSUER.value());
          claims.claim("vct", Office.TYPE);
          claims.claim("iat", Office.NOW.getEpochSecond());
          claims.claim("exp", Office.NOW.getEpochSecond() + 3600);
          NimbusIntegrationKt.cnf(claims, peers.holderKey.toPublicJWK());
          claims.sdClaim("name", "Budi \"Möbius\" 太郎");
          claims.sdObjClaim(
              "home",
              null,
              home -> {
                home.sdClaim("street", "Jalan Mawar");
                home.claim("city", "Jambi");
                return Unit.INSTANCE;
              });
          claims.arrClaim(
              "list",
              null,
              list -> {
                list.sdClaim("a");
                list.claim("b");
                list.sdClaim(true);
                return Unit.INSTANCE;
              });
          return Unit.INSTANCE;
        });
  }

  @Test
  void verify_theirCredential_hasTheirClaims() {
    String theirs = EudiPeer.issue(peers.issuerKey, theirClaims());
    JsonObject ours = office.bearer().verify(theirs).claims();
    assertThat(ours).isEqualTo(EudiPeer.verifiedClaims(peers.issuerKey, theirs));
    assertThat(ClaimPath.of("home", "street").in(ours)).isPresent();
    assertThat(ClaimPath.of("list").element(2).in(ours)).isPresent();
  }

  @Test
  void receive_theirCredential_isPresentedAndVerifiedByThem() {
    HeldCredential held = office.holder().receive(EudiPeer.issue(peers.issuerKey, theirClaims()));
    assertThat(held.selective()).hasSize(5);
    String presentation = held.present(Set.of(ClaimPath.of("name")), Office.CHALLENGE);
    assertThat(EudiPeer.verifiedClaims(peers.issuerKey, presentation, Office.CHALLENGE))
        .isEqualTo(office.bound().verify(presentation, Office.NONCE).credential().claims());
  }

  @Test
  void verify_theirPresentationOfOurCredential_isTakenWithItsBinding() {
    SdJwt<SignedJWT> held = EudiPeer.verify(peers.issuerKey, issued());
    String presentation =
        EudiPeer.present(held, peers.holderKey, Office.CHALLENGE, List.of("name"));
    VerifiedPresentation verified = office.bound().verify(presentation, Office.NONCE);
    assertThat(Office.own(verified.credential()).members())
        .containsOnlyKeys("office", "name", "list");
  }
}
