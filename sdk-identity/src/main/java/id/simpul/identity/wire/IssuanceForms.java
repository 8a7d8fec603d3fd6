package id.simpul.identity.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.value.Secret;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.internal.issuance.Members;
import id.simpul.identity.issuance.AccessToken;
import id.simpul.identity.issuance.AuthorizationServerMetadata;
import id.simpul.identity.issuance.CredentialConfiguration;
import id.simpul.identity.issuance.CredentialOffer;
import id.simpul.identity.issuance.CredentialRequest;
import id.simpul.identity.issuance.IssuanceLimits;
import id.simpul.identity.issuance.IssuerMetadata;
import id.simpul.identity.issuance.TokenRequest;
import id.simpul.identity.issuance.TxCodePrompt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The documents of OpenID4VCI 1.0 as JSON. */
final class IssuanceForms {
  static final JsonForm<IssuerMetadata> METADATA =
      new JsonForm<>(schema("issuer-metadata"), IssuanceForms::write, IssuanceForms::metadata);
  static final JsonForm<AuthorizationServerMetadata> SERVER =
      new JsonForm<>(schema("server-metadata"), IssuanceForms::write, IssuanceForms::server);
  static final JsonForm<CredentialOffer> OFFER =
      new JsonForm<>(schema("offer"), IssuanceForms::write, IssuanceForms::offer);
  static final JsonForm<AccessToken> TOKEN =
      new JsonForm<>(schema("token"), IssuanceForms::write, IssuanceForms::token);
  static final JsonForm<String> NONCE =
      new JsonForm<>(
          schema("nonce"),
          nonce -> JsonObject.builder().put("c_nonce", nonce).build(),
          members -> members.text("c_nonce"));
  static final JsonForm<List<String>> CREDENTIALS =
      new JsonForm<>(schema("credentials"), IssuanceForms::write, IssuanceForms::credentials);

  /** What a credential request looks like. */
  static final SchemaId REQUEST = schema("credential-request");

  /** The longest credential in an answer, in characters. */
  static final int MAX_CREDENTIAL_LENGTH = 256 * 1024;

  private static final int MAX_NAMES = 64;
  private static final int MAX_PROOF_TYPES = 8;
  private static final int MAX_ALGORITHM_LENGTH = 64;
  private static final String GRANTS = "grants";
  private static final String CODE = "pre-authorized_code";
  private static final String TX_CODE = "tx_code";
  private static final String NUMERIC = "numeric";
  private static final String PROOFS = "proofs";

  private IssuanceForms() {}

  private static SchemaId schema(String name) {
    return new SchemaId("issuance/v1/" + name);
  }

  private static JsonObject write(IssuerMetadata metadata) {
    JsonObject.Builder json = JsonObject.builder();
    json.put("credential_issuer", metadata.issuer().value());
    if (!metadata.authorizationServers().isEmpty()) {
      json.put(
          "authorization_servers",
          JsonArray.ofStrings(
              metadata.authorizationServers().stream().map(EntityId::value).toList()));
    }
    json.put("credential_endpoint", metadata.credentialEndpoint().toString());
    metadata.nonces().ifPresent(url -> json.put("nonce_endpoint", url.toString()));
    // The standard has no batch of one (section 12.2.4).
    if (metadata.batchSize() > 1) {
      json.put(
          "batch_credential_issuance",
          JsonObject.builder().put("batch_size", JsonNumber.of(metadata.batchSize())).build());
    }
    JsonObject.Builder configurations = JsonObject.builder();
    metadata.configurations().forEach(c -> configurations.put(c.id(), write(c)));
    return json.put("credential_configurations_supported", configurations.build()).build();
  }

  private static JsonObject write(CredentialConfiguration configuration) {
    JsonObject proof =
        JsonObject.builder()
            .put("proof_signing_alg_values_supported", names(configuration.proofsSignedWith()))
            .build();
    JsonObject.Builder json =
        JsonObject.builder()
            .put("format", CredentialConfiguration.FORMAT)
            .put("vct", configuration.type())
            .put("cryptographic_binding_methods_supported", JsonArray.ofStrings(List.of("jwk")));
    // The standard has no empty list (section 12.2.4).
    if (!configuration.signedWith().isEmpty()) {
      json.put("credential_signing_alg_values_supported", names(configuration.signedWith()));
    }
    return json.put(
            "proof_types_supported", JsonObject.builder().put(CredentialRequest.JWT, proof).build())
        .build();
  }

