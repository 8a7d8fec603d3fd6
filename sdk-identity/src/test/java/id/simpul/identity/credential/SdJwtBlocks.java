package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.identity.EntityId;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.http.InMemoryNonceStore;
import id.simpul.identity.internal.credential.DisclosedClaims;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.testing.Corpus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of each kind of code block in RFC 9901. */
final class SdJwtBlocks {
  private static final String PID = "urn:eudi:pid:de:1";
  private static final EntityId PID_ISSUER = new EntityId("https://pid-issuer.bund.de.example");
  private static final String VERIFIER = "https://verifier.example.org";
  private static final String NONCE = "1234567890";
  private static final Instant PRESENTED = Instant.ofEpochSecond(1_748_536_865);
  private static final Set<String> CONTROL = Set.of("iss", "vct", "iat", "exp", "cnf", "_sd_alg");
  private final List<JsonObject> blocks;

  SdJwtBlocks(List<JsonObject> blocks) {
    this.blocks = blocks;
  }

  void check(JsonObject block) {
    String text = Corpus.text(block, "text");
    if (Corpus.text(block, "kind").equals("sd-jwt")) {
      verify(Corpus.text(block, "joined"));
    } else if (Corpus.text(block, "kind").equals("text")) {
      template(text);
    } else if (text.contains("Content of Disclosures:")) {
      withContents(text);
    } else {
      JsonValue json = json(text).orElseThrow(() -> new AssertionError("is no JSON"));
      if (json instanceof JsonArray) {
        assertThat(allText()).contains(HandMade.digest(HandMade.encode(text)));
      } else {
        object((JsonObject) json);
      }
    }
  }

  private void object(JsonObject json) {
    if (json.get("sd_hash").isPresent()) {
      binding(json);
    } else if (json.get("kty").isPresent()) {
      assertThat(PublicJwk.of(json).key().keyId()).hasSize(43);
    } else if (Office.text(json).contains("\"_sd\"") || Office.text(json).contains("\"...\"")) {
      payload(json, disclosures());
    } else {
      claims(json);
    }
  }

  private static Optional<JsonValue> json(String text) {
    try {
      return Optional.of(Json.read(text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT));
    } catch (FormatException e) {
      return Optional.empty();
    }
  }

  /** All credentials the blocks hold. */
  private List<String> credentials() {
    return blocks.stream().map(b -> Corpus.text(b, "joined")).filter(t -> !t.isEmpty()).toList();
  }

  private String allText() {
    return String.join("\n", blocks.stream().map(b -> Corpus.text(b, "text")).toList());
  }

  /** All disclosures the blocks hold, printed as JSON or inside a credential. */
  private List<String> disclosures() {
    Set<String> found = new LinkedHashSet<>();
    for (JsonObject block : blocks) {
      String text = Corpus.text(block, "text");
      if (Corpus.text(block, "kind").equals("json") && text.startsWith("[")) {
        found.add(HandMade.encode(text));
      }
    }
    for (String credential : credentials()) {
      String[] parts = credential.split("~", -1);
      found.addAll(Arrays.asList(parts).subList(1, parts.length - 1));
    }
    return List.copyOf(found);
  }

  private static PublicJwk key() {
    return PublicJwk.of(
        Office.json(
            "{\"kty\":\"EC\",\"crv\":\"P-256\","
                + "\"x\":\"b28d4MwZMjw8-00CG4xfnn9SLMVMM19SlqZpVb_uNtQ\","
                + "\"y\":\"Xv5zWwuoaTgdS6hV43yI6gBwTnjukmFQQnJ_kCxzqk8\"}"));
  }

  /** A verifier of the credentials in appendix A.3, on the day of the presentation there. */
  private static SdJwtVcVerifier verifier() {
    PinnedEntities trust =
        new PinnedEntities(
            List.of(new ResolvedEntity(PID_ISSUER, List.of(key().key()), Instant.MAX)));
    return SdJwtVcVerifier.builder(
            trust, (issuer, type, claims) -> true, Set.of(PID), InstantSource.fixed(PRESENTED))
        .build();
  }

  private static JsonObject verify(String text) {
    SdJwtVcVerifier verifier = verifier();
    if (text.endsWith("~")) {
      return verifier.withoutKeyBinding().verify(text).claims();
    }
    InMemoryNonceStore nonces = new InMemoryNonceStore(InstantSource.fixed(PRESENTED));
    return verifier.requiringKeyBinding(VERIFIER, nonces).verify(text, NONCE).credential().claims();
  }

