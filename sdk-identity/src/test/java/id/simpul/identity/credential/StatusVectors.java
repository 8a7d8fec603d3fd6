package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.Base64Url;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the draft shows, through the API, and asserts that both mean the same. */
final class StatusVectors {
  /** The key of the draft's examples. */
  private static final String DRAFT_KEY =
      """
      {"kty":"EC","crv":"P-256","kid":"12","x":"I3HWm_0Ds1dPMI-IWmf4mBmH-YaeAVbPVu7vB27CxXo",
       "y":"6N_d5Elj9bs1htgV3okJKIdbHEpkgTmAluYKJemzn1M"}
      """;

  private static final Duration LIFETIME_OF_THE_DRAFT = Duration.ofDays(7000);
  private static final EntityId ISSUER = new EntityId("https://example.com");
  private static final Pattern TOKEN = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+(~[\\w~-]*)?");
  private static final Pattern STATUS = Pattern.compile("status\\[(\\d+)\\]\\s*=\\s*0b([01]+)");
  private static final Pattern BYTE = Pattern.compile("0x([0-9A-Fa-f]{2})");
  private static final Pattern COMPRESSED =
      Pattern.compile("compressed array \\(hex\\):\\s*([0-9a-f]+)");

  private StatusVectors() {}

  /** Judges a block; false when there is nothing of ours in it. */
  static boolean read(String text) {
    String packed = text.replaceAll("\\s", "");
    Matcher compressed = COMPRESSED.matcher(text);
    if (compressed.find()) {
      opens(HexFormat.of().parseHex(compressed.group(1)), text.substring(0, compressed.start()));
    } else if (text.startsWith("GET ")) {
      request(text);
    } else if (text.startsWith("HTTP/1.1 200")) {
      token(text.substring(text.indexOf("\n\n")).replaceAll("\\s", ""));
    } else if (TOKEN.matcher(packed).matches()) {
      token(packed);
    } else if (text.contains("}\n.\n{")) {
      pair(text.substring(0, text.indexOf("\n.\n")), text.substring(text.indexOf("\n.\n") + 3));
    } else if (text.startsWith("byte_array")) {
      int json = text.indexOf('{');
      StatusList list = StatusList.of(StatusTokens.json(text.substring(json)));
      assertThat(bytesOf(list)).isEqualTo(bytesIn(text.substring(0, json)));
    } else if (text.startsWith("{")) {
      return object(StatusTokens.json(packed));
    } else {
      return statuses(text);
    }
    return true;
  }

  /** A list of the appendix: every status, and all others valid. */
  static void vector(JsonObject vector) {
    JsonObject json =
        JsonObject.builder()
            .put("bits", vector.get("bits").orElseThrow())
            .put("lst", vector.get("json_lst").orElseThrow())
            .build();
    StatusList list = StatusList.of(json);
    JsonObject statuses = (JsonObject) vector.get("statuses").orElseThrow();
    assertThat(list.size()).isEqualTo(1 << 20);
    for (int i = 0; i < list.size(); i++) {
      String expected =
          statuses.get(Integer.toString(i)).map(n -> ((JsonNumber) n).lexeme()).orElse("0");
      if (list.get(i).value() != Integer.parseInt(expected)) {
        throw new AssertionError("index " + i);
      }
    }
    // The same list from our issuer opens to the same statuses.
    StatusList.Builder ours = StatusList.builder(list.bits(), list.size());
    statuses
        .members()
        .forEach((index, value) ->
            ours.set(Integer.parseInt(index), status(((JsonNumber) value).lexeme(), 10)));
    assertThat(StatusList.of(ours.build().toJson())).isEqualTo(list);
  }

  private static TokenStatus status(String digits, int radix) {
    return new TokenStatus(Integer.parseInt(digits, radix));
  }

  private static void opens(byte[] stream, String figure) {
    byte[] expected = bytesIn(figure.substring(figure.indexOf("Hex Value")));
    assertThat(StatusZlib.inflate(stream, StatusList.MAX_BYTES)).isEqualTo(expected);
  }

  private static byte[] bytesIn(String text) {
    List<MatchResult> found = BYTE.matcher(text).results().toList();
    byte[] bytes = new byte[found.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(found.get(i).group(1), 16);
    }
    return bytes;
  }

  private static byte[] bytesOf(StatusList list) {
    byte[] bytes = new byte[list.size() * list.bits() / 8];
    for (int i = 0; i < list.size(); i++) {
      int at = i * list.bits();
      bytes[at / 8] |= (byte) (list.get(i).value() << (at % 8));
    }
    return bytes;
  }

