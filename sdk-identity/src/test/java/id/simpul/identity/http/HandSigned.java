package id.simpul.identity.http;

import id.simpul.core.operation.Headers;
import id.simpul.identity.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Signs whatever it is told, by string concatenation from RFC 9421 and without any production code,
 * so that it can agree with the verifier as an independent second opinion, and disobey the profile.
 */
final class HandSigned {
  private record Line(String identifier, String value) {}

  private final List<Line> lines = new ArrayList<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private String label = "sig1";

  /** All parameters of the profile, no components yet. */
  static HandSigned by(String keyId, Instant created) {
    HandSigned signed = new HandSigned();
    long seconds = created.getEpochSecond();
    signed.parameters.put("created", Long.toString(seconds));
    signed.parameters.put("expires", Long.toString(seconds + 60));
    signed.parameters.put("nonce", "\"AAECAwQFBgcICQoLDA0ODw\"");
    signed.parameters.put("keyid", "\"" + keyId + "\"");
    signed.parameters.put("tag", "\"simpul-v1\"");
    return signed;
  }

  HandSigned cover(String identifier, String value) {
    lines.add(new Line(identifier, value));
    return this;
  }

  HandSigned uncover(String identifier) {
    lines.removeIf(l -> l.identifier().equals(identifier));
    return this;
  }

  HandSigned moveToEnd(String identifier) {
    Line line =
        lines.stream().filter(l -> l.identifier().equals(identifier)).findFirst().orElseThrow();
    lines.remove(line);
    lines.add(line);
    return this;
  }

  HandSigned parameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  HandSigned withoutParameter(String name) {
    parameters.remove(name);
    return this;
  }

  HandSigned label(String name) {
    label = name;
    return this;
  }

  String input() {
    StringBuilder input = new StringBuilder("(");
    for (Line line : lines) {
      input.append(input.length() > 1 ? " " : "").append(line.identifier());
    }
    input.append(')');
    parameters.forEach(
        (k, v) -> input.append(';').append(k).append(v.isEmpty() ? "" : "=").append(v));
    return input.toString();
  }

  String base() {
    StringBuilder base = new StringBuilder();
    for (Line line : lines) {
      base.append(line.identifier()).append(": ").append(line.value()).append('\n');
    }
    return base.append("\"@signature-params\": ").append(input()).toString();
  }

  Headers sign(SigningKey key) {
    byte[] signature = key.sign(base().getBytes(StandardCharsets.ISO_8859_1));
    return Headers.EMPTY
        .with("Signature-Input", label + "=" + input())
        .with("Signature", label + "=:" + Base64.getEncoder().encodeToString(signature) + ":");
  }

  static String digest(String name, String algorithm, byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(content);
      return name + "=:" + Base64.getEncoder().encodeToString(digest) + ":";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
