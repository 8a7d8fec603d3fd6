package id.simpul.identity.credential;

import static id.simpul.identity.credential.HandMade.member;
import static id.simpul.identity.credential.HandMade.sd;
import static id.simpul.identity.credential.Office.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A holder takes what is his, and shows what he chooses and no more. */
class SdJwtVcHolderTest {
  private static final String PLANTED = "planted-claim-5d1c";
  private static final ClaimPath NAME = ClaimPath.of("name");
  private static final ClaimPath HOME = ClaimPath.of("home");
  private static final ClaimPath STREET = ClaimPath.of("home", "street");
  private static final ClaimPath FIRST = ClaimPath.of("list").element(0);
  private static final ClaimPath SECOND = ClaimPath.of("list").element(1);

  private final Office office = new Office();

  private CredentialContent content() {
    return CredentialContent.builder()
        .claim("office", new id.simpul.core.format.JsonString("Dukcapil"))
        .selective("name", PLANTED)
        .selective("home", Office.json("{\"street\":\"x\",\"city\":\"y\"}"))
        .selective(STREET)
        .claim("list", Office.json("{\"l\":[\"a\",\"b\",\"c\"]}").get("l").orElseThrow())
        .selective(FIRST)
        .selective(SECOND)
        .holder(office.holderJwk())
        .build();
  }

  private String issued() {
    return office.issuer().build().issue(content()).reveal();
  }

  private HeldCredential held() {
    return office.holder().receive(issued());
  }

  private String shown(ClaimPath... chosen) {
    String presentation = held().present(List.of(chosen), Office.CHALLENGE);
    office.clock.advance(Duration.ofMinutes(1));
    office.clock.set(Office.NOW);
    HolderBoundVerifier verifier =
        office
            .verifierBuilder()
            .build()
            .requiringKeyBinding(
                Office.AUDIENCE, new id.simpul.identity.http.InMemoryNonceStore(office.clock));
    return Office.text(Office.own(verifier.verify(presentation, Office.NONCE).credential()));
  }

  @ParameterizedTest
  @EnumSource
  void present_someClaims_areTakenByAVerifier(SignatureAlgorithm algorithm) {
    Office other = new Office(algorithm);
    CredentialContent content = content().withHolder(other.holderJwk());
    HeldCredential held = other.holder().receive(other.issuer().build().issue(content).reveal());
    String presentation = held.present(Set.of(NAME), Office.CHALLENGE);
    VerifiedPresentation verified = other.bound().verify(presentation, Office.NONCE);
    assertThat(Office.text(Office.own(verified.credential())))
        .isEqualTo("{\"office\":\"Dukcapil\",\"list\":[\"c\"],\"name\":\"" + PLANTED + "\"}");
  }

  @Test
  void receive_fromTheIssuer_knowsEverything() {
    HeldCredential held = held();
    assertThat(Office.own(held.credential())).isEqualTo(content().claims());
    assertThat(held.selective()).containsExactlyInAnyOrder(NAME, HOME, STREET, FIRST, SECOND);
    assertThat(held.credential().status()).isEmpty();
    assertThat(held.credential().verdict()).isEqualTo(StatusResult.Verdict.NOT_REVOCABLE);
    assertThat(held.toString()).doesNotContain(PLANTED);
    assertThat(office.holder().receive(held.reveal()).selective()).hasSize(5);
  }

  @Test
  void receive_revocableCredential_isNotChecked() {
    StatusReference place = new StatusReference(1, URI.create("https://jambi.example/status/1"));
    String issued = office.issuer().build().issue(content().withStatus(place)).reveal();
    VerifiedCredential credential = office.holder().receive(issued).credential();
    assertThat(credential.status()).isEmpty();
    assertThat(credential.verdict()).isEqualTo(StatusResult.Verdict.NOT_CHECKED);
  }

  @Test
  void present_nothing_showsTheOpenClaimsAlone() {
    assertThat(shown()).isEqualTo("{\"office\":\"Dukcapil\",\"list\":[\"c\"]}");
    assertThat(shown(ClaimPath.of("office")))
        .isEqualTo("{\"office\":\"Dukcapil\",\"list\":[\"c\"]}");
  }

  @Test
  void present_allClaimsTogether_isRefusedBecauseItWouldShowNone() {
    ValidationException refusal =
        catchThrowableOfType(ValidationException.class, () -> shown(NAME, ClaimPath.of()));
    assertThat(refusal.violations()).extracting(Violation::where).containsExactly("");
  }

  @Test
  void present_claimWithHiddenParts_keepsThoseHidden() {
    assertThat(shown(HOME)).endsWith("\"home\":{\"city\":\"y\"}}");
  }

  @Test
  void present_partOfAHiddenClaim_showsTheClaimItStandsIn() {
    assertThat(shown(STREET)).endsWith("\"home\":{\"city\":\"y\",\"street\":\"x\"}}");
    assertThat(shown(ClaimPath.of("home", "city"))).endsWith("\"home\":{\"city\":\"y\"}}");
  }

