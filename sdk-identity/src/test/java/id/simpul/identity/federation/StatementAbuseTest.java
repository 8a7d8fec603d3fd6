package id.simpul.identity.federation;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.jose.TokenAbuse;
import id.simpul.identity.testing.Draft;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The abuse of algorithms, keys and headers, before every verifier of a federation's tokens. */
class StatementAbuseTest {
  private static final String TYPE = "https://federasi.example/marks/aman";

  private final FederationFixture federation = new FederationFixture();
  private final Member anchor = federation.add("https://federasi.example");
  private final Member city = federation.add("https://jambikota.example", anchor);
  private final Member auditor = federation.add("https://bssn.example", anchor);
  private final Member owner = federation.add("https://kemendagri.example");
  private final EntityStatementVerifier statements =
      new EntityStatementVerifier(federation.clock());
  private final TrustMarkVerifier marks = new TrustMarkVerifier(federation.clock());
  private final ResolveResponseVerifier responses =
      new ResolveResponseVerifier(auditor.id(), auditor.keys(), federation.clock());

  @Test
  void configuration_abused_isRefused() {
    TokenAbuse.assertRefused(
        city.federationKey(),
        city.configuration().token(),
        abused -> statements.configuration(abused, city.id(), city.keys()));
  }

  @Test
  void subordinate_abused_isRefused() {
    TokenAbuse.assertRefused(
        anchor.federationKey(),
        anchor.about(city).token(),
        abused -> statements.subordinate(abused, anchor.id(), city.id(), anchor.keys()));
  }

  @Test
  void resolveResponse_abused_isRefused() {
    JsonObject node = JsonObject.builder().put("jwks", Draft.jwks(city.nodeKey())).build();
    String response =
        new Draft("resolve-response+jwt", auditor.federationKey(), federation.clock())
            .put("iss", auditor.id().value())
            .put("sub", city.id().value())
            .put("metadata", JsonObject.builder().put("simpul_node", node).build())
            .put("trust_chain", federation.chain(city, anchor))
            .token();
    ChainResolver chains = federation.resolver(anchor).build();
    // The standard has this member in the header of a response, and nothing here is taken from it.
    String known = "header \"trust_chain\":[]";
    TokenAbuse.assertRefused(
        auditor.federationKey(),
        response,
        abused -> responses.verify(abused, city.id(), chains),
        known);
    TokenAbuse.assertRefused(
        auditor.federationKey(),
        response,
        abused -> responses.trustingOwnNode(abused, city.id()),
        known);
  }

  private Draft mark() {
    return new Draft("trust-mark+jwt", auditor.federationKey(), federation.clock())
        .put("iss", auditor.id().value())
        .put("sub", city.id().value())
        .put("trust_mark_type", TYPE)
        .lifetime(Duration.ofDays(365));
  }

  private void verify(String mark) {
    EntityConfiguration top =
        statements.configuration(anchor.configuration().token(), anchor.id(), anchor.keys());
    ResolvedEntity issuer = federation.resolver(anchor).build().resolve(auditor.id());
    marks.verify(new PublishedTrustMark(TYPE, mark), city.id(), top, id -> issuer);
  }

  @Test
  void mark_abused_isRefused() {
    JsonArray issuers = JsonArray.ofStrings(List.of(auditor.id().value()));
    anchor
        .configuration()
        .put("trust_mark_issuers", JsonObject.builder().put(TYPE, issuers).build());
    TokenAbuse.assertRefused(auditor.federationKey(), mark().token(), this::verify);

    JsonObject known =
        JsonObject.builder()
            .put("sub", owner.id().value())
            .put("jwks", Draft.jwks(owner.federationKey()))
            .build();
    anchor.configuration().put("trust_mark_owners", JsonObject.builder().put(TYPE, known).build());
    String delegation =
        new Draft("trust-mark-delegation+jwt", owner.federationKey(), federation.clock())
            .put("iss", owner.id().value())
            .put("sub", auditor.id().value())
            .put("trust_mark_type", TYPE)
            .without("exp")
            .token();
    TokenAbuse.assertRefused(
        owner.federationKey(),
        delegation,
        abused -> verify(mark().put("delegation", abused).token()));
  }
}
