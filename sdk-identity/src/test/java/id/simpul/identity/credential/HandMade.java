package id.simpul.identity.credential;

import id.simpul.identity.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The pieces of SD-JWTs, made without the code under test. */
final class HandMade {
  private HandMade() {}

  static String header(SigningKey key, String typ) {
    return "{\"alg\":\"%s\",\"typ\":\"%s\",\"kid\":\"%s\"}"
        .formatted(key.algorithm().joseName(), typ, key.keyId());
  }

  static String sign(SigningKey key, String header, String payload) {
    String input = encode(header) + "." + encode(payload);
    return input + "." + encode(key.sign(input.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Joins, with a tilde after every part. */
  static String join(String issuerJwt, String... disclosures) {
    StringBuilder text = new StringBuilder(issuerJwt).append('~');
    for (String disclosure : disclosures) {
      text.append(disclosure).append('~');
    }
    return text.toString();
  }

  static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String decode(String text) {
    return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
  }

  static String digest(String text) {
    return digest("SHA-256", text);
  }

  static String digest(String algorithm, String text) {
    try {
      byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
      return encode(MessageDigest.getInstance(algorithm).digest(ascii));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** A disclosure of a member, with a salt that comes from its name. */
  static String member(String name, String json) {
    return encode("[\"salt of " + name + "\",\"" + name + "\"," + json + "]");
  }

  /** A disclosure of an element of an array. */
  static String element(String salt, String json) {
    return encode("[\"" + salt + "\"," + json + "]");
  }

  /** {@code "_sd":[...]} with the digests of some disclosures. */
  static String sd(String... disclosures) {
    StringBuilder digests = new StringBuilder();
    for (String disclosure : disclosures) {
      digests.append(digests.length() == 0 ? "" : ",").append('"');
      digests.append(digest(disclosure)).append('"');
    }
    return "\"_sd\":[" + digests + "]";
  }

  /** <code>{"...":digest}</code> of a disclosure. */
  static String placeholder(String disclosure) {
    return "{\"...\":\"" + digest(disclosure) + "\"}";
  }
}
