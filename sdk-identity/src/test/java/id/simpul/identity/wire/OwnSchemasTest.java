package id.simpul.identity.wire;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Contracts;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.value.Nik;
import id.simpul.core.value.RegionCode;
import id.simpul.identity.credential.resident.Resident;
import id.simpul.identity.credential.resident.ResidentCredential;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our schemas take what we write and refuse what is broken, without quoting it. */
final class OwnSchemasTest {
  private static final Contracts CONTRACTS = new Contracts();
  private static final SchemaId RESIDENT = new SchemaId("credentials/v1/resident");
  private static final SchemaId STATEMENT = new SchemaId("federation/v1/entity-statement");
  private static final String PERSON =
      "'nik':'9900014107900001','name':'Bakalo Mirasi','birthdate':'1990-07-01',"
          + "'address':'Jalan Duvowi No. 3'";
  private static final String REGION =
      "'region':{'scheme':'kemendagri','edition':'2025','code':'15.71'}";
  private static final String CLAIMS =
      "'iss':'https://jambi.example','vct':'https://simpul.id/credentials/resident/v1',"
          + "'iat':1,'exp':2";
  private static final String SAID =
      "'iss':'https://jambi.example','sub':'https://jambi.example','iat':1,'exp':2";
  private static final String QUERY =
      "'id':'q','format':'dc+sd-jwt','meta':{'vct_values':['v']},'claims':[{'path':['a']}]";

  private static Set<SchemaId> schemas() {
    Set<SchemaId> schemas = new LinkedHashSet<>(List.of(RESIDENT, STATEMENT));
    Stream.of(
            FederationV1.OPERATIONS,
            StatusListV1.OPERATIONS,
            IssuanceV1.OPERATIONS,
            PresentationV1.OPERATIONS,
            SimpulCredentialsV1.OPERATIONS)
        .flatMap(List::stream)
        .forEach(operation -> named(operation, schemas));
    return schemas;
  }

  private static void named(Operation<?, ?> operation, Set<SchemaId> schemas) {
    operation.output().forEach(f -> f.schema().ifPresent(schemas::add));
    operation.errors().forEach(f -> f.schema().ifPresent(schemas::add));
    operation.input().schema().ifPresent(schemas::add);
  }

