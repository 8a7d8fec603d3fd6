package id.simpul.node.internal.credential;

import id.simpul.core.format.FormatException;
import id.simpul.identity.credential.CredentialContent;
import id.simpul.identity.credential.IssuedCredential;
import id.simpul.identity.credential.SdJwtVcIssuer;
import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.credential.resident.ResidentCredential;
import id.simpul.identity.issuance.CredentialMaker;
import id.simpul.identity.issuance.IssuanceGrant;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.wire.ResidentDocument;
import id.simpul.node.internal.store.CredentialStore;
import java.time.InstantSource;

/** Makes a resident's credential with a place of its own in a status list. */
final class ResidentMaker implements CredentialMaker {
  private final SdJwtVcIssuer issuer;
  private final StatusLists statuses;
  private final CredentialStore store;
  private final InstantSource clock;

  ResidentMaker(
      SdJwtVcIssuer issuer, StatusLists statuses, CredentialStore store, InstantSource clock) {
    this.issuer = issuer;
    this.statuses = statuses;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public IssuedCredential make(IssuanceGrant grant, PublicJwk holder) {
    CredentialContent content = content(grant);
    StatusReference place = statuses.allocate();
    // Noted before it is signed: what nobody could revoke must not go out.
    store.recordIssued(grant.reference(), place);
    return issuer.issue(content.withHolder(holder).withStatus(place));
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