  private static JsonArray names(Collection<SignatureAlgorithm> algorithms) {
    return JsonArray.ofStrings(
        algorithms.stream().sorted().map(SignatureAlgorithm::joseName).toList());
  }

  private static IssuerMetadata metadata(Members members) throws FormatException {
    List<EntityId> servers = new ArrayList<>();
    if (members.has("authorization_servers")) {
      for (String server : members.texts("authorization_servers", MAX_NAMES, EntityId.MAX_LENGTH)) {
        servers.add(new EntityId(server));
      }
    }
    int batch = 1;
    Optional<Members> batches = members.optionalObject("batch_credential_issuance");
    if (batches.isPresent()) {
      batch = batches.get().number("batch_size").orElse(1);
    }
    return new IssuerMetadata(
        members.entity("credential_issuer"),
        servers,
        members.url("credential_endpoint"),
        members.optionalUrl("nonce_endpoint").orElse(null),
        batch,
        configurations(members.object("credential_configurations_supported")));
  }

  // An issuer may have credentials of other formats too; they are none of ours.
  private static List<CredentialConfiguration> configurations(Members members)
      throws FormatException {
    List<CredentialConfiguration> configurations = new ArrayList<>();
    for (String id : members.names()) {
      Members one = members.object(id);
      if (one.text("format").equals(CredentialConfiguration.FORMAT)) {
        Set<SignatureAlgorithm> proofs = proofAlgorithms(one);
        if (!proofs.isEmpty()) {
          configurations.add(
              new CredentialConfiguration(
                  id,
                  one.text("vct"),
                  algorithms(one, "credential_signing_alg_values_supported"),
                  proofs));
        }
      }
    }
    return configurations;
  }

  private static Set<SignatureAlgorithm> proofAlgorithms(Members configuration)
      throws FormatException {
    Optional<Members> types = configuration.optionalObject("proof_types_supported");
    if (types.isEmpty() || !types.get().has(CredentialRequest.JWT)) {
      return Set.of();
    }
    return algorithms(
        types.get().object(CredentialRequest.JWT), "proof_signing_alg_values_supported");
  }

