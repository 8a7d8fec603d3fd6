package id.simpul.identity.internal.credential;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.credential.ClaimPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Claims with digests in the place of what is hidden, and the disclosures that undo it (RFC 9901,
 * section 4.2). Digests are sorted, so that their order says nothing of the claims. Immutable.
 */
public final class ConcealedClaims {
  private final JsonObject payload;
  private final List<String> disclosures;

  private ConcealedClaims(JsonObject payload, List<String> disclosures) {
    this.payload = payload;
    this.disclosures = disclosures;
  }

  /**
   * Hides claims.
   *
   * @param claims the claims, no deeper than {@link SdJwt#MAX_DEPTH}
   * @param selective which of them to hide; one inside another is hidden twice
   * @param salts fresh randomness
   * @param decoys the most decoys beside the hidden members of one object
   * @return what the issuer signs and what the holder gets
   */
  public static ConcealedClaims of(
      JsonObject claims, Set<ClaimPath> selective, Salts salts, int decoys) {
    Work work = new Work(selective, salts, decoys);
    JsonObject payload = work.conceal(claims, ClaimPath.of());
    return new ConcealedClaims(payload, List.copyOf(work.disclosures));
  }

  /**
   * What is left to be signed.
   *
   * @return the open claims and all digests
   */
  public JsonObject payload() {
    return payload;
  }

  /**
   * What was hidden.
   *
   * @return the texts of the disclosures
   */
  public List<String> disclosures() {
    return disclosures;
  }

  /** The number of disclosures, and nothing of the claims. */
  @Override
  public String toString() {
    return disclosures.size() + " concealed claims";
  }

  /** One concealment under way. Recursion ends with the depth of the claims, which is bounded. */
  private static final class Work {
    private final Set<ClaimPath> selective;
    private final Salts salts;
    private final int decoys;
    private final List<String> disclosures = new ArrayList<>();

    Work(Set<ClaimPath> selective, Salts salts, int decoys) {
      this.selective = selective;
      this.salts = salts;
      this.decoys = decoys;
    }

    private JsonValue conceal(JsonValue value, ClaimPath path) {
      if (value instanceof JsonObject object) {
        return conceal(object, path);
      }
      return value instanceof JsonArray array ? conceal(array, path) : value;
    }

    JsonObject conceal(JsonObject object, ClaimPath path) {
      JsonObject.Builder open = JsonObject.builder();
      SortedSet<String> digests = new TreeSet<>();
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        ClaimPath at = path.member(member.getKey());
        JsonValue value = conceal(member.getValue(), at);
        if (selective.contains(at)) {
          digests.add(hide(Disclosure.ofMember(salts.salt(), member.getKey(), value)));
        } else {
          open.put(member.getKey(), value);
        }
      }
      if (!digests.isEmpty()) {
        for (int i = salts.decoys(decoys); i > 0; i--) {
          digests.add(salts.decoy());
        }
        open.put(SdJwt.SD, JsonArray.ofStrings(digests));
      }
      return open.build();
    }

    private JsonArray conceal(JsonArray array, ClaimPath path) {
      List<JsonValue> items = new ArrayList<>();
      for (int i = 0; i < array.items().size(); i++) {
        ClaimPath at = path.element(i);
        JsonValue value = conceal(array.items().get(i), at);
        if (selective.contains(at)) {
          String digest = hide(Disclosure.ofElement(salts.salt(), value));
          items.add(JsonObject.builder().put(SdJwt.ELEMENT, digest).build());
        } else {
          items.add(value);
        }
      }
      return new JsonArray(items);
    }

    private String hide(Disclosure disclosure) {
      disclosures.add(disclosure.text());
      return DigestAlgorithm.SHA_256.digest(disclosure.text());
    }
  }
}
