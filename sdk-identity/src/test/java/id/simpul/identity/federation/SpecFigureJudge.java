package id.simpul.identity.federation;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.testing.Draft;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges one figure by what it is. Claims are signed anew, with a key of ours and times of ours,
 * since the specification prints neither keys nor signatures that are whole.
 */
final class SpecFigureJudge {
  private static final Set<String> OPERATORS =
      Set.of("value", "add", "default", "one_of", "subset_of", "superset_of", "essential");
  private static final Pattern ENTITY = Pattern.compile("(?:sub|iss|trust_anchor)=(https[^\\s&]+)");

  private final FederationFixture federation = new FederationFixture();
  private final SigningKey key = Member.newKey();
  private final JsonObject jwks = Draft.jwks(key);

  /** {@code accepted}, {@code refused}, or the clause for which our verdict is another. */
  String judge(SpecFigure figure) {
    if (figure.isRequest()) {
      return request(figure);
    } else if (figure.isResponse()) {
      return response(figure);
    } else if (!figure.looksLikeJson()) {
      return SpecFigureDrawings.judge(figure);
    }
    JsonValue json = figure.json().orElse(null);
    return json instanceof JsonObject object ? object(figure, object) : refusedStatement(figure);
  }

  /** Whatever is not a statement must not pass for one. */
  private String refusedStatement(SpecFigure figure) {
    StatementName name = StatementName.configurationOf(new EntityId("https://op.umu.se"));
    try {
      new StatementReader(FederationFixture.NOW, new KeySets()).read(figure.text(), name);
    } catch (TrustException e) {
      return e.reason() == Reason.MALFORMED ? "refused" : "failed: " + e.getMessage();
    }
    return "failed: taken for a statement";
  }

  private String object(SpecFigure figure, JsonObject json) {
    Set<String> names = json.members().keySet();
    if (names.containsAll(Set.of("iss", "sub", "trust_chain"))) {
      return resolveResponse(json);
    } else if (names.containsAll(Set.of("iss", "sub", "jwks"))
        || names.containsAll(Set.of("iss", "sub", "trust_marks"))) {
      return statement(json);
    } else if (names.containsAll(Set.of("trust_mark", "status"))) {
      return "8.4: the status of trust marks is not asked for, 7.3 lets that be";
    } else if (names.contains("trust_mark_type")) {
      return trustMark(figure, json);
    } else if (names.containsAll(Set.of("iss", "keys"))) {
      return "8.7: historical keys are issued and not read";
    } else if (names.containsAll(Set.of("typ", "alg"))) {
      return "3: our algorithms are Ed25519, ES256 and ML-DSA-65";
    }
    return fragment(json);
  }

  private String statement(JsonObject claims) {
    for (String name : List.of("aud", "trust_anchor")) {
      if (claims.get(name).isPresent()) {
        return expect(Reason.NOT_ALLOWED, claims, "3.1.4: registration messages are not taken");
      }
    }
    if (claims.get("crit").isPresent()) {
      return expect(Reason.NOT_ALLOWED, claims, "3.1.1: no claim beyond the standard's is known");
    }
    verify(claims);
    return "accepted";
  }

  private String expect(Reason reason, JsonObject claims, String clause) {
    try {
      verify(claims);
    } catch (TrustException e) {
      return e.reason() == reason ? clause : "failed: " + e.getMessage();
    }
    return "failed: is taken, against " + clause;
  }

  private void verify(JsonObject claims) {
    EntityId issuer = new EntityId(text(claims, "iss"));
    EntityId subject = new EntityId(text(claims, "sub"));
    EntityStatementVerifier verifier = new EntityStatementVerifier(federation.clock());
    String token = signed(EntityStatement.TYPE, claims).put("jwks", jwks).token();
    if (issuer.equals(subject)) {
      verifier.configuration(token, subject, JwkSet.of(jwks));
    } else {
      verifier.subordinate(token, issuer, subject, JwkSet.of(jwks));
    }
  }

  private Draft signed(String typ, JsonObject claims) {
    Draft draft = new Draft(typ, key, federation.clock());
    for (Map.Entry<String, JsonValue> claim : claims.members().entrySet()) {
      if (!Set.of("iat", "exp").contains(claim.getKey())) {
        draft.put(claim.getKey(), claim.getValue());
      }
    }
    return draft;
  }

  private String resolveResponse(JsonObject claims) {
    EntityId resolver = new EntityId(text(claims, "iss"));
    String token = signed(ResolveResponseIssuer.TYPE, claims).token();
    new ResolveResponseVerifier(resolver, JwkSet.of(jwks), federation.clock())
        .trustingOwnNode(token, new EntityId(text(claims, "sub")));
    return "accepted";
  }

  private String trustMark(SpecFigure figure, JsonObject claims) {
    if (figure.name().contains("Delegation JWT")) {
      return believed(claims, claims) ? "accepted" : "failed: the delegation is not believed";
    }
    if (claims.get("exp").isEmpty()) {
      return believed(claims, null)
          ? "failed: a mark without end is believed"
          : "7.3: a mark without end needs another way to find out whether it counts";
    }
    return believed(claims, null) ? "accepted" : "failed: the mark is not believed";
  }

