package id.simpul.benchmarks.credential;

import id.simpul.identity.credential.BearerVerifier;
import id.simpul.identity.credential.IssuerPolicy;
import id.simpul.identity.credential.SdJwtVcVerifier;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.jose.PublicJwk;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Simpul. */
final class Ours {
  private Ours() {}

  static CredentialVerifier of(PublicJwk key) {
    PinnedEntities trust =
        new PinnedEntities(
            List.of(new ResolvedEntity(Credentials.ISSUER, List.of(key.key()), Instant.MAX)));
    IssuerPolicy policy =
        IssuerPolicy.listed(Map.of(Credentials.CREDENTIAL_TYPE, Set.of(Credentials.ISSUER)));
    BearerVerifier verifier =
        SdJwtVcVerifier.builder(
                trust,
                policy,
                Set.of(Credentials.CREDENTIAL_TYPE),
                InstantSource.fixed(Credentials.NOW))
            .build()
            .withoutKeyBinding();
    return credential -> verifier.verify(credential).claims();
  }
}
