package id.simpul.identity.internal.credential;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import id.simpul.identity.credential.ClaimPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Claims with everything disclosed in its place and every digest gone. Immutable. */
public final class DisclosedClaims {
  private final JsonObject claims;
  private final DigestAlgorithm algorithm;
  private final List<DisclosureWalk.Place> places;
  private final ArrayGaps gaps;

  private DisclosedClaims(JsonObject claims, DigestAlgorithm algorithm, DisclosureWalk walk) {
    this.claims = claims;
    this.algorithm = algorithm;
    this.places = List.copyOf(walk.places());
    this.gaps = ArrayGaps.of(walk.gapped());
  }

  /**
   * Processes disclosures (RFC 9901, section 7.1). Stricter where that text leaves room: {@code
   * _sd} holds an array of strings, a placeholder is an object of one member, and neither {@code
   * ...} nor a nested {@code _sd_alg} means anything else.
   *
   * @param payload the claims an issuer signed, verified
   * @param disclosures the texts that came with them
   * @return the claims
   * @throws TrustException {@code MALFORMED} when a rule is broken, {@code NOT_ALLOWED} for an
   *     unknown digest algorithm or a hidden claim that must be open
   */
  public static DisclosedClaims of(JsonObject payload, List<String> disclosures) {
    DigestAlgorithm algorithm = algorithm(payload);
    List<Disclosure> parsed = disclosures.stream().map(Disclosure::parse).toList();
    DisclosureWalk walk = new DisclosureWalk(parsed, algorithm);
    return new DisclosedClaims(walk.walk(payload), algorithm, walk);
  }

  private static DigestAlgorithm algorithm(JsonObject payload) {
    Optional<JsonValue> named = payload.get(SdJwt.SD_ALG);
    if (named.isEmpty()) {
      return DigestAlgorithm.SHA_256;
    }
    return named
        .filter(JsonString.class::isInstance)
        .flatMap(word -> DigestAlgorithm.named(((JsonString) word).value()))
        .orElseThrow(() -> SdJwt.notAllowed("is not a digest algorithm we take", SdJwt.SD_ALG));
  }

  /**
   * The claims.
   *
   * @return without {@code _sd}, {@code ...} and {@code _sd_alg}
   */
  public JsonObject claims() {
    return claims;
  }

  /**
   * The arrays of which not every element was shown.
   *
   * @return where elements stood, and where they stand in {@link #claims()}
   */
  public ArrayGaps gaps() {
    return gaps;
  }

  /**
   * What the digests were made with, and {@code sd_hash} too.
   *
   * @return the algorithm
   */
  public DigestAlgorithm algorithm() {
    return algorithm;
  }

  /**
   * What was disclosed, and where it stood when it was issued.
   *
   * @return disclosures by the path of their values, from the outside in
   */
  public Map<ClaimPath, Disclosure> places() {
    Map<ClaimPath, Disclosure> byPath = new LinkedHashMap<>();
    for (DisclosureWalk.Place place : places) {
      byPath.put(place.level().pathOf(place.index()), place.disclosure());
    }
    return byPath;
  }

  /** The number of disclosures, and nothing of the claims. */
  @Override
  public String toString() {
    return places.size() + " disclosed claims";
  }
}
