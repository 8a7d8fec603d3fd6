package id.simpul.identity.presentation;

import id.simpul.identity.credential.ClaimPath;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a verifier wants to see (DCQL, OpenID4VP 1.0, section 6): some claims of one SD-JWT VC.
 * Immutable.
 *
 * @param id names the answer, 1 to {@value #MAX_ID_LENGTH} letters, digits, hyphens and underscores
 * @param types the values of {@code vct} that will do, 1 to {@value #MAX_TYPES}
 * @param claims what must be shown, 1 to {@value #MAX_CLAIMS}; no claim beside these may be
 *     disclosed
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
    if (claims.isEmpty()
        || claims.size() > MAX_CLAIMS
        || Set.copyOf(claims).size() < claims.size()) {
      throw new IllegalArgumentException("A query names 1 to " + MAX_CLAIMS + " claims, each once");
    }
    if (claims.stream().anyMatch(c -> c.steps().isEmpty() || c.steps().size() > MAX_STEPS)) {
      throw new IllegalArgumentException("A claim is 1 to " + MAX_STEPS + " steps away");
    }
  }
}
