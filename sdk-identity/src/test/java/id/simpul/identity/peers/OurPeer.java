package id.simpul.identity.peers;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.ExpectedClaims;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.JwsProfile;
import id.simpul.identity.jose.JwsVerifier;
import id.simpul.identity.jose.PublicJwk;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** This library. */
final class OurPeer implements Peer {
  private final JwsVerifier verifier =
      new JwsVerifier(JwsProfile.typed(Setting.TYP).build(), InstantSource.fixed(Setting.NOW));
  private final JwkSet keys;

  OurPeer(Setting setting) {
    keys = JwkSet.of(List.of(PublicJwk.of(setting.key().publicKey())));
  }

  @Override
  public String name() {
    return "Simpul";
  }

  @Override
  public boolean takes(String token) {
    return refusal(token).isEmpty();
  }

  /** Why it refuses a token; any other exception than the declared one fails the test. */
  Optional<Reason> refusal(String token) {
    try {
      verifier.verify(token, keys, ExpectedClaims.issuedBy(Setting.ISSUER));
      return Optional.empty();
    } catch (TrustException e) {
      return Optional.of(e.reason());
    }
  }
}