  /** Whether a mark, or a delegation inside a mark of ours, is believed in a federation of ours. */
  private boolean believed(JsonObject claims, @Nullable JsonObject delegation) {
    String type = text(claims, "trust_mark_type");
    Member anchor = federation.add("https://anchor.example");
    String issuerId = text(claims, delegation == null ? "iss" : "sub");
    Member issuer = federation.add(issuerId, anchor);
    String subjectId = delegation == null ? text(claims, "sub") : "https://entity.example";
    Member subject = subjectId.equals(issuerId) ? issuer : federation.add(subjectId, anchor);
    EntityId owner = new EntityId("https://owner.example");
    Draft delegated =
        signed("trust-mark-delegation+jwt", delegation == null ? JsonObject.EMPTY : delegation)
            .put("iss", owner.value())
            .put("sub", issuerId)
            .put("trust_mark_type", type)
            .without("exp");
    Draft mark =
        signed("trust-mark+jwt", delegation == null ? claims : JsonObject.EMPTY)
            .put("iss", issuerId)
            .put("sub", subject.id().value())
            .put("trust_mark_type", type)
            .signedBy(issuer.federationKey());
    if (delegation == null && claims.get("exp").isEmpty()) {
      mark.without("exp");
    }
    if (delegation != null || claims.get("delegation").isPresent()) {
      mark.put("delegation", delegated.token());
      TrustMarkOwner known = TrustMarkOwner.of(owner, JwkSet.of(jwks));
      anchor
          .configuration()
          .put("trust_mark_owners", JsonObject.builder().put(type, known.toJson()).build());
    }
    anchor
        .configuration()
        .put(
            "trust_mark_issuers",
            JsonObject.builder().put(type, JsonArray.ofStrings(List.of(issuerId))).build());
    subject
        .configuration()
        .put(
            "trust_marks",
            new JsonArray(List.of(new PublishedTrustMark(type, mark.token()).toJson())));
    return !federation
        .resolver(anchor)
        .trustMarks(new TrustMarkVerifier(federation.clock()), Set.of(type))
        .build()
        .resolve(subject.id())
        .trustMarks()
        .isEmpty();
  }

  /** A part of a statement: it is put where it belongs, and the statement verified. */
  private String fragment(JsonObject json) {
    Set<String> names = json.members().keySet();
    JsonObject.Builder claims = JsonObject.builder().put("iss", "https://a.example");
    if (names.contains("max_path_length") || names.contains("naming_constraints")) {
      claims.put("sub", "https://b.example").put("constraints", json);
    } else if (names.contains("metadata_policy")) {
      claims.put("sub", "https://b.example").putAll(json);
      MetadataPolicy.parse((JsonObject) json.get("metadata_policy").orElseThrow(), Set.of());
    } else if (names.contains("metadata")
        || names.contains("trust_mark_owners")
        || names.contains("trust_mark_issuers")) {
      claims.put("sub", "https://a.example").putAll(json);
    } else if (isPolicy(json)) {
      JsonObject policy = JsonObject.builder().put("openid_relying_party", json).build();
      MetadataPolicy.parse(policy, Set.of());
      claims.put("sub", "https://b.example").put("metadata_policy", policy);
    } else {
      claims.put("sub", "https://a.example").put("metadata", metadata(json));
    }
    verify(claims.build());
    return "accepted";
  }

  private static boolean isPolicy(JsonObject json) {
    return json.members().values().stream()
        .allMatch(v ->
            v instanceof JsonObject parameter
                && OPERATORS.containsAll(parameter.members().keySet()));
  }

  private static JsonObject metadata(JsonObject json) {
    boolean byType = json.members().values().stream().allMatch(JsonObject.class::isInstance);
    return byType ? json : JsonObject.builder().put("openid_provider", json).build();
  }

  /** Who is asked, and about whom, in identifiers of ours. */
  private static String request(SpecFigure figure) {
    if (figure.text().contains("client_id=")) {
      return "Federation for OpenID Connect 1.1: not a part of this profile";
    }
    Matcher host = Pattern.compile("Host: (\\S+)").matcher(figure.text());
    Matcher path = Pattern.compile("(?:GET|POST) (/[^?\\s]*)").matcher(figure.text());
    if (!host.find() || !path.find()) {
      return "failed: nobody is asked";
    }
    EntityId asked = new EntityId("https://" + host.group(1));
    if (path.group(1).equals(EntityConfiguration.WELL_KNOWN_PATH)) {
      URI expected = URI.create(asked + EntityConfiguration.WELL_KNOWN_PATH);
      return EntityConfiguration.location(asked).equals(expected) ? "accepted" : "failed: location";
    }
    Matcher entities = ENTITY.matcher(figure.text().replaceAll("&\\s+", "&"));
    while (entities.find()) {
      new EntityId(URLDecoder.decode(entities.group(1), StandardCharsets.UTF_8));
    }
    return "accepted";
  }

  private String response(SpecFigure figure) {
    JsonValue json = figure.json().orElse(null);
    if (json instanceof JsonArray array) {
      array.items().forEach(item -> new EntityId(((JsonString) item).value()));
      return "accepted";
    }
    if (figure.text().contains("Location:")) {
      return "Federation for OpenID Connect 1.1: not a part of this profile";
    }
    if (json == null && figure.body().startsWith("eyJ")) {
      return "3: our algorithms are Ed25519, ES256 and ML-DSA-65";
    }
    return refusedStatement(figure);
  }

  private static String text(JsonObject json, String name) {
    return ((JsonString) json.get(name).orElseThrow()).value();
  }
}