  /** A pattern such as {@code <Issuer-signed JWT>~<Disclosure 1>~<KB-JWT>}, filled in. */
  private static void template(String text) {
    if (!text.startsWith("<Issuer-signed JWT>~")) {
      fail("holds no vector");
    }
    Office office = new Office();
    String one = HandMade.member("1", "1");
    String two = HandMade.member("2", "2");
    String last = HandMade.member("n", "3");
    String payload = Office.payload(office.cnf(), HandMade.sd(one, two, last));
    String bound =
        text.replace("\n", "")
            .replace("<KB-JWT>", "")
            .replace("<Issuer-signed JWT>~", office.signed(payload))
            .replace("<Disclosure 1>", one)
            .replace("<Disclosure 2>", two)
            .replace("...~", "")
            .replace("<Disclosure N>", last);
    if (text.contains("<KB-JWT>")) {
      assertThat(office.bound().verify(office.bind(bound), Office.NONCE)).isNotNull();
    } else {
      assertThat(office.bearer().verify(bound)).isNotNull();
    }
  }

  /** Section 4.2.6: a payload, and in prose the disclosures that belong to it. */
  private static void withContents(String text) {
    String[] halves = text.split("\n\nContent of Disclosures:\n", 2);
    List<String> disclosures = new ArrayList<>();
    for (String content : halves[1].split("\n(?=[\\w-]+\\.\\.\\. = )", -1)) {
      String[] parts = content.split("\\.\\.\\. = ", 2);
      String disclosure = HandMade.encode(parts[1].strip());
      assertThat(HandMade.digest(disclosure)).startsWith(parts[0]);
      disclosures.add(disclosure);
    }
    JsonValue json = json(halves[0]).orElseThrow(() -> new AssertionError("is no JSON"));
    JsonObject claims = payload((JsonObject) json, disclosures);
    assertThat(Office.text(claims))
        .isEqualTo("{\"family_name\":\"Möbius\",\"nationalities\":[\"DE\",\"FR\",\"UK\"]}");
  }

  /** Signs a payload and shows all disclosures that belong to it. */
  private static JsonObject payload(JsonObject payload, List<String> disclosures) {
    List<String> shown = new ArrayList<>();
    StringBuilder reached = new StringBuilder(Office.text(payload));
    boolean more = true;
    while (more) {
      more = false;
      for (String disclosure : disclosures) {
        if (!shown.contains(disclosure) && reached.indexOf(HandMade.digest(disclosure)) >= 0) {
          shown.add(disclosure);
          reached.append(HandMade.decode(disclosure));
          more = true;
        }
      }
    }
    List<String> members = new ArrayList<>();
    withoutControl(payload)
        .members()
        .forEach((name, value) -> {
          String json = Office.text(JsonObject.builder().put(name, value).build());
          members.add(json.substring(1, json.length() - 1));
        });
    Office office = new Office();
    String signed =
        office.signed(Office.payload(members.toArray(String[]::new)), shown.toArray(String[]::new));
    JsonObject claims = Office.own(office.bearer().verify(signed));
    assertThat(Office.text(claims)).doesNotContain("_sd", "...");
    return claims;
  }

  private static JsonObject withoutControl(JsonObject claims) {
    JsonObject.Builder rest = JsonObject.builder();
    claims
        .members()
        .forEach((name, value) -> {
          if (!CONTROL.contains(name)) {
            rest.put(name, value);
          }
        });
    return rest.build();
  }

  /** A key binding that one of the credentials ends with. */
  private void binding(JsonObject json) {
    for (String credential : credentials()) {
      String last = credential.substring(credential.lastIndexOf('~') + 1);
      if (!last.isEmpty() && Office.json(HandMade.decode(last.split("\\.", -1)[1])).equals(json)) {
        String bound = credential.substring(0, credential.length() - last.length());
        assertThat(json.get("sd_hash")).contains(new JsonString(HandMade.digest(bound)));
        assertThat(json.get("iat")).contains(JsonNumber.of(PRESENTED.getEpochSecond()));
        verify(credential);
        return;
      }
    }
    fail("is the key binding of nothing");
  }

  /** What a verifier sees of one of the credentials, or what an issuer starts from. */
  private void claims(JsonObject json) {
    for (String credential : credentials()) {
      if (processed(credential).equals(json)) {
        assertThat(isSigned(credential)).isTrue();
        return;
      }
    }
    Office office = new Office();
    CredentialContent.Builder content = CredentialContent.builder();
    withoutControl(json).members().forEach(content::selective);
    String issued = office.issuer().build().issue(content.build()).reveal();
    assertThat(Office.own(office.bearer().verify(issued))).isEqualTo(withoutControl(json));
  }

  private static boolean isSigned(String credential) {
    String jwt = credential.substring(0, credential.indexOf('~'));
    int dot = jwt.lastIndexOf('.');
    byte[] input = jwt.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
    return key().key().verify(input, Base64.getUrlDecoder().decode(jwt.substring(dot + 1)));
  }

  /** The disclosures of a credential put in their places, below the rules for its type. */
  private static JsonObject processed(String credential) {
    String[] parts = credential.split("~", -1);
    JsonObject payload = Office.json(HandMade.decode(parts[0].split("\\.", -1)[1]));
    List<String> disclosures = Arrays.asList(parts).subList(1, parts.length - 1);
    return DisclosedClaims.of(payload, disclosures).claims();
  }
}
