package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.internal.federation.ClaimReader;
import java.util.Objects;

/**
 * A trust mark as an entity shows it, believed by nobody yet.
 *
 * @param type the type it is said to be of
 * @param token the mark, signed by its issuer
 */
public record PublishedTrustMark(String type, String token) {
  /** Checks that both are given. */
  public PublishedTrustMark {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(token, "token");
  }

  static PublishedTrustMark read(ClaimReader claims) {
    return new PublishedTrustMark(
        claims.string("trust_mark_type").orElseThrow(() -> claims.missing("trust_mark_type")),
        claims.string("trust_mark").orElseThrow(() -> claims.missing("trust_mark")));
  }

  JsonObject toJson() {
    return JsonObject.builder().put("trust_mark_type", type).put("trust_mark", token).build();
  }

  /** Nothing of the mark. */
  @Override
  public String toString() {
    return "trust mark, not verified";
  }
}
