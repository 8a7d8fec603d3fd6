package id.simpul.identity.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Reading;
import id.simpul.core.value.Secret;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import id.simpul.identity.issuance.CredentialConfiguration;
import id.simpul.identity.issuance.CredentialOffer;
import id.simpul.identity.issuance.CredentialRequest;
import id.simpul.identity.issuance.IssuanceGrant;
import id.simpul.identity.issuance.IssuanceLimits;
import id.simpul.identity.issuance.IssuerMetadata;
import id.simpul.identity.issuance.TokenRequest;
import id.simpul.identity.issuance.TxCodePrompt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each limit of issuance, at it and one past it. */
final class IssuanceLimitsTest {
  private static final EntityId ISSUER = new EntityId("https://jambi.example");

  private static CredentialConfiguration configuration(String id) {
    Set<SignatureAlgorithm> algorithms = Set.of(SignatureAlgorithm.ES256);
    return new CredentialConfiguration(id, "https://jambi.example/v", algorithms, algorithms);
  }

  private static List<String> ids(int number) {
    return IntStream.range(0, number).mapToObj(i -> "c" + i).toList();
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatIllegalArgumentException().isThrownBy(call);
  }

  @Test
  void grant_reference_has64Characters() {
    byte[] content = {1};
    String longest = "r".repeat(IssuanceGrant.MAX_REFERENCE_LENGTH);
    assertThat(new IssuanceGrant(longest, "c", content).reference()).hasSize(64);
    refused(() -> new IssuanceGrant(longest + "r", "c", content));
    refused(() -> new IssuanceGrant("", "c", content));
  }

  @Test
  void grant_content_has64Kibibytes() {
    byte[] largest = new byte[IssuanceGrant.MAX_CONTENT_BYTES];
    assertThat(new IssuanceGrant("r", "c", largest).content()).hasSize(64 * 1024);
    refused(() -> new IssuanceGrant("r", "c", new byte[IssuanceGrant.MAX_CONTENT_BYTES + 1]));
    refused(() -> new IssuanceGrant("r", "c", new byte[0]));
  }

  @Test
  void configuration_id_has128Characters() {
    String longest = "i".repeat(CredentialConfiguration.MAX_ID_LENGTH);
    assertThat(configuration(longest).id()).hasSize(128);
    refused(() -> configuration(longest + "i"));
    refused(() -> configuration(""));
  }

  @Test
  void offer_configurations_are64() {
    assertThat(offer(ids(IssuanceLimits.MAX_CONFIGURATIONS)).configurationIds()).hasSize(64);
    refused(() -> offer(ids(IssuanceLimits.MAX_CONFIGURATIONS + 1)));
    refused(() -> offer(List.of()));
  }

  private static CredentialOffer offer(List<String> ids) {
    return new CredentialOffer(ISSUER, ids, Secret.of("code"), (TxCodePrompt) null);
  }

  @Test
  void metadata_configurations_are64() {
    assertThat(metadata(IssuanceLimits.MAX_CONFIGURATIONS).configurations()).hasSize(64);
    refused(() -> metadata(IssuanceLimits.MAX_CONFIGURATIONS + 1));
    refused(() -> metadata(0));
  }

  private static IssuerMetadata metadata(int configurations) {
    return new IssuerMetadata(
        ISSUER,
        List.of(),
        URI.create("https://jambi.example/credential"),
        null,
        1,
        ids(configurations).stream().map(IssuanceLimitsTest::configuration).toList());
  }

  @Test
  void tokenRequest_clientId_has2048Characters() {
    String longest = "w".repeat(TokenRequest.MAX_CLIENT_ID_LENGTH);
    TokenRequest request = token(longest);
    assertThat(IssuanceInputs.TOKEN.read(IssuanceInputs.TOKEN.write(request)))
        .isEqualTo(new Reading.Valid<>(request));
    refused(() -> token(longest + "w"));
    refused(() -> token(""));
  }

  private static TokenRequest token(String clientId) {
    return new TokenRequest(TokenRequest.PRE_AUTHORIZED_CODE, Secret.of("code"), null, clientId);
  }

  @Test
  void credentialRequest_proof_has16KibiCharacters() {
    String longest = "p".repeat(IssuanceLimits.MAX_PROOF_LENGTH);
    CredentialCall call = asking(longest);
    assertThat(IssuanceInputs.CREDENTIAL.read(IssuanceInputs.CREDENTIAL.write(call)))
        .isEqualTo(new Reading.Valid<>(call));
    Reading<CredentialCall> longer =
        IssuanceInputs.CREDENTIAL.read(IssuanceInputs.CREDENTIAL.write(asking(longest + "p")));
    assertThat(longer.problems().get(0).where()).isEqualTo("/proofs/jwt/0");
  }

  private static CredentialCall asking(String proof) {
    return new CredentialCall(Secret.of("token"), CredentialRequest.of("c", List.of(proof)));
  }

  @Test
  void credentials_credential_has256KibiCharacters() throws IOException {
    String longest = "c".repeat(IssuanceForms.MAX_CREDENTIAL_LENGTH);
    assertThat(credentials(longest).get(0)).hasSize(256 * 1024);
    assertThatThrownBy(() -> credentials(longest + "c"))
        .isInstanceOfSatisfying(
            FormatException.class,
            e -> assertThat(e.where()).isEqualTo("/credentials/0/credential"));
  }

  private static List<String> credentials(String one) throws IOException {
    String json = "{\"credentials\":[{\"credential\":\"" + one + "\"}]}";
    return IssuanceForms.CREDENTIALS.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT);
  }

  @Test
  void offerLink_ofAllItsParts_has8KibiCharacters() throws FormatException {
    int rest = OfferLinks.MAX_LENGTH - OfferLinks.byReference(url(0)).toString().length();
    URI longest = OfferLinks.byReference(url(rest));
    assertThat(longest.toString()).hasSize(8 * 1024);
    assertThat(OfferLinks.read(longest)).isEqualTo(new OfferLinks.ByReference(url(rest)));
    assertThatThrownBy(() -> OfferLinks.byReference(url(rest + 1)))
        .isInstanceOfSatisfying(
            TrustException.class,
            e -> assertThat(e.reason()).isEqualTo(TrustException.Reason.MALFORMED));
    assertThatThrownBy(() -> OfferLinks.read(URI.create(longest + "x")))
        .isInstanceOf(FormatException.class);
  }

  private static URI url(int more) {
    return URI.create("https://jambi.example/offers/" + "x".repeat(more));
  }
}
