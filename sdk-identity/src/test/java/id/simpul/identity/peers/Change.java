package id.simpul.identity.peers;

import static id.simpul.identity.peers.Draft.member;
import static id.simpul.identity.peers.Draft.put;
import static id.simpul.identity.peers.Draft.quote;
import static id.simpul.identity.peers.Draft.remove;

import id.simpul.identity.SignatureAlgorithm;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** One way in which a token can differ from what was agreed, in many variants. */
@SuppressWarnings("ImmutableEnumChecker") // a List.of and a function that keeps nothing
enum Change {
  HEADER_MEMBER(
      List.of("header-members"),
      (draft, random) ->
          draft.header.add(
              pick(
                  random,
                  member("cty", quote("JWT")),
                  member("jku", quote("https://evil.example/jwks")),
                  member("x5t", quote("AAAA")),
                  member("nonce", quote("n")),
                  member("exp", "1"),
                  member("zip", quote("DEF")),
                  member("x5c", "[]"),
                  member("iss", quote("x"))))),
  CRITICAL(
      List.of("header-members"),
      (draft, random) -> {
        draft.header.add(
            pick(
                random,
                member("crit", "[]"),
                member("crit", "[\"exp\"]"),
                member("crit", "[\"b64\"]"),
                member("crit", "null"),
                member("crit", quote("b64"))));
        if (random.nextBoolean()) {
          draft.header.add(member("b64", pick(random, "true", "false", "null", "\"x\"")));
        }
      }),
  UNENCODED(
      List.of("header-members"),
      (draft, random) -> draft.header.add(member("b64", pick(random, "true", "false")))),
  KEY_ID(
      List.of("key-id"),
      (draft, random) ->
          put(
              draft.header,
              "kid",
              pick(
                  random,
                  quote(""),
                  quote("unknown"),
                  "null",
                  "1",
                  "[]",
                  quote(draft.setting.other().keyId()),
                  quote("k".repeat(200))))),
  NO_KEY_ID(List.of("key-id"), (draft, random) -> remove(draft.header, "kid")),
  TYPE_CASE(List.of("type"), (draft, random) -> put(draft.header, "typ", quote("TEST+JWT"))),
  TYPE_PREFIX(
      List.of("type"), (draft, random) -> put(draft.header, "typ", quote("application/test+jwt"))),
  TYPE(
      List.of(),
      (draft, random) ->
          put(
              draft.header,
              "typ",
              pick(random, quote("JWT"), quote("test"), quote(""), "null", "1", "[]"))),
  NO_TYPE(List.of(), (draft, random) -> remove(draft.header, "typ")),
  ALGORITHM(
      List.of(),
      (draft, random) ->
          put(
              draft.header,
              "alg",
              pick(
                  random,
                  quote("none"),
                  quote("HS256"),
                  quote("ES384"),
                  quote("es256"),
                  "null",
                  quote("RS256"),
                  quote("Ed448"),
                  quote("ed25519"),
                  quote(""),
                  "1",
                  "[]"))),
  LEGACY_NAME(List.of(), (draft, random) -> put(draft.header, "alg", quote("EdDSA"))),
  NO_ALGORITHM(List.of(), (draft, random) -> remove(draft.header, "alg")),
  HEADER_TWICE(
      List.of(),
      (draft, random) ->
          draft.header.add(
              random.nextInt(3),
              pick(
                  random,
                  member("kid", quote("x")),
                  member("typ", quote("x")),
                  member("alg", quote("none")),
                  draft.header.get(random.nextInt(draft.header.size()))))),
  HEADER_DOCUMENT(List.of("json"), (draft, random) -> draft.headerDocument = document(random)),
  CLAIMS_DOCUMENT(List.of("json"), (draft, random) -> draft.claimsDocument = document(random)),
  CLAIM_TWICE(
      List.of(),
      (draft, random) ->
          draft.claims.add(
              random.nextInt(3),
              pick(
                  random,
                  member("iss", quote("x")),
                  member("exp", "1"),
                  draft.claims.get(random.nextInt(draft.claims.size()))))),
  NESTED_TWICE(
      List.of("nested-names"),
      (draft, random) ->
          draft.claims.add(
              pick(
                  random,
                  member("cnf", "{\"a\":1,\"a\":2}"),
                  member("c", "[{\"a\":{\"b\":1,\"b\":1}}]")))),
  DEEP(
      List.of("limits"),
      (draft, random) -> {
        int depth = 2 + random.nextInt(40);
        draft.claims.add(member("deep", "[".repeat(depth) + "]".repeat(depth)));
      }),
  LONG(
      List.of("limits"),
      (draft, random) ->
          draft.claims.add(
              pick(
                  random,
                  member("n".repeat(120 + random.nextInt(20)), "1"),
                  member("number", "1".repeat(10 + random.nextInt(20))),
                  member("text", quote("x".repeat(11_000 + random.nextInt(2_000))))))),
  ISSUER(
      List.of(),
      (draft, random) ->
          put(
              draft.claims,
              "iss",
              pick(
                  random,
                  quote("x"),
                  quote(Setting.ISSUER + "/"),
                  quote("HTTPS://jambi.example"),
                  "null",
                  "1",
                  "[" + quote(Setting.ISSUER) + "]"))),
  NO_ISSUER(List.of(), (draft, random) -> remove(draft.claims, "iss")),
  AUDIENCE(
      List.of("audience"),
      (draft, random) ->
          draft.claims.add(
              member(
                  "aud", pick(random, quote("x"), "[\"x\"]", "[\"x\",\"y\"]", "[]", "null", "1")))),
  TEXT_CLAIM(
      List.of("text-claims"),
      (draft, random) ->
          draft.claims.add(
              member(pick(random, "sub", "jti"), pick(random, "1", "null", "[]", "{}", "true")))),
  NO_TIME(List.of(), (draft, random) -> remove(draft.claims, pick(random, "iat", "exp"))),
  TIME_FORM(
      List.of("numeric-date"),
      (draft, random) -> {
        String name = pick(random, "iat", "exp", "nbf");
        long good = now() + (name.equals("exp") ? 60 : 0);
        put(
            draft.claims,
            name,
            pick(
                random,
                quote(Long.toString(good)),
                good + ".0",
                good + ".5",
                good / 10 + "e1",
                "null",
                "[]",
                "-1",
                "9007199254740993",
                "1e400",
                "00" + good));
      }),
  EXPIRY(List.of("lifetime"), (draft, random) -> put(draft.claims, "exp", near(random))),
  NOT_BEFORE(List.of("not-before"), (draft, random) -> put(draft.claims, "nbf", near(random))),
  ISSUED(
      List.of("lifetime", "issued-later"),
      (draft, random) -> put(draft.claims, "iat", near(random))),
  LIFETIME(
      List.of("lifetime"),
      (draft, random) -> put(draft.claims, "exp", Long.toString(now() + random.nextInt(200)))),
  PADDING(
      List.of("base64url"),
      (draft, random) -> text(draft, random, text -> text + "=".repeat(-text.length() & 3))),
  PADDING_TOO_MUCH(
      List.of("base64url"), (draft, random) -> text(draft, random, text -> text + "=")),
  STRAY_BITS(List.of("base64url"), (draft, random) -> text(draft, random, Change::strayBits)),
  WHITE_SPACE(
      List.of("base64url"),
      (draft, random) -> {
        String space = pick(random, " ", "\n", "\r\n", "\t");
        int at = random.nextInt(3);
        text(
            draft,
            random,
            text ->
                switch (at) {
                  case 0 -> space + text;
                  case 1 -> text + space;
                  default ->
                      text.substring(0, text.length() / 2)
                          + space
                          + text.substring(text.length() / 2);
                });
      }),
  OTHER_ALPHABET(
      List.of("base64url"),
      (draft, random) -> text(draft, random, text -> text.replace('-', '+').replace('_', '/'))),
  STRAY_CHARACTER(
      List.of("base64url"),
      (draft, random) -> {
        String stray = pick(random, "!", "*", "%", "\u00e9", "\uff21", "\u0000", ",");
        int at = random.nextInt(1 << 20);
        text(
            draft,
            random,
            text ->
                text.substring(0, at % text.length()) + stray + text.substring(at % text.length()));
      }),
  SIGNATURE_LENGTH(
      List.of("signature-length"),
      (draft, random) -> {
        int length = pick(random, 0, 1, 2, 32, 63, 65, 66, 96, 128);
        draft.signature = signature -> Arrays.copyOf(signature, length);
      }),
  SIGNATURE_BIT(
      List.of(),
      (draft, random) -> {
        int bit = random.nextInt(512);
        draft.signature = signature -> flipped(signature, bit);
      }),
  SIGNATURE_MIRRORED(List.of(), (draft, random) -> draft.signature = Change::mirrored),
  SIGNATURE_ZERO(List.of(), (draft, random) -> draft.signature = signature -> new byte[64]),
  OTHER_KEY(List.of(), (draft, random) -> draft.key = draft.setting.other()),
  STRUCTURE(
      List.of("base64url"),
      (draft, random) -> {
        int variant = random.nextInt(9);
        draft.token = token -> structure(token, variant);
      }),
  TOKEN_CHARACTER(
      List.of("base64url"),
      (draft, random) -> {
        int at = random.nextInt(1 << 20);
        char replacement = (char) (33 + random.nextInt(94));
        draft.token =
            token -> {
              StringBuilder text = new StringBuilder(token);
              text.setCharAt(at % token.length(), replacement);
              return text.toString();
            };
      });

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final List<String> rules;
  private final BiConsumer<Draft, Random> change;

