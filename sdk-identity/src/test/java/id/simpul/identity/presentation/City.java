package id.simpul.identity.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.credential.ClaimPath;
import id.simpul.identity.credential.CredentialContent;
import id.simpul.identity.credential.HeldCredential;
import id.simpul.identity.credential.IssuerPolicy;
import id.simpul.identity.credential.SdJwtVcHolder;
import id.simpul.identity.credential.SdJwtVcIssuer;
import id.simpul.identity.credential.SdJwtVcVerifier;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.testing.SettableClock;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A city that verifies, an issuer it trusts and a wallet with a credential, all in memory. */
final class City {
  static final EntityId ISSUER = new EntityId("https://jambi.example/dukcapil");
  static final String TYPE = "https://jambi.example/credentials/test/v1";
  static final String OTHER_TYPE = "https://jambi.example/credentials/other/v1";
  static final URI RESPONSES = URI.create("https://merangin.example/presentations/responses");

  /** An array of four, of which the first two are hidden. */
  static final ClaimPath LIST = ClaimPath.of("list");

  static final CredentialQuery QUERY =
      new CredentialQuery(
          "resident",
          List.of(TYPE),
          List.of(ClaimPath.of("age_over_17"), ClaimPath.of("home", "city")));

  final SecureRandom random = new SecureRandom();
  final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T03:00:00Z"));
  final SigningKey issuerKey = SigningKeys.generate(SignatureAlgorithm.ED25519, random);
  final SigningKey walletKey = SigningKeys.generate(SignatureAlgorithm.ES256, random);
  final InMemoryPresentationRequestStore store = new InMemoryPresentationRequestStore(clock);
  final PresentationDesk desk = desk(RESPONSES);

  PresentationDesk desk(URI responses) {
    return PresentationDesk.builder(responses, store, clock).random(random).build(verifier());
  }

  private SdJwtVcVerifier verifier() {
    return SdJwtVcVerifier.builder(
            new PinnedEntities(
                List.of(new ResolvedEntity(ISSUER, List.of(issuerKey.publicKey()), Instant.MAX))),
            IssuerPolicy.listed(Map.of(TYPE, Set.of(ISSUER), OTHER_TYPE, Set.of(ISSUER))),
            Set.of(TYPE, OTHER_TYPE),
            clock)
        .build();
  }

  HeldCredential held(String type) {
    CredentialContent content =
        CredentialContent.builder()
            .selective("name", "Bakalo")
            .selective("age_over_17", "yes")
            .selective(
                "home",
                JsonObject.builder().put("city", "15.71").put("street", "Jalan Duka").build())
            .selective(ClaimPath.of("home", "city"))
            .selective(ClaimPath.of("home", "street"))
            .claim("list", JsonArray.ofStrings(List.of("a", "b", "c", "d")))
            .selective(LIST.element(0))
            .selective(LIST.element(1))
            .holder(PublicJwk.of(walletKey.publicKey()))
            .build();
    String issued =
        SdJwtVcIssuer.builder(ISSUER, issuerKey, type, clock).build().issue(content).reveal();
    return new SdJwtVcHolder(verifier(), walletKey, clock).receive(issued);
  }

  PresentationRequest ask() {
    return desk.ask(QUERY, PresentationDesk.MAX_LIFETIME);
  }

  PresentationRequest ask(ClaimPath... claims) {
    return desk.ask(
        new CredentialQuery("resident", List.of(TYPE), List.of(claims)),
        PresentationDesk.MAX_LIFETIME);
  }

  /** An answer that shows just these claims. */
  PresentationResponse shows(PresentationRequest request, ClaimPath... claims) {
    return answer(request, held(TYPE).present(List.of(claims), request.challenge()));
  }

  static PresentationResponse answer(PresentationRequest request, String... presentations) {
    return new PresentationResponse(
        request.state(), Map.of(request.query().id(), List.of(presentations)), null);
  }

  static TrustException refusal(Reason reason, ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isExactlyInstanceOf(TrustException.class);
    assertThat(((TrustException) thrown).reason()).as(thrown.getMessage()).isEqualTo(reason);
    return (TrustException) thrown;
  }
}