  private static byte[] bytes(String document) {
    return document
        .replace("%person", PERSON)
        .replace("%region", REGION)
        .replace("%claims", CLAIMS)
        .replace("%said", SAID)
        .replace("%query", QUERY)
        .replace('\'', '"')
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void document_ofEverySchemaNamed_isThereUnderItsId() throws IOException {
    assertThat(schemas()).hasSize(20);
    for (SchemaId schema : schemas()) {
      byte[] document = CONTRACTS.document(schema).orElseThrow();
      JsonObject json = (JsonObject) Json.read(document, Limits.DEFAULT);
      assertThat(json.get("$id"))
          .contains(new JsonString("https://simpul.id/schemas/" + schema.path() + ".json"));
      assertThat(json.get("$schema"))
          .contains(new JsonString("https://json-schema.org/draft/2020-12/schema"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "issuance/v1/issuer-metadata | {'credential_issuer':'https://a.example',"
            + "'credential_endpoint':'https://a.example/c','credential_configurations_supported':"
            + "{'x':{'format':'mso_mdoc','doctype':'d'}},'display':[]}",
        "issuance/v1/token | {'access_token':'a','token_type':'bearer','scope':'s'}",
        "issuance/v1/credential-request | {}",
        "simpul/v1/credential-offer | {'resident':{%person,%region}}",
        "simpul/v1/presentation-request | {'credentials':[{%query,'multiple':false}]}",
        "federation/v1/entity-statement | {%said,'jwks':{'keys':[{'kty':'OKP','kid':'k'}]}}",
        "credentials/v1/resident | {%claims}",
        "credentials/v1/resident | {%claims,%person,%region}"
      })
  void check_whatOthersMayWrite_isTaken(String schema, String document) {
    boolean address = schema.contains("resident"); // there it is an object
    byte[] json =
        bytes(
            address
                ? document.replace("%person", PERSON.replace("'Jalan", "{'formatted':'Jalan") + "}")
                : document);

    assertThat(CONTRACTS.check(new SchemaId(schema), json)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "issuance/v1/issuer-metadata | {'credential_issuer':'https://a.example',"
            + "'credential_endpoint':'https://a.example/c','credential_configurations_supported':"
            + "{'x':{'format':'dc+sd-jwt'}}}",
        "issuance/v1/issuer-metadata | {'credential_issuer':'https://a.example',"
            + "'credential_endpoint':'https://a.example/c',"
            + "'credential_configurations_supported':{}}",
        "issuance/v1/server-metadata | {'issuer':'https://a.example'}",
        "issuance/v1/offer | {'credential_issuer':'https://a.example',"
            + "'credential_configuration_ids':[],'grants':{}}",
        "issuance/v1/token | {'access_token':'a','token_type':'DPoP'}",
        "issuance/v1/token | {'access_token':'','token_type':'Bearer'}",
        "issuance/v1/nonce | {'c_nonce':7}",
        "issuance/v1/credential-request | {'proofs':{'jwt':'a'}}",
        "issuance/v1/credential-request | {'proofs':{'jwt':[]}}",
        "issuance/v1/credential-request | {'credential_configuration_id':null}",
        "issuance/v1/credentials | {'credentials':[]}",
        "issuance/v1/credentials | {'credentials':['a']}",
        "presentation/v1/receipt | []",
        "simpul/v1/credential-offer | {}",
        "simpul/v1/credential-offer | {'resident':{%person}}",
        "simpul/v1/credential-offer | {'resident':{%person,%region},'tx_code':'yes'}",
        "simpul/v1/credential-offer-receipt | {'reference':'r','link':'https://a.example'}",
        "simpul/v1/credential-status | {'status':'revoked'}",
        "simpul/v1/credential-status-change | {'status':'REVOKED'}",
        "simpul/v1/presentation-request | {'credentials':[]}",
        "simpul/v1/presentation-request | {'credentials':[{%query},{%query}]}",
        "simpul/v1/presentation-request | {'credentials':[{%query,'multiple':true}]}",
        "simpul/v1/presentation-request | {'credentials':[{%query,'claim_sets':[]}]}",
        "simpul/v1/presentation-request | {'credentials':[{%query}],'credential_sets':[]}",
        "simpul/v1/presentation-request-receipt | {'reference':'r'}",
        "simpul/v1/presentation-result | {'state':'seen','claims':{}}",
        "federation/v1/entity-statement | {%said}",
        "federation/v1/entity-statement | {%said,'jwks':{'keys':[{'kty':'OKP','kid':'k',"
            + "'d':'a private half'}]}}",
        "federation/v1/entity-statement | {%said,'jwks':{'keys':[{'kty':'OKP','kid':'k'}]},"
            + "'authority_hints':[]}",
        "credentials/v1/resident | {'iss':'https://a.example','iat':1,'exp':2,"
            + "'vct':'https://simpul.id/credentials/resident/v2'}",
        "credentials/v1/resident | {%claims,'birthdate':'1990-07-32'}",
        "credentials/v1/resident | {%claims,'age_over_17':'true'}"
      })
  void check_whatIsBroken_isRefused(String schema, String document) {
    assertThat(CONTRACTS.check(new SchemaId(schema), bytes(document))).isNotEmpty();
  }

  @Test
  void check_residentWithEverythingWrong_namesEachPlaceAndNoValue() {
    String document =
        "{'resident':{'nik':'99000141079000012','name':'','birthdate':'1 Juli 1990',"
            + "'address':7,'region':{'scheme':'desa','edition':'2025','code':'15.71'}}}";

    assertThat(CONTRACTS.check(new SchemaId("simpul/v1/credential-offer"), bytes(document)))
        .extracting(v -> v.where().substring("/resident".length()))
        .contains("/nik", "/name", "/birthdate", "/address", "/region/scheme");
    assertThat(CONTRACTS.check(new SchemaId("simpul/v1/credential-offer"), bytes(document)))
        .allSatisfy(v -> assertThat(v.message()).doesNotContain("9900014", "Juli", "desa"));
  }

  @Test
  void check_claimsOfAnIssuedResident_keepTheirSchema() {
    Resident resident =
        Resident.builder()
            .nik(Nik.parse("9900014107900001").orElseThrow())
            .name("Bakalo Mirasi")
            .birthDate(LocalDate.of(1990, 7, 1))
            .address("Jalan Duvowi No. 3")
            .region(new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", "15.71.01.1001"))
            .build();
    JsonObject claims =
        ResidentCredential.of(resident, () -> Instant.parse("2026-11-21T03:00:00Z")).claims();

    assertThat(claims.members()).hasSize(7);
    assertThat(CONTRACTS.check(RESIDENT, whole(claims))).isEmpty();
    assertThat(CONTRACTS.check(RESIDENT, Json.toBytes(claims)))
        .extracting(v -> v.where())
        .containsExactlyInAnyOrder("/iss", "/vct", "/iat", "/exp");
  }

  private static byte[] whole(JsonObject claims) {
    String json = new String(Json.toBytes(claims), StandardCharsets.UTF_8);
    return (new String(bytes("{%claims,"), StandardCharsets.UTF_8) + json.substring(1))
        .getBytes(StandardCharsets.UTF_8);
  }
}
