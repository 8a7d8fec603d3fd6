package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.internal.federation.ClaimReader;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The claims that only subordinate statements have (OpenID Federation 1.1, section 3.1.3). */
record SubordinateClaims(
    Constraints constraints,
    JsonObject metadataPolicy,
    Set<String> criticalOperators,
    @Nullable URI sourceEndpoint) {

  static SubordinateClaims read(ClaimReader claims) {
    return new SubordinateClaims(
        claims.object("constraints").map(Constraints::parse).orElse(Constraints.NONE),
        claims.object("metadata_policy").orElse(JsonObject.EMPTY),
        Set.copyOf(claims.strings("metadata_policy_crit")),
        claims.url("source_endpoint").orElse(null));
  }
}
