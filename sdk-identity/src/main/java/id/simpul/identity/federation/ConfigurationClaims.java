package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.internal.federation.ClaimReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The claims that only entity configurations have (OpenID Federation 1.1, section 3.1.2). */
record ConfigurationClaims(
    List<EntityId> authorityHints,
    List<EntityId> trustAnchorHints,
    List<PublishedTrustMark> trustMarks,
    Map<String, List<EntityId>> trustMarkIssuers,
    Map<String, TrustMarkOwner> trustMarkOwners) {

  static ConfigurationClaims read(ClaimReader claims) {
    Map<String, TrustMarkOwner> owners = new HashMap<>();
    claims
        .readersByName("trust_mark_owners")
        .forEach((type, owner) -> owners.put(type, TrustMarkOwner.read(owner)));
    return new ConfigurationClaims(
        claims.entities("authority_hints"),
        claims.entities("trust_anchor_hints"),
        claims.readers("trust_marks").stream().map(PublishedTrustMark::read).toList(),
        claims.entitiesByName("trust_mark_issuers"),
        Map.copyOf(owners));
  }
}
