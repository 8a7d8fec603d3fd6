package id.simpul.node.internal.credential;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.value.RegionCode;
import id.simpul.core.value.RegionTable;
import id.simpul.identity.credential.ClaimPath;
import id.simpul.identity.credential.IssuerPolicy;
import id.simpul.identity.credential.resident.ResidentCredential;
import id.simpul.identity.federation.EntityTypes;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.federation.SubordinateStatement;
import id.simpul.identity.federation.TrustChain;
import id.simpul.node.NodeCredentials;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes the credentials of the issuers that are listed, and each issuer's word on its own residents
 * alone: a city that says of somebody that they live in another city is not believed. Which region
 * is an issuer's own its superiors say, never it itself; of one that is pinned the operator does.
 */
final class OwnResidents implements IssuerPolicy {
  private final NodeCredentials taken;

  OwnResidents(NodeCredentials taken) {
    this.taken = taken;
  }

  @Override
  public boolean mayIssue(ResolvedEntity issuer, String type, JsonObject claims) {
    return type.equals(ResidentCredential.TYPE)
        && taken.issuers().contains(issuer.id())
        && isOwn(ResidentCredential.REGION, issuer, claims)
        && isOwn(ResidentCredential.DOMICILE_REGION, issuer, claims);
  }

  // What is not shown says nothing, and needs nobody's word.
  private boolean isOwn(ClaimPath claim, ResolvedEntity issuer, JsonObject claims) {
    Optional<JsonValue> said = claim.in(claims);
    if (said.isEmpty()) {
      return true;
    }
    Optional<RegionCode> own =
        taken.regionOf(issuer.id()).or(() -> issuer.chain().flatMap(OwnResidents::vouched));
    Optional<RegionCode> region = said.flatMap(OwnResidents::region);
    return own.isPresent() && region.isPresent() && region.get().within(own.get());
  }

  // From the issuer up, each region lies in that of whoever stands above, as far as those say so.
  private static Optional<RegionCode> vouched(TrustChain chain) {
    Optional<RegionCode> own = Optional.empty();
    RegionCode below = null;
    List<SubordinateStatement> statements = chain.subordinateStatements();
    for (int i = 0; i < statements.size(); i++) {
      Optional<RegionCode> said = region(statements.get(i));
      if (i == 0) {
        own = said;
      }
      if (said.isPresent()) {
        if (below != null && !below.within(said.get())) {
          return Optional.empty();
        }
        below = said.get();
      }
    }
    return own;
  }

  private static Optional<RegionCode> region(SubordinateStatement statement) {
    return statement.metadata().members().get(EntityTypes.NODE) instanceof JsonObject node
            && node.members().get("region") instanceof JsonString code
        ? region(RegionCode.Scheme.KEMENDAGRI, RegionTable.EDITION_2025, code.value())
        : Optional.empty();
  }

  private static Optional<RegionCode> region(JsonValue claim) {
    if (!(claim instanceof JsonObject region)
        || !(region.members().get("scheme") instanceof JsonString scheme)
        || !(region.members().get("edition") instanceof JsonString edition)
        || !(region.members().get("code") instanceof JsonString code)) {
      return Optional.empty();
    }
    try {
      return region(
          RegionCode.Scheme.valueOf(scheme.value().toUpperCase(Locale.ROOT)),
          edition.value(),
          code.value());
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a scheme nobody knows is no region of this issuer
    }
  }

  private static Optional<RegionCode> region(
      RegionCode.Scheme scheme, String edition, String code) {
    try {
      return Optional.of(new RegionCode(scheme, edition, code));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // nor is a code that is none
    }
  }
}
