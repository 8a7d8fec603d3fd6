package id.simpul.identity.presentation;

import id.simpul.identity.credential.ClaimPath;
import id.simpul.identity.credential.SdJwtVcVerifier;
import id.simpul.identity.internal.jose.JoseJson;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a verifier wants to see (DCQL, OpenID4VP 1.0, section 6): some claims of one SD-JWT VC.
 * Immutable.
 *
 * @param id names the answer, 1 to {@value #MAX_ID_LENGTH} letters, digits, hyphens and underscores
 * @param types the values of {@code vct} that will do, 1 to {@value #MAX_TYPES}, each of 1 to
 *     {@link #MAX_TYPE_LENGTH} characters
 * @param claims what must be shown, 1 to {@value #MAX_CLAIMS}, each 1 to {@value #MAX_STEPS} steps
 *     away; names have at most {@link #MAX_NAME_LENGTH} characters, positions go to {@value
 *     #MAX_POSITION}. No claim beside these may be disclosed
 */
public record CredentialQuery(String id, List<String> types, List<ClaimPath> claims) {
  /** The most characters of an id. */
  public static final int MAX_ID_LENGTH = 64;

  /** The most types. */
  public static final int MAX_TYPES = 8;

  /** The most claims. */
  public static final int MAX_CLAIMS = 32;

  /** The most steps of a path to a claim. */
  public static final int MAX_STEPS = 8;

  /** The most characters of a type: those a credential may have. */
  public static final int MAX_TYPE_LENGTH = SdJwtVcVerifier.MAX_TYPE_LENGTH;

  /** The most characters of a name on the way to a claim: those a credential may have. */
  public static final int MAX_NAME_LENGTH = JoseJson.MAX_NAME_LENGTH;

  /** The last position in an array that can be asked for. */
  public static final int MAX_POSITION = 999_999;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");

  /** Copies the lists and checks all lengths. */
  public CredentialQuery {
    types = List.copyOf(types);
    claims = List.copyOf(claims);
    if (id.length() > MAX_ID_LENGTH || !ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "An id has 1 to " + MAX_ID_LENGTH + " letters, digits, hyphens and underscores");
    }
    if (types.isEmpty() || types.size() > MAX_TYPES) {
      throw new IllegalArgumentException("A query names 1 to " + MAX_TYPES + " types");
    }
    if (types.stream().anyMatch(type -> type.isEmpty() || type.length() > MAX_TYPE_LENGTH)) {
      throw new IllegalArgumentException("A type has 1 to " + MAX_TYPE_LENGTH + " characters");
    }
    if (claims.isEmpty()
        || claims.size() > MAX_CLAIMS
        || Set.copyOf(claims).size() < claims.size()) {
      throw new IllegalArgumentException("A query names 1 to " + MAX_CLAIMS + " claims, each once");
    }
    if (claims.stream().anyMatch(c -> c.steps().isEmpty() || c.steps().size() > MAX_STEPS)) {
      throw new IllegalArgumentException("A claim is 1 to " + MAX_STEPS + " steps away");
    }
    if (!claims.stream().flatMap(claim -> claim.steps().stream()).allMatch(CredentialQuery::fits)) {
      throw new IllegalArgumentException(
          "A name has at most "
              + MAX_NAME_LENGTH
              + " characters, and positions go to "
              + MAX_POSITION);
    }
  }

  private static boolean fits(ClaimPath.Step step) {
    return step instanceof ClaimPath.Member member
        ? member.name().length() <= MAX_NAME_LENGTH
        : ((ClaimPath.Element) step).index() <= MAX_POSITION;
  }
}
