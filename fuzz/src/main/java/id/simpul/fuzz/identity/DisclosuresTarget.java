package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.identity.internal.credential.DisclosedClaims;
import id.simpul.identity.internal.credential.SdJwt;
import id.simpul.identity.internal.jose.Base64Url;
import id.simpul.identity.internal.jose.JoseJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Claims on the last line, disclosures in JSON on the lines before it. {@code #0} in any of them
 * stands for the digest of the first line, and so on; a line refers to earlier ones alone, as in
 * life.
 */
public final class DisclosuresTarget implements FuzzTarget {
  private static final int MAX_LINES = 12;
  private static final Set<String> GONE = Set.of(SdJwt.SD, SdJwt.ELEMENT, SdJwt.SD_ALG);

  /** Makes the target. */
  public DisclosuresTarget() {}

  @Override
  public void run(byte[] input) {
    List<String> lines = List.of(Input.utf8(input).split("\n", MAX_LINES));
    List<String> disclosures = new ArrayList<>();
    for (String line : lines.subList(0, lines.size() - 1)) {
      disclosures.add(encode(withDigests(line, disclosures)));
    }
    byte[] claims =
        withDigests(lines.get(lines.size() - 1), disclosures).getBytes(StandardCharsets.UTF_8);
    Verifiers.attempt(() -> JoseJson.read(claims, "claims"))
        .flatMap(payload -> Verifiers.attempt(() -> DisclosedClaims.of(payload, disclosures)))
        .ifPresent(disclosed -> {
          require(disclosed.places().size() == disclosures.size(), "a disclosure without a place");
          requireNoDigests(disclosed.claims());
        });
  }

  private static void requireNoDigests(JsonValue value) {
    if (value instanceof JsonObject object) {
      object
          .members()
          .forEach((name, member) -> {
            require(!GONE.contains(name), "a digest is left");
            requireNoDigests(member);
          });
    } else if (value instanceof JsonArray array) {
      array.items().forEach(DisclosuresTarget::requireNoDigests);
    }
  }

  private static String withDigests(String line, List<String> disclosures) {
    String text = line;
    for (int i = disclosures.size() - 1; i >= 0; i--) {
      text = text.replace("#" + i, digest(disclosures.get(i)));
    }
    return text;
  }

  private static String encode(String json) {
    return Base64Url.encode(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(String disclosure) {
    try {
      byte[] ascii = disclosure.getBytes(StandardCharsets.US_ASCII);
      return Base64Url.encode(MessageDigest.getInstance("SHA-256").digest(ascii));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