  @Test
  void present_elements_standWhereTheyStood() {
    assertThat(shown(SECOND)).contains("\"list\":[\"b\",\"c\"]");
    assertThat(shown(FIRST)).contains("\"list\":[\"a\",\"c\"]");
    assertThat(shown(SECOND, FIRST)).contains("\"list\":[\"a\",\"b\",\"c\"]");
  }

  @Test
  void present_orderOfChoice_doesNotShow() {
    HeldCredential held = held();
    assertThat(held.presentWithoutKeyBinding(List.of(NAME, FIRST, STREET)))
        .isEqualTo(held.presentWithoutKeyBinding(List.of(STREET, NAME, FIRST)));
  }

  @Test
  void present_claimsThatAreNotThere_areAllNamed() {
    HeldCredential held = held();
    ValidationException thrown =
        catchThrowableOfType(
            ValidationException.class,
            () ->
                held.present(
                    List.of(NAME, ClaimPath.of("nik"), ClaimPath.of("list").element(3)),
                    Office.CHALLENGE));
    assertThat(thrown.violations().stream().map(Violation::where))
        .containsExactly("/nik", "/list/3");
    assertThat(thrown.getMessage()).doesNotContain(PLANTED);
  }

  @Test
  void present_binding_hasTheFourClaimsAndNoKey() {
    String presentation = held().present(Set.of(NAME), Office.CHALLENGE);
    String bound = presentation.substring(0, presentation.lastIndexOf('~') + 1);
    String[] binding = presentation.substring(bound.length()).split("\\.", -1);
    assertThat(HandMade.decode(binding[0])).isEqualTo("{\"alg\":\"Ed25519\",\"typ\":\"kb+jwt\"}");
    assertThat(HandMade.decode(binding[1]))
        .isEqualTo(
            "{\"aud\":\"%s\",\"nonce\":\"%s\",\"sd_hash\":\"%s\",\"iat\":%d}"
                .formatted(
                    Office.AUDIENCE,
                    Office.NONCE,
                    HandMade.digest(bound),
                    Office.NOW.getEpochSecond()));
  }

  @Test
  void receive_presentation_isRefused() {
    String presentation = held().present(Set.of(NAME), Office.CHALLENGE);
    refusal(Reason.NOT_ALLOWED, () -> office.holder().receive(presentation), PLANTED);
  }

  @Test
  void receive_credentialOfSomebodyElse_isRefused() {
    String others = issued();
    SdJwtVcHolder thief =
        new SdJwtVcHolder(office.verifierBuilder().build(), new Office().holderKey, office.clock);
    refusal(Reason.NOT_ALLOWED, () -> thief.receive(others), PLANTED);
  }

  @Test
  void receive_forgedOrExpired_isRefused() {
    SdJwtVcHolder holder = office.holder();
    String forged = new Office().issuer().build().issue(content()).reveal();
    refusal(Reason.UNKNOWN_KEY, () -> holder.receive(forged), PLANTED);
    String issued = issued();
    office.clock.advance(Duration.ofDays(366));
    refusal(Reason.EXPIRED, () -> holder.receive(issued), PLANTED);
  }

  @Test
  void receive_disclosuresThatDoNotFit_isRefused() {
    String hidden = member("name", "\"" + PLANTED + "\"");
    String other = member("city", "\"" + PLANTED + "\"");
    String bad = office.signed(Office.payload(office.cnf(), sd(hidden)), hidden, other);
    refusal(Reason.MALFORMED, () -> office.holder().receive(bad), PLANTED);
  }

  @Test
  void present_credentialBoundToNoKey_isRefusedUnlessWithoutBinding() {
    CredentialContent content = CredentialContent.builder().selective("name", PLANTED).build();
    HeldCredential held = office.holder().receive(office.issuer().build().issue(content).reveal());
    refusal(Reason.NOT_COVERED, () -> held.present(Set.of(NAME), Office.CHALLENGE), PLANTED);
    String shown = held.presentWithoutKeyBinding(Set.of(NAME));
    assertThat(office.bearer().verify(shown).claim(NAME)).isPresent();
  }

  @Test
  void receive_sha512Credential_isPresentedWithItsAlgorithm() {
    String hidden = member("name", "1");
    String credential =
        office.signed(
            Office.payload(
                office.cnf(),
                "\"_sd_alg\":\"sha-512\"",
                "\"_sd\":[\"" + HandMade.digest("SHA-512", hidden) + "\"]"),
            hidden);
    String presentation =
        office.holder().receive(credential).present(Set.of(NAME), Office.CHALLENGE);
    assertThat(office.bound().verify(presentation, Office.NONCE).credential().claim(NAME))
        .isPresent();
  }
}
