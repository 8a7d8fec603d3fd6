package id.simpul.identity.internal.crypto;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;

/** Verifies through a JCA provider. */
final class JcaVerifier implements Verifier {
  private final String who;
  private final EnginePool engines;

  JcaVerifier(String who, EnginePool engines) {
    this.who = who;
    this.engines = engines;
  }

  @Override
  public boolean verify(byte[] message, byte[] signature) {
    return verify(message, message.length, signature);
  }

  @Override
  public boolean verify(byte[] buffer, int length, byte[] signature) {
    try {
      Signature engine = engines.take();
      engine.update(buffer, 0, length);
      boolean valid = engine.verify(signature);
      engines.giveBack(engine);
      return valid;
    } catch (SignatureException e) {
      // What providers throw for a signature whose form they refuse. It is none.
      return false;
    } catch (GeneralSecurityException | RuntimeException e) {
      // Providers have unchecked kinds of their own for what fails inside them.
      throw new TrustException(Reason.KEY_UNUSABLE, who, "could not verify", "provider", e);
    }
  }
}
