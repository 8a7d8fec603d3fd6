package id.simpul.identity.federation;

import static id.simpul.identity.federation.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.JsonString;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.Draft;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EntityStatementVerifierTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FederationFixture federation = new FederationFixture();
  private final Member anchor = federation.add("https://federasi.example");
  private final Member city = federation.add("https://jambikota.example", anchor);
  private final EntityStatementVerifier verifier = new EntityStatementVerifier(federation.clock());

  private EntityConfiguration configuration() {
    return verifier.configuration(city.configuration().token(), city.id(), city.keys());
  }

  private SubordinateStatement subordinate() {
    return verifier.subordinate(anchor.about(city).token(), anchor.id(), city.id(), anchor.keys());
  }

  @Test
  void configuration_asTheStandardHasIt_isRead() {
    city.configuration()
        .put("trust_anchor_hints", List.of(anchor.id().value()))
        .putJson(
            "trust_marks", "[{\"trust_mark_type\":\"https://m.example\",\"trust_mark\":\"x\"}]")
        .putJson("trust_mark_issuers", "{\"https://m.example\":[],\"n\":[\"https://i.example\"]}")
        .putJson("an_extension", "[1]");
    EntityConfiguration read = configuration();
    assertThat(read.issuer()).isEqualTo(city.id());
    assertThat(read.subject()).isEqualTo(city.id());
    assertThat(read.authorityHints()).containsExactly(anchor.id());
    assertThat(read.trustAnchorHints()).containsExactly(anchor.id());
    assertThat(read.trustMarks()).containsExactly(new PublishedTrustMark("https://m.example", "x"));
    assertThat(read.trustMarkIssuers().get("https://m.example")).isEmpty();
    assertThat(read.trustMarkIssuers().get("n")).containsExactly(new EntityId("https://i.example"));
    assertThat(read.keys().keys()).isEqualTo(city.keys().keys());
    assertThat(read.signedBy().kid()).isEqualTo(city.federationKey().keyId());
    assertThat(read.issuedAt()).isEqualTo(FederationFixture.NOW);
    assertThat(read.expiresAt()).isEqualTo(FederationFixture.NOW.plus(Duration.ofDays(7)));
    assertThat(read.metadata().members()).containsKeys("federation_entity", "simpul_node");
    assertThat(read).hasToString("configuration of https://jambikota.example");
    assertThat(read.fetchEndpoint()).contains(city.fetchEndpoint());
  }

  @Test
  void subordinate_asTheStandardHasIt_isRead() {
    anchor
        .about(city)
        .putJson("constraints", "{\"max_path_length\":1}")
        .putJson("metadata_policy", "{\"simpul_node\":{}}")
        .putJson("metadata_policy_crit", "[\"regexp\"]")
        .putJson("metadata", "{\"simpul_node\":{\"name\":\"Kota Jambi\"}}")
        .put("source_endpoint", anchor.fetchEndpoint().toString());
    SubordinateStatement read = subordinate();
    assertThat(read.issuer()).isEqualTo(anchor.id());
    assertThat(read.subject()).isEqualTo(city.id());
    assertThat(read.keys().keys()).isEqualTo(city.keys().keys());
    assertThat(read.signedBy().kid()).isEqualTo(anchor.federationKey().keyId());
    assertThat(read.metadataPolicy()).isEqualTo(Draft.object("{\"simpul_node\":{}}"));
    assertThat(read.criticalOperators()).containsExactly("regexp");
    assertThat(read.sourceEndpoint()).contains(anchor.fetchEndpoint());
    assertThat(read.constraints()).isNotSameAs(Constraints.NONE);
    assertThat(read)
        .hasToString("statement of https://federasi.example about https://jambikota.example");
  }

  static Stream<Arguments> brokenInBoth() {
    SigningKey stranger = Member.newKey();
    return Stream.of(
        broken("no iss", d -> d.without("iss"), Reason.MALFORMED),
        broken("no sub", d -> d.without("sub"), Reason.MALFORMED),
        broken("no iat", d -> d.without("iat"), Reason.MALFORMED),
        broken("no exp", d -> d.without("exp"), Reason.MALFORMED),
        broken("no jwks", d -> d.without("jwks"), Reason.MALFORMED),
        broken("iss of another", d -> d.put("iss", "https://x.example"), Reason.WRONG_SIGNER),
        broken("sub of another", d -> d.put("sub", "https://x.example"), Reason.WRONG_SIGNER),
        broken("iss no entity", d -> d.put("iss", "jambi"), Reason.MALFORMED),
        broken("sub with a query", d -> d.put("sub", "https://x.example?a=b"), Reason.MALFORMED),
        broken("iss a number", d -> d.putJson("iss", "1"), Reason.MALFORMED),
        broken("iat a string", d -> d.put("iat", "1"), Reason.MALFORMED),
        broken("iat a fraction", d -> d.putJson("iat", "1.5"), Reason.MALFORMED),
        broken("exp negative", d -> d.putJson("exp", "-1"), Reason.MALFORMED),
        broken("exp beyond 2^53", d -> d.putJson("exp", "9007199254740993"), Reason.MALFORMED),
        broken("issued later", d -> d.age(Duration.ofSeconds(-61)), Reason.NOT_YET_VALID),
        broken("nbf later", d -> d.putJson("nbf", "1795230061"), Reason.NOT_YET_VALID),
        broken("expired", d -> d.age(Duration.ofDays(7)), Reason.EXPIRED),
        broken(
            "exp before iat",
            d -> d.age(Duration.ofSeconds(-30)).lifetime(Duration.ofSeconds(-10)),
            Reason.NOT_ALLOWED),
        broken(
            "lives too long",
            d -> d.lifetime(EntityStatement.MAX_LIFETIME.plus(SECOND)),
            Reason.NOT_ALLOWED),
        broken("another type", d -> d.header("typ", new JsonString("JWT")), Reason.NOT_ALLOWED),
        broken("no type", d -> d.header("typ", null), Reason.NOT_ALLOWED),
        broken("no kid", d -> d.header("kid", null), Reason.MALFORMED),
        broken("empty kid", d -> d.header("kid", new JsonString("")), Reason.MALFORMED),
        broken("unknown kid", d -> d.header("kid", new JsonString("x")), Reason.UNKNOWN_KEY),
        broken("alg none", d -> d.header("alg", new JsonString("none")), Reason.NOT_ALLOWED),
        broken(
            "alg of another key",
            d -> d.header("alg", new JsonString("ES256")),
            Reason.NOT_ALLOWED),
        broken(
            "trust_chain in the header",
            d -> d.header("trust_chain", Draft.json("[]")),
            Reason.NOT_ALLOWED),
        broken(
            "crit in the header",
            d -> d.header("crit", Draft.json("[\"b64\"]")),
            Reason.NOT_ALLOWED),
        broken("forged", d -> d.forgedBy(stranger), Reason.SIGNATURE_INVALID),
        broken("signed by a stranger", d -> d.signedBy(stranger), Reason.UNKNOWN_KEY),
        broken("aud", d -> d.put("aud", "https://op.example"), Reason.NOT_ALLOWED),
        broken("trust_anchor", d -> d.put("trust_anchor", "https://a.example"), Reason.NOT_ALLOWED),
        broken("crit of an extension", d -> d.putJson("crit", "[\"jti\"]"), Reason.NOT_ALLOWED),
        broken("crit of the standard", d -> d.putJson("crit", "[\"jwks\"]"), Reason.NOT_ALLOWED),
        broken("crit empty", d -> d.putJson("crit", "[]"), Reason.MALFORMED),
        broken("crit a string", d -> d.put("crit", "jti"), Reason.MALFORMED),
        broken("crit of numbers", d -> d.putJson("crit", "[1]"), Reason.MALFORMED),
        broken("jwks an array", d -> d.putJson("jwks", "[]"), Reason.MALFORMED),
        broken("jwks without keys", d -> d.putJson("jwks", "{\"keys\":[]}"), Reason.MALFORMED),
        broken("metadata an array", d -> d.putJson("metadata", "[]"), Reason.MALFORMED),
        broken(
            "metadata of a type null",
            d -> d.putJson("metadata", "{\"a\":null}"),
            Reason.MALFORMED),
        broken(
            "metadata value null",
            d -> d.putJson("metadata", "{\"a\":{\"b\":null}}"),
            Reason.MALFORMED));
  }

  private static Arguments broken(String name, Consumer<Draft> change, Reason reason) {
    return Arguments.of(name, change, reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenInBoth")
  void configuration_breakingARule_isRefused(String name, Consumer<Draft> change, Reason reason) {
    configuration();
    change.accept(city.configuration());
    refused(reason, this::configuration);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenInBoth")
  void subordinate_breakingARule_isRefused(String name, Consumer<Draft> change, Reason reason) {
    subordinate();
    change.accept(anchor.about(city));
    refused(reason, this::subordinate);
  }

  static Stream<Arguments> brokenConfigurations() {
    String url = "\"https://x.example/fetch\"";
    return Stream.of(
        broken("metadata_policy", d -> d.putJson("metadata_policy", "{}"), Reason.NOT_ALLOWED),
        broken(
            "metadata_policy_crit",
            d -> d.putJson("metadata_policy_crit", "[\"a\"]"),
            Reason.NOT_ALLOWED),
        broken("constraints", d -> d.putJson("constraints", "{}"), Reason.NOT_ALLOWED),
        broken("source_endpoint", d -> d.putJson("source_endpoint", url), Reason.NOT_ALLOWED),
        broken("no hints", d -> d.putJson("authority_hints", "[]"), Reason.MALFORMED),
        broken("hints a string", d -> d.putJson("authority_hints", url), Reason.MALFORMED),
        broken("hints of numbers", d -> d.putJson("authority_hints", "[1]"), Reason.MALFORMED),
        broken(
            "hints no entities",
            d -> d.putJson("authority_hints", "[\"jambi\"]"),
            Reason.MALFORMED),
        broken("no anchor hints", d -> d.putJson("trust_anchor_hints", "[]"), Reason.MALFORMED),
        broken("marks an object", d -> d.putJson("trust_marks", "{}"), Reason.MALFORMED),
        broken("marks of strings", d -> d.putJson("trust_marks", "[\"a\"]"), Reason.MALFORMED),
        broken(
            "mark without type",
            d -> d.putJson("trust_marks", "[{\"trust_mark\":\"a\"}]"),
            Reason.MALFORMED),
        broken(
            "mark without token",
            d -> d.putJson("trust_marks", "[{\"trust_mark_type\":\"a\"}]"),
            Reason.MALFORMED),
        broken(
            "mark owner without a name",
            d -> d.putJson("trust_mark_owners", "{\"a\":{\"jwks\":{\"keys\":[]}}}"),
            Reason.MALFORMED),
        broken(
            "mark issuers an array", d -> d.putJson("trust_mark_issuers", "[]"), Reason.MALFORMED),
        broken(
            "mark issuers of strings",
            d -> d.putJson("trust_mark_issuers", "{\"a\":\"b\"}"),
            Reason.MALFORMED),
        broken(
            "mark issuer no entity",
            d -> d.putJson("trust_mark_issuers", "{\"a\":[\"b\"]}"),
            Reason.MALFORMED),
        broken(
            "mark owners of strings",
            d -> d.putJson("trust_mark_owners", "{\"a\":\"b\"}"),
            Reason.MALFORMED),
        broken(
            "mark owner without keys",
            d -> d.putJson("trust_mark_owners", "{\"a\":{\"sub\":\"https://o.example\"}}"),
            Reason.MALFORMED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenConfigurations")
  void configuration_breakingARuleOfItsKind_isRefused(
      String name, Consumer<Draft> change, Reason reason) {
    change.accept(city.configuration());
    refused(reason, this::configuration);
  }

  static Stream<Arguments> brokenSubordinates() {
    return Stream.of(
        broken(
            "authority_hints",
            d -> d.putJson("authority_hints", "[\"https://a.example\"]"),
            Reason.NOT_ALLOWED),
        broken(
            "trust_anchor_hints", d -> d.putJson("trust_anchor_hints", "[]"), Reason.NOT_ALLOWED),
        broken("trust_marks", d -> d.putJson("trust_marks", "[]"), Reason.NOT_ALLOWED),
        broken(
            "trust_mark_issuers", d -> d.putJson("trust_mark_issuers", "{}"), Reason.NOT_ALLOWED),
        broken("trust_mark_owners", d -> d.putJson("trust_mark_owners", "{}"), Reason.NOT_ALLOWED),
        broken(
            "metadata_policy an array", d -> d.putJson("metadata_policy", "[]"), Reason.MALFORMED),
        broken(
            "no critical operators",
            d -> d.putJson("metadata_policy_crit", "[]"),
            Reason.MALFORMED),
        broken("constraints an array", d -> d.putJson("constraints", "[]"), Reason.MALFORMED),
        broken(
            "path length negative",
            d -> d.putJson("constraints", "{\"max_path_length\":-1}"),
            Reason.MALFORMED),
        broken(
            "source plain http",
            d -> d.put("source_endpoint", "http://x.example/f"),
            Reason.MALFORMED),
        broken(
            "source with a user",
            d -> d.put("source_endpoint", "https://a@x.example/f"),
            Reason.MALFORMED),
        broken(
            "source with a fragment",
            d -> d.put("source_endpoint", "https://x.example/f#a"),
            Reason.MALFORMED),
        broken("source no URL", d -> d.put("source_endpoint", "not a url"), Reason.MALFORMED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenSubordinates")
  void subordinate_breakingARuleOfItsKind_isRefused(
      String name, Consumer<Draft> change, Reason reason) {
    change.accept(anchor.about(city));
    refused(reason, this::subordinate);
  }

  @Test
  void configuration_atEachLimit_isTaken() {
    city.configuration().lifetime(EntityStatement.MAX_LIFETIME);
    assertThat(configuration().expiresAt())
        .isEqualTo(FederationFixture.NOW.plus(EntityStatement.MAX_LIFETIME));
    city.configuration().lifetime(Duration.ofDays(7)).age(Duration.ofDays(7).minus(SECOND));
    assertThat(configuration().expiresAt()).isEqualTo(FederationFixture.NOW.plus(SECOND));
    city.configuration().age(Duration.ofMinutes(-1));
    assertThat(configuration().issuedAt()).isAfter(FederationFixture.NOW);
  }

  @Test
  void configuration_asLongAsAllowedAndOneCharacterMore_isTakenAndRefused() {
    String exact = paddedTo(EntityStatement.MAX_LENGTH);
    assertThat(exact.length()).isEqualTo(EntityStatement.MAX_LENGTH);
    verifier.configuration(exact, city.id(), city.keys());
    String longer = paddedTo(EntityStatement.MAX_LENGTH + 1);
    assertThat(longer.length()).isBetween(exact.length() + 1, exact.length() + 3);
    refused(Reason.BUDGET_EXCEEDED, () -> verifier.configuration(longer, city.id(), city.keys()));
  }

  /** In pieces, since a single string may have no more than 16 Ki characters. */
  private String paddedTo(int length) {
    // Of the lengths that this header leaves room for, base64url has this one.
    city.configuration().header("alg", new JsonString("EdDSA"));
    int filler = (length - padded(0).length()) * 3 / 4 - 30;
    String token = padded(filler);
    while (token.length() < length) {
      filler++;
      token = padded(filler);
    }
    return token;
  }

  private String padded(int characters) {
    List<String> pieces = new ArrayList<>();
    for (int left = characters; left > 0; left -= 10_000) {
      pieces.add("x".repeat(Math.min(left, 10_000)));
    }
    return city.configuration().put("filler", pieces).token();
  }

  @Test
  void configuration_signedWithAKeyNobodyVouchesFor_isRefused() {
    SigningKey fresh = Member.newKey();
    city.configuration().putKeys("jwks", city.federationKey(), fresh).signedBy(fresh);
    refused(Reason.UNKNOWN_KEY, this::configuration);
  }

  @Test
  void configuration_thatListsNoKeyVouchedFor_isRefused() {
    SigningKey fresh = Member.newKey();
    city.configuration().putKeys("jwks", fresh).signedBy(fresh);
    TrustException refusal = refused(Reason.UNKNOWN_KEY, this::configuration);
    assertThat(refusal.fault().where()).isEqualTo("jwks");
  }

  @Test
  void configuration_ofNonsense_isRefused() {
    for (String token : List.of("", ".", "..", "...", "a.b.c", "é.é.é", "e30", "W10.W10.AA")) {
      refused(Reason.MALFORMED, () -> verifier.configuration(token, city.id(), city.keys()));
    }
  }

  @Test
  void refusal_whateverIsWrong_namesTheStatementAndNoValue() {
    city.configuration().put("sub", "https://1571010101010001.example?nik");
    TrustException refusal = refused(Reason.MALFORMED, this::configuration);
    assertThat(refusal).hasMessageStartingWith("configuration of https://jambikota.example: ");
    assertThat(refusal).hasMessageNotContaining("1571").hasNoCause();
    assertThat(refusal.fault().where()).isEqualTo("sub");
  }

  @Test
  void subordinate_aboutItself_isAMistakeOfTheCaller() {
    String token = anchor.configuration().token();
    assertThatThrownBy(() -> verifier.subordinate(token, anchor.id(), anchor.id(), anchor.keys()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void location_withAndWithoutPath_isBelowTheIdentifier() {
    assertThat(EntityConfiguration.location(new EntityId("https://a.example")))
        .isEqualTo(URI.create("https://a.example/.well-known/openid-federation"));
    assertThat(EntityConfiguration.location(new EntityId("https://a.example/")))
        .isEqualTo(URI.create("https://a.example/.well-known/openid-federation"));
    assertThat(EntityConfiguration.location(new EntityId("https://a.example:8443/opd/1")))
        .isEqualTo(URI.create("https://a.example:8443/opd/1/.well-known/openid-federation"));
  }
}
