package id.simpul.identity.credential.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.value.RegionCode;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.credential.ClaimPath;
import id.simpul.identity.credential.CredentialContent;
import id.simpul.identity.credential.HeldCredential;
import id.simpul.identity.credential.KeyBindingChallenge;
import id.simpul.identity.credential.SdJwtVcHolder;
import id.simpul.identity.credential.SdJwtVcIssuer;
import id.simpul.identity.credential.SdJwtVcVerifier;
import id.simpul.identity.credential.VerifiedPresentation;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.http.InMemoryNonceStore;
import id.simpul.identity.jose.PublicJwk;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A citizen of Jambi proves to another city what he chooses; through the public API alone. */
class ResidentProofTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T03:00:00Z"));
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final EntityId JAMBI = new EntityId("https://jambi.example/dukcapil");
  private static final String MERANGIN = "https://merangin.example";
  private static final String OTHER_TYPE = "https://jambi.example/credentials/library/v1";

  private final SigningKey office = SigningKeys.generate(SignatureAlgorithm.ES256, RANDOM);
  private final SigningKey phone = SigningKeys.generate(SignatureAlgorithm.ES256, RANDOM);
  private final Resident resident = new People(20261121).next().build();
  private final SdJwtVcVerifier verifier =
      SdJwtVcVerifier.builder(
              new PinnedEntities(
                  List.of(new ResolvedEntity(JAMBI, List.of(office.publicKey()), Instant.MAX))),
              (issuer, type, claims) -> true,
              Set.of(ResidentCredential.TYPE, OTHER_TYPE),
              CLOCK)
          .build();

  private VerifiedPresentation present(
      String type, CredentialContent content, ClaimPath... chosen) {
    SdJwtVcIssuer issuer = SdJwtVcIssuer.builder(JAMBI, office, type, CLOCK).build();
    CredentialContent bound = content.withHolder(PublicJwk.of(phone.publicKey()));
    HeldCredential held =
        new SdJwtVcHolder(verifier, phone, CLOCK).receive(issuer.issue(bound).reveal());
    KeyBindingChallenge challenge = KeyBindingChallenge.fresh(MERANGIN, RANDOM);
    String presentation = held.present(List.of(chosen), challenge);
    if (!List.of(chosen).contains(ResidentCredential.NIK)) {
      assertThat(disclosed(presentation)).doesNotContain(resident.nik().reveal());
    }
    return verifier
        .requiringKeyBinding(MERANGIN, new InMemoryNonceStore(CLOCK))
        .verify(presentation, challenge.nonce());
  }

  /** What stands in the disclosures, in clear: between the first tilde and the last. */
  private static String disclosed(String presentation) {
    List<String> parts = List.of(presentation.split("~", -1));
    return parts.subList(1, parts.size() - 1).stream()
        .map(part -> new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }

  private ResidentProof prove(ClaimPath... chosen) {
    CredentialContent content = ResidentCredential.of(resident, CLOCK);
    return ResidentProof.of(present(ResidentCredential.TYPE, content, chosen));
  }

  @Test
  void of_ageAndDomicileAlone_saysThatAndNothingElse() {
    ResidentProof proof = prove(ResidentCredential.AGE_OVER_17, ResidentCredential.DOMICILE_REGION);
    assertThat(proof.ageOver17()).contains(true);
    assertThat(proof.domicileRegion()).contains(People.KOTA_JAMBI);
    assertThat(proof.nik()).isEmpty();
    assertThat(proof.name()).isEmpty();
    assertThat(proof.birthDate()).isEmpty();
    assertThat(proof.address()).isEmpty();
    assertThat(proof.region()).isEmpty();
  }

  @Test
  void of_everything_saysWhatTheRegisterSaid() {
    ResidentProof proof =
        prove(
            ResidentCredential.NIK,
            ResidentCredential.NAME,
            ResidentCredential.BIRTH_DATE,
            ResidentCredential.ADDRESS,
            ResidentCredential.REGION);
    assertThat(proof.nik()).contains(resident.nik());
    assertThat(proof.name()).contains(resident.name());
    assertThat(proof.birthDate()).contains(resident.birthDate());
    assertThat(proof.address()).contains(resident.address());
    assertThat(proof.region()).contains(resident.region());
    assertThat(proof.ageOver17()).isEmpty();
    assertThat(proof.domicileRegion()).isEmpty();
    assertThat(proof).hasToString("resident proof");
  }

  @Test
  void of_nothing_saysNothing() {
    ResidentProof proof = prove();
    assertThat(proof.ageOver17()).isEmpty();
    assertThat(proof.domicileRegion()).isEmpty();
  }

  @Test
  void of_unchosenClaims_cannotBeFoundInThePresentation() {
    CredentialContent content = ResidentCredential.of(resident, CLOCK);
    VerifiedPresentation presentation =
        present(ResidentCredential.TYPE, content, ResidentCredential.AGE_OVER_17);
    JsonObject claims = presentation.credential().claims();
    assertThat(claims.members().keySet())
        .containsExactlyInAnyOrder("iss", "vct", "iat", "exp", "cnf", "age_over_17");
  }

  @Test
  void of_credentialOfAnotherType_isRefused() {
    CredentialContent content = ResidentCredential.of(resident, CLOCK);
    VerifiedPresentation other = present(OTHER_TYPE, content, ResidentCredential.NAME);
    TrustException refusal =
        catchThrowableOfType(TrustException.class, () -> ResidentProof.of(other));
    assertThat(refusal.reason()).isEqualTo(Reason.NOT_ALLOWED);
  }

  private void malformed(String name, String json) {
    JsonValue value = value(json);
    CredentialContent content = CredentialContent.builder().selective(name, value).build();
    VerifiedPresentation odd = present(ResidentCredential.TYPE, content, ClaimPath.of(name));
    TrustException refusal =
        catchThrowableOfType(TrustException.class, () -> ResidentProof.of(odd));
    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refusal.getMessage()).contains("/" + name).doesNotContain("planted");
  }

  private static JsonValue value(String json) {
    try {
      return Json.read(json.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "nik;\"planted\"",
        "nik;\"1571010000000000\"",
        "nik;1571010000000000",
        "name;[\"planted\"]",
        "birthdate;\"planted\"",
        "birthdate;\"2001-02-29\"",
        "birthdate;\"1/2/2001\"",
        "birthdate;20010203",
        "address;\"planted\"",
        "address;{}",
        "address;{\"formatted\":1}",
        "age_over_17;\"true\"",
        "age_over_17;1",
        "age_over_17;null"
      })
  void of_claimOfAnotherForm_isRefusedAndNotShown(String name, String json) {
    malformed(name, json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"15.71\"",
        "{}",
        "{\"scheme\":\"kemendagri\",\"edition\":\"2025\"}",
        "{\"scheme\":\"planted\",\"edition\":\"2025\",\"code\":\"15.71\"}",
        "{\"scheme\":\"bps\",\"edition\":\"2025\",\"code\":\"15.71\"}",
        "{\"scheme\":\"kemendagri\",\"edition\":\"planted\",\"code\":\"15.71\"}",
        "{\"scheme\":1,\"edition\":\"2025\",\"code\":\"15.71\"}"
      })
  void of_regionOfAnotherForm_isRefusedAndNotShown(String json) {
    malformed("region", json);
    malformed("domicile_region", json);
  }

  @Test
  void of_regionOfOtherScheme_isRead() {
    RegionCode bps = new RegionCode(RegionCode.Scheme.BPS, "2025", "1571010001");
    Resident other = new People(1).next().region(bps).build();
    CredentialContent content = ResidentCredential.of(other, CLOCK);
    VerifiedPresentation presentation =
        present(ResidentCredential.TYPE, content, ResidentCredential.REGION);
    assertThat(ResidentProof.of(presentation).region()).contains(bps);
  }
}
