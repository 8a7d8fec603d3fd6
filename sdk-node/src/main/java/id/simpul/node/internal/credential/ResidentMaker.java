package id.simpul.node.internal.credential;

import id.simpul.core.format.FormatException;
import id.simpul.identity.credential.CredentialContent;
import id.simpul.identity.credential.SdJwtVcIssuer;
import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.credential.resident.ResidentCredential;
import id.simpul.identity.issuance.CredentialMaker;
import id.simpul.identity.issuance.IssuanceGrant;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.wire.ResidentDocument;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Makes a resident's credential, each copy with a place of its own in a status list. */
final class ResidentMaker implements CredentialMaker {
  private final SdJwtVcIssuer issuer;
  private final StatusLists statuses;
  private final InstantSource clock;

  ResidentMaker(SdJwtVcIssuer issuer, StatusLists statuses, InstantSource clock) {
    this.issuer = issuer;
    this.statuses = statuses;
    this.clock = clock;
  }

  @Override
  public List<Made> make(IssuanceGrant grant, List<PublicJwk> holders) {
    CredentialContent content = content(grant);
    List<StatusReference> places = statuses.draw(holders.size());
    List<Made> made = new ArrayList<>();
    for (int i = 0; i < holders.size(); i++) {
      StatusReference place = places.get(i);
      made.add(new Made(issuer.issue(content.withHolder(holders.get(i)).withStatus(place)), place));
    }
    return made;
  }

  private CredentialContent content(IssuanceGrant grant) {
    try {
      return ResidentCredential.of(ResidentDocument.read(grant.content()), clock);
    } catch (FormatException e) {
      // It was read when the officer sent it; its reason holds no value.
      throw new IllegalStateException("A stored resident cannot be read: " + e.where(), e);
    }
  }
}