  Change(List<String> rules, BiConsumer<Draft, Random> change) {
    this.rules = rules;
    this.change = change;
  }

  /** The rules on which peers may differ over it. */
  List<String> rules() {
    return rules;
  }

  void apply(Draft draft, Random random) {
    change.accept(draft, random);
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... variants) {
    return variants[random.nextInt(variants.length)];
  }

  private static long now() {
    return Setting.NOW.getEpochSecond();
  }

  /** Around now, and around the edges of the leeway. */
  private static String near(Random random) {
    long edge = pick(random, -60, 0, 60);
    return Long.toString(now() + edge + random.nextInt(7) - 3);
  }

  private static UnaryOperator<byte[]> document(Random random) {
    return pick(
        random,
        edit(json -> ""),
        edit(json -> "[]"),
        edit(json -> "null"),
        edit(json -> "[" + json + "]"),
        edit(json -> json + "x"),
        edit(json -> json + "{}"),
        edit(json -> " " + json + "\n"),
        edit(json -> json.substring(0, json.length() - 1)),
        edit(json -> json.replace('"', '\'')),
        edit(json -> json.replace("}", ",}")),
        edit(json -> json.replace("{", "{/**/")),
        edit(json -> json.replace("}", ",\"n\":NaN}")),
        edit(json -> json.replace("}", ",\"n\":01}")),
        edit(json -> json.replace("}", ",\"n\":\"\\ud800\"}")),
        edit(json -> json.replace("}", ",\"n\":\"\t\"}")),
        edit(json -> json.replace("}", ",n:1}")),
        edit(json -> json.replace("\"alg\"", "\"\\u0061lg\"").replace("\"iss\"", "\"\\u0069ss\"")),
        edit(json -> "\ufeff" + json),
        json -> new String(json, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16),
        json ->
            new String(json, StandardCharsets.UTF_8)
                .replace("}", ",\"n\":\"\u00e9\"}")
                .getBytes(StandardCharsets.ISO_8859_1));
  }

