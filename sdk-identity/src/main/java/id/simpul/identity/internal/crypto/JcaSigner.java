package id.simpul.identity.internal.crypto;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.security.GeneralSecurityException;
import java.security.Signature;

/** Signs through a JCA provider. */
final class JcaSigner implements Signer {
  private final String who;
  private final EnginePool engines;

  JcaSigner(String who, EnginePool engines) {
    this.who = who;
    this.engines = engines;
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      Signature engine = engines.take();
      engine.update(message);
      byte[] signature = engine.sign();
      engines.giveBack(engine);
      return signature;
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new TrustException(Reason.KEY_UNUSABLE, who, "could not sign", "provider", e);
    }
  }
}