  /** The client asks as the draft does, today or for a time. */
  private static void request(String text) {
    List<String> lines = text.lines().toList();
    String path = lines.get(0).split(" ", 3)[1];
    String host = lines.get(1).substring("Host: ".length());
    assertThat(text).contains("Accept: application/" + StatusListVerifier.TYP);
    List<String> asked = new ArrayList<>();
    StatusListFetcher fetcher =
        uri -> {
          asked.add(uri.toString());
          throw new TrustException(Reason.UNREACHABLE, host, "does not exist", "test");
        };
    InstantSource clock = InstantSource.fixed(StatusTokens.NOW);
    StatusListClient client =
        StatusListClient.builder(fetcher, new StatusListVerifier(clock), clock).build();
    int query = path.indexOf("?time=");
    String plain = query < 0 ? path : path.substring(0, query);
    StatusReference reference = new StatusReference(0, URI.create("https://" + host + plain));
    if (query < 0) {
      client.check(reference, ISSUER, StatusTokens.KEYS);
    } else {
      long time = Long.parseLong(path.substring(query + "?time=".length()));
      client.checkAt(reference, ISSUER, StatusTokens.KEYS, Instant.ofEpochSecond(time));
    }
    assertThat(asked).containsExactly("https://" + host + path);
  }

  /** Header and payload side by side; signed here, because the draft signs them elsewhere. */
  private static void pair(String header, String payload) {
    if (!header.contains(StatusListVerifier.TYP)) {
      assertThat(StatusReference.find(StatusTokens.json(payload))).isPresent();
      return;
    }
    SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
    JsonObject named =
        JsonObject.builder()
            .putAll(PublicJwk.of(key.publicKey()).toJson())
            .putAll(
                StatusTokens.json(
                    "{\"kid\":"
                        + StatusTokens.json(header)
                            .get("kid")
                            .map(kid -> "\"" + ((JsonString) kid).value() + "\"")
                            .orElseThrow()
                        + "}"))
            .build();
    verify(StatusTokens.sign(key, header, payload), JwkSet.of(List.of(PublicJwk.of(named))));
  }

  private static void token(String text) {
    String[] parts = text.split("[.~]", 4);
    String header = new String(Base64Url.decode(parts[0]).orElseThrow(), StandardCharsets.UTF_8);
    if (header.contains(StatusListVerifier.TYP)) {
      verify(text, JwkSet.of(List.of(PublicJwk.parse(StatusTokens.utf8(DRAFT_KEY)))));
    } else {
      assertThat(StatusReference.find(payloadOf(text))).isPresent();
    }
  }

  private static JsonObject payloadOf(String token) {
    byte[] payload = Base64Url.decode(token.split("\\.", 3)[1]).orElseThrow();
    return StatusTokens.json(new String(payload, StandardCharsets.UTF_8));
  }

  /** Today, in its own lifetime, and asked for the time of section 8.4. */
  private static void verify(String token, JwkSet keys) {
    JsonObject claims = payloadOf(token);
    URI uri = URI.create(((JsonString) claims.get("sub").orElseThrow()).value());
    StatusListSource source = new StatusListSource(uri, ISSUER, keys);
    String issued = ((JsonNumber) claims.get("iat").orElseThrow()).lexeme();
    Instant asked = Instant.ofEpochSecond(Long.parseLong(issued) + 4830);
    StatusListVerifier verifier =
        new StatusListVerifier(LIFETIME_OF_THE_DRAFT, InstantSource.fixed(asked));
    StatusList expected = StatusList.of((JsonObject) claims.get("status_list").orElseThrow());
    assertThat(verifier.verify(token, source).list()).isEqualTo(expected);
    assertThat(verifier.verifyAt(token, source, asked).list()).isEqualTo(expected);
  }

  private static boolean object(JsonObject json) {
    if (json.get("lst").isPresent()) {
      assertThat(StatusList.of(json).size()).isPositive();
      return true;
    }
    return StatusReference.find(json).isPresent();
  }

  private static boolean statuses(String text) {
    List<MatchResult> found = STATUS.matcher(text).results().toList();
    if (found.isEmpty()) {
      return false;
    }
    int bits = found.get(0).group(2).length();
    int size = 1 + Integer.parseInt(found.get(found.size() - 1).group(1));
    StatusList.Builder builder = StatusList.builder(bits, size);
    found.forEach(m -> builder.set(Integer.parseInt(m.group(1)), status(m.group(2), 2)));
    StatusList list = StatusList.of(builder.build().toJson());
    for (MatchResult status : found) {
      assertThat(list.get(Long.parseLong(status.group(1)))).isEqualTo(status(status.group(2), 2));
    }
    return true;
  }
}
