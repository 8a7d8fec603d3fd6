package id.simpul.identity.jose;

import static id.simpul.identity.TrustException.Reason.KEY_UNUSABLE;
import static id.simpul.identity.TrustException.Reason.MALFORMED;
import static id.simpul.identity.TrustException.Reason.NOT_ALLOWED;
import static id.simpul.identity.TrustException.Reason.SIGNATURE_INVALID;
import static id.simpul.identity.TrustException.Reason.UNKNOWN_KEY;
import static id.simpul.identity.TrustException.Reason.UNSIGNED;
import static id.simpul.identity.jose.Tokens.TYP;
import static id.simpul.identity.jose.Tokens.encode;
import static id.simpul.identity.jose.Tokens.utf8;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonString;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.Base64Url;
import id.simpul.identity.jose.JwsProfile.KeySource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that broken verifiers have taken. Where a header is at fault, the token is signed with the
 * right key over exactly that header, so that nothing but the check of the header can refuse it.
 */
final class HostileTokens {
  static final String PLANTED = "planted-claim-5d1c";

  /** One token and the one reason to refuse it. */
  record Case(SigningKey key, String name, String token, Reason reason) {
    boolean isInPayload() {
      return name.startsWith("payload is");
    }

    @Override
    public String toString() {
      return key.algorithm() + " " + name;
    }
  }

  private final SigningKey key;
  private final SigningKey other;
  private final SigningKey foreign;
  private final KeySource source;
  private final String alg;
  private final String typ;
  private final String claims;
  private final List<Case> cases = new ArrayList<>();

  private HostileTokens(SigningKey key, KeySource source, String typ, String claims) {
    this.key = key;
    this.source = source;
    this.typ = typ;
    this.claims = claims;
    SignatureAlgorithm algorithm = key.algorithm();
    boolean isEs256 = algorithm == SignatureAlgorithm.ES256;
    other = Tokens.key(algorithm);
    foreign = Tokens.key(isEs256 ? SignatureAlgorithm.ED25519 : SignatureAlgorithm.ES256);
    alg = algorithm.joseName();
  }

  /** The tokens for a class that says where its key comes from in this way. */
  static List<Case> of(SignatureAlgorithm algorithm, KeySource source) {
    String claims = Tokens.claims(",\"secret\":\"" + PLANTED + "\"");
    return of(Tokens.key(algorithm), source, TYP, claims);
  }

  /** The tokens of another class. */
  static List<Case> of(SigningKey key, KeySource source, String typ, String claims) {
    HostileTokens tokens = new HostileTokens(key, source, typ, claims);
    tokens.algorithms();
    tokens.doubledAlgorithms();
    tokens.macs();
    tokens.types();
    switch (source) {
      case KEY_SET -> tokens.keyIds();
      case CONTEXT -> tokens.keyIdsNobodyNeeds();
      case EMBEDDED -> tokens.embeddedKeys();
    }
    tokens.members();
    tokens.headerDocuments();
    tokens.payloadDocuments();
    tokens.signatures();
    tokens.signatureTexts();
    tokens.structures();
    return tokens.cases;
  }

  private void add(String name, String token, Reason reason) {
    cases.add(new Case(key, name, token, reason));
  }

  private void header(String name, String header, Reason reason) {
    add(name, Tokens.sign(key, header, claims), reason);
  }