  private static UnaryOperator<byte[]> edit(UnaryOperator<String> change) {
    return json ->
        change.apply(new String(json, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }

  private static void text(Draft draft, Random random, UnaryOperator<String> change) {
    switch (random.nextInt(3)) {
      case 0 -> draft.headerText = change;
      case 1 -> draft.claimsText = change;
      default -> draft.signatureText = change;
    }
  }

  /** The same bytes for whoever does not look at the bits that are left over. */
  private static String strayBits(String text) {
    if (text.length() % 4 == 0 || text.isEmpty()) {
      return text;
    }
    int last = ALPHABET.indexOf(text.charAt(text.length() - 1));
    return text.substring(0, text.length() - 1) + ALPHABET.charAt(last ^ 1);
  }

  private static byte[] flipped(byte[] signature, int bit) {
    byte[] other = signature.clone();
    other[bit / 8] ^= (byte) (1 << (bit % 8));
    return other;
  }

  /** Of ES256 the other good signature, of Ed25519 one with S beyond the order. */
  private static byte[] mirrored(byte[] signature) {
    byte[] s = Arrays.copyOfRange(signature, 32, 64);
    byte[] other = signature.clone();
    BigInteger order =
        new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    byte[] mirrored = order.subtract(new BigInteger(1, s)).toByteArray();
    for (int i = 0; i < 32; i++) {
      int from = mirrored.length - 1 - i;
      other[63 - i] = from < 0 ? 0 : mirrored[from];
    }
    return other;
  }

  private static String structure(String token, int variant) {
    String[] parts = token.split("\\.", -1);
    return switch (variant) {
      case 0 -> token + ".";
      case 1 -> " " + token;
      case 2 -> token + "\n";
      case 3 -> "Bearer " + token;
      case 4 -> parts[0] + "." + parts[1];
      case 5 -> parts[0] + "." + parts[1] + ".";
      case 6 -> parts[0] + ".." + parts[2];
      case 7 -> token + "." + parts[1] + "." + parts[2];
      default ->
          "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}"
              .formatted(parts[0], parts[1], parts[2]);
    };
  }

  static List<Change> of(SignatureAlgorithm algorithm) {
    return Arrays.stream(values())
        .filter(change -> change != LEGACY_NAME || algorithm == SignatureAlgorithm.ED25519)
        .toList();
  }
}
