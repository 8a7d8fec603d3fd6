package id.simpul.identity.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.value.Secret;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.issuance.CredentialConfiguration;
import id.simpul.identity.issuance.CredentialOffer;
import id.simpul.identity.issuance.CredentialRequest;
import id.simpul.identity.issuance.IssuerMetadata;
import id.simpul.identity.issuance.TokenRequest;
import id.simpul.identity.issuance.TxCodePrompt;
import id.simpul.identity.issuance.TxCodeTerms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class IssuanceWireTest {
  private static final EntityId ISSUER = new EntityId("https://jambi.example/dukcapil");
  private static final CredentialOffer OFFER =
      new CredentialOffer(
          ISSUER,
          List.of("resident"),
          Secret.of("oaKazRN8I0IbtZ0C7JuMn5"),
          new TxCodeTerms(6, "SMS"));

  private static <T> String text(Format<T> format, T value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(value, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static <T> T read(Format<T> format, String json) throws IOException {
    return format.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT);
  }

  @Test
  void offer_written_isTheStandardsDocument() throws IOException {
    assertThat(text(IssuanceForms.OFFER, OFFER))
        .isEqualTo(
            """
            {"credential_issuer":"https://jambi.example/dukcapil",\
            "credential_configuration_ids":["resident"],\
            "grants":{"urn:ietf:params:oauth:grant-type:pre-authorized_code":\
            {"pre-authorized_code":"oaKazRN8I0IbtZ0C7JuMn5",\
            "tx_code":{"input_mode":"numeric","length":6,"description":"SMS"}}}}\
            """);
  }

  private static CredentialOffer asking(String txCode) throws IOException {
    return read(
        IssuanceForms.OFFER,
        """
        {"credential_issuer":"https://issuer.example","credential_configuration_ids":["a"],
         "grants":{"urn:ietf:params:oauth:grant-type:pre-authorized_code":
           {"pre-authorized_code":"x","tx_code":%s}}}\
        """
            .formatted(txCode));
  }

  @Test
  void offer_ofAnotherIssuer_asksInAnyWayTheStandardKnows() throws IOException {
    // The example of section 4.1.1.
    assertThat(
            asking(
                    """
                    {"length":4,"input_mode":"numeric",
                     "description":"Please provide the one-time code that was sent via e-mail"}\
                    """)
                .asksFor())
        .contains(
            new TxCodePrompt(true, 4, "Please provide the one-time code that was sent via e-mail"));
    assertThat(asking("{}").asksFor()).contains(new TxCodePrompt(true, null, ""));
    assertThat(asking("{\"input_mode\":\"text\",\"length\":64}").asksFor())
        .contains(new TxCodePrompt(false, 64, ""));
    for (String txCode : List.of("{}", "{\"input_mode\":\"text\",\"length\":1}")) {
      CredentialOffer offer = asking(txCode);
      assertThat(read(IssuanceForms.OFFER, text(IssuanceForms.OFFER, offer))).isEqualTo(offer);
    }
  }

  @Test
  void offer_askingForNothingOrTooMuch_isRefused() throws IOException {
    String longest = "x".repeat(TxCodeTerms.MAX_DESCRIPTION_LENGTH);
    assertThat(asking("{\"description\":\"" + longest + "\"}").asksFor()).isPresent();
    for (String txCode :
        List.of("{\"length\":0}", "{\"length\":\"4\"}", "{\"description\":\"x" + longest + "\"}")) {
      assertThatThrownBy(() -> asking(txCode)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void offer_linkByValueAndByReference_isReadBack() throws FormatException {
    assertThat(OfferLinks.read(OfferLinks.byValue(OFFER))).isEqualTo(new OfferLinks.ByValue(OFFER));
    URI url = URI.create("https://jambi.example/offers/abc?x=1&y=2");
    assertThat(OfferLinks.read(OfferLinks.byReference(url)))
        .isEqualTo(new OfferLinks.ByReference(url));
    assertThat(OfferLinks.byReference(url).toString()).startsWith("openid-credential-offer://?");
    assertThat(new OfferLinks.ByReference(url).toString()).doesNotContain("abc");
  }

  @Test
  void link_neitherOrBothOrBroken_isRefused() {
    String value = OfferLinks.byValue(OFFER).getRawQuery();
    for (String query :
        List.of("", value + "&" + value, value + "&credential_offer_uri=https%3A%2F%2Fa.example")) {
      assertThatThrownBy(() -> OfferLinks.read(URI.create("openid-credential-offer://?" + query)))
          .isInstanceOf(FormatException.class);
    }
    assertThatThrownBy(() ->
            OfferLinks.read(
                URI.create("openid-credential-offer://?credential_offer_uri=%20secret")))
        .isInstanceOf(FormatException.class)
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() ->
            OfferLinks.read(
                URI.create(
                    "openid-credential-offer://?credential_offer="
                        + "x".repeat(OfferLinks.MAX_LENGTH))))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void metadata_written_isReadBack() throws IOException {
    IssuerMetadata metadata =
        new IssuerMetadata(
            ISSUER,
            List.of(),
            URI.create("https://jambi.example/credential"),
            URI.create("https://jambi.example/nonce"),
            10,
            List.of(
                new CredentialConfiguration(
                    "resident",
                    "https://simpul.id/credentials/resident/v1",
                    Set.of(SignatureAlgorithm.ED25519),
                    Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.ED25519))));
    String json = text(IssuanceForms.METADATA, metadata);

    assertThat(json)
        .contains("\"batch_credential_issuance\":{\"batch_size\":10}")
        .contains("\"proof_types_supported\":{\"jwt\":{")
        .doesNotContain("authorization_servers");
    assertThat(read(IssuanceForms.METADATA, json)).isEqualTo(metadata);
  }

  @Test
  void metadata_otherFormatsAndMembers_areIgnored() throws IOException {
    IssuerMetadata metadata =
        read(
            IssuanceForms.METADATA,
            """
            {"credential_issuer":"https://a.example","credential_endpoint":"https://a.example/c",
             "display":[{"name":"A"}],"deferred_credential_endpoint":"https://a.example/d",
             "credential_configurations_supported":{
               "mdl":{"format":"mso_mdoc","doctype":"org.iso.18013.5.1.mDL"},
               "id":{"format":"dc+sd-jwt","vct":"https://a.example/v","scope":"id",
                 "cryptographic_binding_methods_supported":["jwk"],
                 "credential_signing_alg_values_supported":["ES256","ES512"],
                 "proof_types_supported":{"jwt":{
                   "proof_signing_alg_values_supported":["ES256","RS256"]}}}}}\
            """);

    assertThat(metadata.configurations()).hasSize(1);
    assertThat(metadata.configuration("id").orElseThrow().proofsSignedWith())
        .containsExactly(SignatureAlgorithm.ES256);
    assertThat(metadata.batchSize()).isEqualTo(1);
    assertThat(metadata.nonces()).isEmpty();
  }

  @Test
  void metadata_noSigningAlgorithmNamed_isReadBack() throws IOException {
    CredentialConfiguration configuration =
        new CredentialConfiguration(
            "id", "https://a.example/v", Set.of(), Set.of(SignatureAlgorithm.ES256));
    IssuerMetadata metadata =
        new IssuerMetadata(
            ISSUER, List.of(), URI.create("https://a.example/c"), null, 1, List.of(configuration));
    String json = text(IssuanceForms.METADATA, metadata);

    assertThat(json).doesNotContain("credential_signing_alg_values_supported");
    assertThat(read(IssuanceForms.METADATA, json)).isEqualTo(metadata);
  }

  @Test
  void metadata_missingOrWrongMembers_areRefusedByName() {
    assertThatThrownBy(
            () -> read(IssuanceForms.METADATA, "{\"credential_issuer\":\"https://a.example\"}"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("/credential_endpoint");
    assertThatThrownBy(() -> read(IssuanceForms.METADATA, "{}"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("/credential_issuer");
    assertThatThrownBy(() ->
            read(
                IssuanceForms.METADATA,
                "{\"credential_issuer\":\"https://a.example\","
                    + "\"credential_endpoint\":\"https://a.example/c\"}"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("/credential_configurations_supported");
    assertThatThrownBy(() -> read(IssuanceForms.METADATA, "[]"))
        .isInstanceOf(FormatException.class);
    assertThatThrownBy(() ->
            read(
                IssuanceForms.METADATA,
                """
                {"credential_issuer":"https://a.example","credential_endpoint":"https://a.example",
                 "credential_configurations_supported":{}}\
                """))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void at_identifierWithAndWithoutPath_insertsTheWellKnown() {
    assertThat(IssuerMetadata.at(ISSUER, IssuerMetadata.PATH))
        .hasToString("https://jambi.example/.well-known/openid-credential-issuer/dukcapil");
    assertThat(IssuerMetadata.at(new EntityId("https://x.example/a/b/"), IssuerMetadata.PATH))
        .hasToString("https://x.example/.well-known/openid-credential-issuer/a/b");
    assertThat(IssuerMetadata.at(new EntityId("https://x.example/"), IssuerMetadata.PATH))
        .hasToString("https://x.example/.well-known/openid-credential-issuer");
    assertThat(IssuerMetadata.at(new EntityId("http://127.0.0.1:8080"), IssuerMetadata.PATH))
        .hasToString("http://127.0.0.1:8080/.well-known/openid-credential-issuer");
  }

  @Test
  void tokenRequest_written_isReadBack() {
    TokenRequest request = TokenRequest.preAuthorized(Secret.of("code"), Secret.of("123456"));
    RequestParts parts = IssuanceInputs.TOKEN.write(request);

    assertThat(parts.form().first("grant_type"))
        .contains("urn:ietf:params:oauth:grant-type:pre-authorized_code");
    assertThat(parts.form().first("pre-authorized_code")).contains("code");
    assertThat(parts.form().first("tx_code")).contains("123456");
    assertThat(IssuanceInputs.TOKEN.read(parts)).isEqualTo(new Reading.Valid<>(request));
  }

  @Test
  void tokenRequest_withoutGrantType_isRefused() {
    assertThat(
            IssuanceInputs.TOKEN
                .read(
                    new RequestParts(
                        Map.of(),
                        Params.EMPTY,
                        Headers.EMPTY,
                        new Body.Form(Params.EMPTY, List.of())))
                .problems())
        .hasSize(1);
  }

  private static Reading<CredentialCall> credential(String authorization, String json) {
    return IssuanceInputs.CREDENTIAL.read(
        new RequestParts(
            Map.of(),
            Params.EMPTY,
            Headers.EMPTY.with("Authorization", authorization),
            new Body.Document(MediaType.JSON, json.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void credentialRequest_written_isReadBack() {
    CredentialCall call =
        new CredentialCall(Secret.of("token"), CredentialRequest.of("resident", List.of("a.b.c")));

    assertThat(IssuanceInputs.CREDENTIAL.read(IssuanceInputs.CREDENTIAL.write(call)))
        .isEqualTo(new Reading.Valid<>(call));
    assertThat(call.request().configuration()).contains("resident");
  }

  @Test
  void credentialRequest_unknownParameters_areIgnored() {
    Reading<CredentialCall> reading =
        credential(
            "bearer token",
            "{\"credential_configuration_id\":\"resident\",\"locale\":\"id\",\"new\":{\"a\":[1]},"
                + "\"proofs\":{\"jwt\":[\"a.b.c\"]}}");

    assertThat(reading)
        .isEqualTo(
            new Reading.Valid<>(
                new CredentialCall(
                    Secret.of("token"), CredentialRequest.of("resident", List.of("a.b.c")))));
  }

  @Test
  void credentialRequest_broken_isRefusedByName() {
    assertThat(credential("Basic x", "{}").problems().get(0).where()).isEqualTo("Authorization");
    assertThat(credential("Bearer t", "[]").problems()).hasSize(1);
    assertThat(credential("Bearer t", "{\"proofs\":{\"jwt\":[]}}").problems().get(0).where())
        .isEqualTo("/proofs/jwt");
    assertThat(credential("Bearer t", "{\"proofs\":{\"jwt\":[7]}}").problems().get(0).where())
        .isEqualTo("/proofs/jwt/0");
    String eleven = "[" + "\"a\",".repeat(10) + "\"a\"]";
    assertThat(credential("Bearer t", "{\"proofs\":{\"jwt\":" + eleven + "}}").problems())
        .hasSize(1);
  }

  @Test
  void errors_refusedByStatusAlone_haveTheEndpointsWords() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    IssuanceV1.ISSUE.errors().get(0).write(ErrorReport.of(400, "what is wrong"), out);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"error\":\"invalid_credential_request\",\"error_description\":\"what is wrong\"}");
  }
}