  /** The right header with one member replaced, or added at its end. */
  private String with(String name, String json) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("alg", quote(alg));
    members.put("typ", quote(typ));
    switch (source) {
      case KEY_SET -> members.put("kid", quote(key.keyId()));
      case EMBEDDED -> members.put("jwk", jwk(key));
      case CONTEXT -> {}
    }
    members.put(name, json);
    return join(members);
  }

  private static String join(Map<String, String> members) {
    StringBuilder header = new StringBuilder();
    members.forEach((name, json) ->
        header.append(header.isEmpty() ? "{" : ",").append(quote(name)).append(':').append(json));
    return header.append('}').toString();
  }

  private String goodHeader() {
    return with("alg", quote(alg));
  }

  /** What stands behind {@code alg} in the right header. */
  private String rest() {
    return goodHeader().substring(("{\"alg\":" + quote(alg) + ",").length());
  }

  private String goodHeaderAnd(String members) {
    return goodHeader().substring(0, goodHeader().length() - 1) + "," + members + "}";
  }

  /** The right header of a token that carries the key it is signed with. */
  static String headerWithItsKey(SigningKey key) {
    return new HostileTokens(key, KeySource.EMBEDDED, TYP, "").goodHeader();
  }

  private static String jwk(SigningKey key) {
    return new String(Json.toBytes(PublicJwk.of(key.publicKey()).toJson()), StandardCharsets.UTF_8);
  }

  private static String quote(String text) {
    return "\"" + text + "\"";
  }

  private String good() {
    return Tokens.sign(key, goodHeader(), claims);
  }

  private String withSignature(String text) {
    String good = good();
    return good.substring(0, good.lastIndexOf('.') + 1) + text;
  }

  private void algorithms() {
    List<String> wrong =
        new ArrayList<>(
            List.of(
                "none",
                "None",
                "NONE",
                "nOnE",
                "",
                "HS256",
                "HS384",
                "HS512",
                "RS256",
                "PS256",
                "ES384",
                "ES512",
                "ES256K",
                "Ed448",
                "ML-DSA-44",
                "ML-DSA-65",
                "ML-DSA-87",
                "A128GCM",
                "dir",
                "Ed25519ph"));
    wrong.remove(alg);
    wrong.addAll(List.of(" " + alg, alg + " ", alg + "\\u0000", alg + "," + alg));
    wrong.add(alg.toLowerCase(Locale.ROOT));
    wrong.add(foreign.algorithm().joseName());
    wrong.add(alg.equals("ES256") ? "EdDSA" : "eddsa");
    for (String name : wrong) {
      header("alg " + name, with("alg", quote(name)), NOT_ALLOWED);
    }
    for (String json : List.of("null", "true", "256", "{}", "[]", "[\"" + alg + "\"]")) {
      header("alg as " + json, with("alg", json), MALFORMED);
    }
    String named = with("alg", quote(foreign.algorithm().joseName()));
    add("other algorithm, named", Tokens.sign(foreign, named, claims), NOT_ALLOWED);
    add(
        "other algorithm, not named",
        Tokens.sign(foreign, goodHeader(), claims),
        SIGNATURE_INVALID);
    String none = encode(with("alg", quote("none")));
    add("alg none, no signature", none + "." + encode(claims) + ".", NOT_ALLOWED);
  }

  private void doubledAlgorithms() {
    String good = "\"alg\":" + quote(alg);
    String none = "\"alg\":\"none\"";
    String rest = rest();
    header("alg missing", "{" + rest, MALFORMED);
    header("alg twice", "{" + good + "," + good + "," + rest, MALFORMED);
    header("alg, then none", "{" + good + "," + none + "," + rest, MALFORMED);
    header("none, then alg", "{" + none + "," + good + "," + rest, MALFORMED);
    header("alg with an escape", "{\"\\u0061lg\":\"none\"," + good + "," + rest, MALFORMED);
  }

  /** CVE-2024-33663, CVE-2026-45363 and their kin: the public key, or nothing, as HMAC secret. */
  private void macs() {
    PublicJwk jwk = PublicJwk.of(key.publicKey());
    String member = key.algorithm() == SignatureAlgorithm.ML_DSA_65 ? "pub" : "x";
    String x = ((JsonString) jwk.toJson().get(member).orElseThrow()).value();
    mac("raw " + member, Base64Url.decode(x).orElseThrow());
    mac(member + " as text", utf8(x));
    mac("JWK", Json.toBytes(jwk.toJson()));
    mac("key id", utf8(key.keyId()));
    mac("a zero byte", new byte[1]);
  }

  private void mac(String name, byte[] secret) {
    for (String claimed : List.of("HS256", alg)) {
      String input = encode(with("alg", quote(claimed))) + "." + encode(claims);
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        String token = input + "." + Base64Url.encode(mac.doFinal(utf8(input)));
        Reason reason = claimed.equals(alg) ? SIGNATURE_INVALID : NOT_ALLOWED;
        add("HMAC under " + name + " as " + claimed, token, reason);
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }

  private void types() {
    String shouted = typ.toUpperCase(Locale.ROOT);
    for (String wrong : List.of("JWT", shouted, "application/" + typ, typ + " ", "", "test")) {
      header("typ " + wrong, with("typ", quote(wrong)), NOT_ALLOWED);
    }
    header("typ null", with("typ", "null"), MALFORMED);
    header("typ array", with("typ", "[\"" + typ + "\"]"), MALFORMED);
    String none = goodHeader().replace(",\"typ\":" + quote(typ), "");
    header("typ missing", none, MALFORMED);
  }

  private void keyIds() {
    for (String kid :
        List.of(
            "unknown",
            "../../../../dev/null",
            "/etc/hostname",
            "file:///dev/null",
            "http://127.0.0.1:9/jwks",
            "' OR '1'='1",
            "x' UNION SELECT 'AA",
            "$(id)",
            "${jndi:ldap://127.0.0.1/a}",
            key.keyId() + "\\u0000",
            key.keyId() + " ",
            key.keyId().substring(1),
            other.keyId(),
            "k".repeat(PublicJwk.MAX_KID_LENGTH))) {
      header("kid " + kid, with("kid", quote(kid)), UNKNOWN_KEY);
    }
    malformedKeyIds();
    header("kid missing", "{\"alg\":" + quote(alg) + ",\"typ\":" + quote(typ) + "}", MALFORMED);
  }

  private void malformedKeyIds() {
    String tooLong = "k".repeat(PublicJwk.MAX_KID_LENGTH + 1);
    String own = quote(key.keyId());
    for (String json :
        List.of(
            quote(""),
            quote(tooLong),
            "null",
            "0",
            "{}",
            "[" + own + "]",
            own + ",\"kid\":" + own)) {
      header("kid as " + json, with("kid", json), MALFORMED);
    }
  }

  /** The verifier has its key, so a name is not looked up; one that is none is refused. */
  private void keyIdsNobodyNeeds() {
    malformedKeyIds();
  }

  private void embeddedKeys() {
    String own = jwk(key);
    for (String json : List.of("null", "\"x\"", "[" + own + "]", "{}", own + ",\"jwk\":" + own)) {
      header("jwk as " + json.replace(own, "K"), with("jwk", json), MALFORMED);
    }
    header("jwk missing", "{\"alg\":" + quote(alg) + ",\"typ\":" + quote(typ) + "}", MALFORMED);
    header("jwk of another algorithm", with("jwk", jwk(foreign)), NOT_ALLOWED);
    header("jwk of another key", with("jwk", jwk(other)), SIGNATURE_INVALID);
    String open = own.substring(0, own.length() - 1);
    for (String secret : List.of("d", "priv", "k", "p", "q", "dp", "dq", "qi", "oth")) {
      header("jwk with " + secret, with("jwk", open + "," + quote(secret) + ":\"\"}"), NOT_ALLOWED);
    }
    for (String json :
        List.of(
            "{\"kty\":\"oct\"}",
            "{\"kty\":\"RSA\",\"n\":\"AQ\",\"e\":\"AQAB\"}",
            "{\"kty\":\"EC\",\"crv\":\"P-384\"}",
            "{\"kty\":\"OKP\",\"crv\":\"X25519\"}",
            own.replace("\"sig\"", "\"enc\""),
            open + ",\"key_ops\":[\"sign\"]}",
            own.replace("\"alg\":" + quote(alg), "\"alg\":\"none\""))) {
      header("jwk as " + json, with("jwk", json), KEY_UNUSABLE);
    }
    header("jwk and kid", with("kid", quote(key.keyId())), NOT_ALLOWED);
  }

  private void members() {
    for (String members :
        List.of(
            "\"crit\":[]",
            "\"crit\":[\"exp\"]",
            "\"crit\":[\"kid\"]",
            "\"crit\":[\"http://example.com/x\"]",
            "\"crit\":[\"b64\",\"b64\"]",
            "\"crit\":\"b64\"",
            "\"crit\":null",
            "\"crit\":[\"b64\"],\"b64\":false",
            "\"b64\":false",
            "\"b64\":true",
            "\"zip\":\"DEF\"",
            "\"enc\":\"A128GCM\"",
            "\"epk\":{}",
            "\"p2c\":2147483647",
            "\"p2s\":\"AAAA\"",
            "\"jku\":\"http://127.0.0.1:9/jwks\"",
            "\"x5u\":\"http://127.0.0.1:9/cert\"",
            "\"x5c\":[\"MAA=\"]",
            "\"x5t\":\"AAAA\"",
            "\"x5t#S256\":\"AAAA\"",
            "\"cty\":\"JWT\"",
            "\"trust_chain\":[]",
            "\"exp\":1",
            "\"Alg\":\"none\"",
            "\"unknown\":1")) {
      header("header " + members, goodHeaderAnd(members), NOT_ALLOWED);
    }
    if (source != KeySource.EMBEDDED) {
      String embedded = goodHeaderAnd("\"jwk\":" + jwk(other));
      header("header jwk", embedded, NOT_ALLOWED);
      add("signed by the key in it", Tokens.sign(other, embedded, claims), NOT_ALLOWED);
    }
  }

  private void headerDocuments() {
    String good = goodHeader();
    for (String header :
        List.of(
            "",
            " ",
            "{}",
            "[]",
            "null",
            "\"x\"",
            "[" + good + "]",
            good + "{}",
            good + "x",
            good.substring(0, good.length() - 1),
            good.replace('"', '\''),
            good.replace("}", ",}"),
            good.replace("}", ",\"n\":NaN}"),
            good.replace("{", "{/**/"),
            good.replace(typ, "\\ud800"),
            "\uFEFF" + good)) {
      header("header is " + header, header, MALFORMED);
    }
    byte[] latin = good.replace(typ, "\u00e9").getBytes(StandardCharsets.ISO_8859_1);
    String token = Tokens.signParts(key, Base64Url.encode(latin), encode(claims));
    add("header is not UTF-8", token, MALFORMED);
  }

  private void payloadDocuments() {
    for (String payload :
        List.of(
            "",
            "[]",
            "null",
            "\"x\"",
            claims + "{}",
            claims.replace("}", ",\"iss\":\"x\"}"),
            claims.replace("}", ",\"c\":{\"a\":1,\"a\":2}}"))) {
      String name = "payload is " + payload.replace(PLANTED, "");
      add(name, Tokens.sign(key, goodHeader(), payload), MALFORMED);
    }
  }

  private void signatures() {
    byte[] input = utf8(encode(goodHeader()) + "." + encode(claims));
    byte[] good = key.sign(input);
    int full = good.length;
    for (int length : new int[] {1, 2, 32, full - 1, full + 1, full + 2, full + 32, 2 * full}) {
      signature(length + " bytes", Arrays.copyOf(good, length));
    }
    byte[] ones = new byte[good.length];
    Arrays.fill(ones, (byte) -1);
    signature("ones", ones);
    signature("zeros", new byte[good.length]);
    signature("halves swapped", Bytes.concat(Bytes.right(good), Bytes.left(good)));
    signature("a byte before it", Bytes.concat(new byte[1], good));
    signature("of the payload alone", key.sign(utf8(claims)));
    signature("by another key", other.sign(input));
    List<byte[]> forgeries = ForgedSignatures.of(key.algorithm(), good);
    for (int i = 0; i < forgeries.size(); i++) {
      signature("forgery " + i, forgeries.get(i));
    }
  }

  private void signature(String name, byte[] signature) {
    add("signature " + name, withSignature(Base64Url.encode(signature)), SIGNATURE_INVALID);
  }

  private void signatureTexts() {
    add("signature empty", withSignature(""), UNSIGNED);
    byte[] bytes = new byte[64];
    Arrays.fill(bytes, (byte) 0xfb);
    String text = Base64Url.encode(bytes);
    for (String encoded :
        List.of(
            text + "==",
            text + "=",
            text + "\n",
            " " + text,
            text + "%3D%3D",
            text.substring(0, 40) + "\r\n" + text.substring(40),
            text + "+/",
            "?" + text,
            Base64.getEncoder().encodeToString(bytes),
            "\uFF21" + text.substring(1))) {
      add("signature text " + encoded.replace(text, "S"), withSignature(encoded), MALFORMED);
    }
  }

  private void structures() {
    String good = good();
    String head = good.substring(0, good.indexOf('.') + 1);
    String pair = "\ud83d\ude00"; // one character of two, as Java counts
    add("surrogate pairs as payload", head + pair.repeat(3) + ".", MALFORMED);
    add("surrogate pairs before a signature", head + pair.repeat(2) + ".A", MALFORMED);
    add("surrogate pair in the signature", good + pair, MALFORMED);
    String[] parts = good.split("\\.", -1);
    String flattened =
        "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}"
            .formatted(parts[0], parts[1], parts[2]);
    for (String token :
        List.of(
            "",
            ".",
            "..",
            "...",
            parts[0],
            parts[0] + "." + parts[1],
            "." + parts[1] + "." + parts[2],
            good + ".",
            "." + good,
            good + "." + parts[2],
            good + "." + parts[1] + "." + parts[2],
            " " + good,
            good + " ",
            good + "\n",
            good.replace(".", " . "),
            good.replace('.', '\uFF0E'),
            "Bearer " + good,
            flattened,
            "{\"payload\":\"" + parts[1] + "\",\"signatures\":[" + flattened + "]}")) {
      add("structure " + cases.size(), token, MALFORMED);
    }
    add("payload cut out", parts[0] + ".." + parts[2], SIGNATURE_INVALID);
  }
}