  private static Set<SignatureAlgorithm> algorithms(Members members, String name)
      throws FormatException {
    Set<SignatureAlgorithm> known = EnumSet.noneOf(SignatureAlgorithm.class);
    if (members.has(name)) {
      List<String> named = members.texts(name, MAX_NAMES, MAX_ALGORITHM_LENGTH);
      for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
        if (named.contains(algorithm.joseName())) {
          known.add(algorithm);
        }
      }
    }
    return known;
  }

  private static JsonObject write(AuthorizationServerMetadata server) {
    return JsonObject.builder()
        .put("issuer", server.issuer().value())
        .put("token_endpoint", server.tokenEndpoint().toString())
        // Required by RFC 8414; without an authorisation endpoint there are none.
        .put("response_types_supported", new JsonArray(List.of()))
        .put("grant_types_supported", JsonArray.ofStrings(server.grantTypes()))
        .put("token_endpoint_auth_methods_supported", JsonArray.ofStrings(List.of("none")))
        .put(
            "pre-authorized_grant_anonymous_access_supported",
            JsonBoolean.of(server.anonymousAccess()))
        .build();
  }

  private static AuthorizationServerMetadata server(Members members) throws FormatException {
    return new AuthorizationServerMetadata(
        members.entity("issuer"),
        members.url("token_endpoint"),
        members.has("grant_types_supported")
            ? members.texts("grant_types_supported", MAX_NAMES, Members.MAX_LENGTH)
            : List.of("authorization_code", "implicit"), // RFC 8414, section 2
        members.flag("pre-authorized_grant_anonymous_access_supported"));
  }

  private static JsonObject write(CredentialOffer offer) {
    JsonObject.Builder grant = JsonObject.builder().put(CODE, offer.code().reveal());
    offer.asksFor().ifPresent(prompt -> grant.put(TX_CODE, write(prompt)));
    return JsonObject.builder()
        .put("credential_issuer", offer.issuer().value())
        .put("credential_configuration_ids", JsonArray.ofStrings(offer.configurationIds()))
        .put(
            GRANTS,
            JsonObject.builder().put(TokenRequest.PRE_AUTHORIZED_CODE, grant.build()).build())
        .build();
  }

  private static JsonObject write(TxCodePrompt prompt) {
    JsonObject.Builder json =
        JsonObject.builder().put("input_mode", prompt.numeric() ? NUMERIC : "text");
    if (prompt.length() != null) {
      json.put("length", JsonNumber.of(prompt.length()));
    }
    if (!prompt.description().isEmpty()) {
      json.put("description", prompt.description());
    }
    return json.build();
  }

  private static CredentialOffer offer(Members members) throws FormatException {
    Members grant = members.object(GRANTS).object(TokenRequest.PRE_AUTHORIZED_CODE);
    Optional<Members> asked = grant.optionalObject(TX_CODE);
    TxCodePrompt txCode = asked.isPresent() ? prompt(asked.get()) : null;
    return new CredentialOffer(
        members.entity("credential_issuer"),
        members.texts(
            "credential_configuration_ids",
            IssuanceLimits.MAX_CONFIGURATIONS,
            CredentialConfiguration.MAX_ID_LENGTH),
        Secret.of(grant.text(CODE)),
        txCode);
  }

  // Section 4.1.1: digits unless it says otherwise. What is no word of it may be any characters.
  private static TxCodePrompt prompt(Members members) throws FormatException {
    return new TxCodePrompt(
        members.optionalText("input_mode").orElse(NUMERIC).equals(NUMERIC),
        members.number("length").orElse(null),
        members.optionalText("description").orElse(""));
  }

  private static JsonObject write(AccessToken token) {
    return JsonObject.builder()
        .put("access_token", token.value().reveal())
        .put("token_type", "Bearer")
        .put("expires_in", JsonNumber.of(token.expiresIn().toSeconds()))
        .build();
  }

  private static AccessToken token(Members members) throws FormatException {
    if (!members.text("token_type").equalsIgnoreCase("Bearer")) {
      throw new FormatException("/token_type", "is not Bearer");
    }
    Duration expiresIn =
        members
            .number("expires_in")
            .map(Duration::ofSeconds)
            .orElse(IssuanceLimits.MAX_TOKEN_LIFETIME);
    return new AccessToken(Secret.of(members.text("access_token")), expiresIn);
  }

  private static JsonObject write(List<String> credentials) {
    List<JsonValue> list = new ArrayList<>();
    credentials.forEach(c -> list.add(JsonObject.builder().put("credential", c).build()));
    return JsonObject.builder().put("credentials", new JsonArray(list)).build();
  }

  private static List<String> credentials(Members members) throws FormatException {
    List<String> credentials = new ArrayList<>();
    for (Members one : members.objects("credentials", IssuanceLimits.MAX_BATCH)) {
      credentials.add(one.longText("credential", MAX_CREDENTIAL_LENGTH));
    }
    return List.copyOf(credentials);
  }

  static JsonObject write(CredentialRequest request) {
    JsonObject.Builder json =
        JsonObject.builder()
            .putIfPresent("credential_configuration_id", request.configurationId())
            .putIfPresent("credential_identifier", request.identifier());
    if (!request.proofs().isEmpty()) {
      json.put(
          PROOFS,
          JsonObject.builder()
              .put(CredentialRequest.JWT, JsonArray.ofStrings(request.proofs()))
              .build());
    }
    return json.build();
  }

  static CredentialRequest request(Members members) throws FormatException {
    Optional<Members> proofs = members.optionalObject(PROOFS);
    List<String> types = proofs.map(Members::names).orElse(List.of());
    List<String> jwts = List.of();
    if (types.size() > MAX_PROOF_TYPES) {
      throw new FormatException("/" + PROOFS, "holds exactly one type of proof");
    }
    if (proofs.isPresent() && proofs.get().has(CredentialRequest.JWT)) {
      jwts =
          proofs
              .get()
              .texts(
                  CredentialRequest.JWT, IssuanceLimits.MAX_BATCH, IssuanceLimits.MAX_PROOF_LENGTH);
    }
    return new CredentialRequest(
        members.optionalText("credential_configuration_id").orElse(null),
        members.optionalText("credential_identifier").orElse(null),
        types,
        jwts,
        members.has("credential_response_encryption"));
  }
}
