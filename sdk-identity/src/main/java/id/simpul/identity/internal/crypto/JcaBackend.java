package id.simpul.identity.internal.crypto;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/**
 * One algorithm of one JCA provider. The provider is asked by itself and never registered, so that
 * neither the order of providers nor another program's changes to it matter.
 *
 * @param provider the provider
 * @param names what it calls the algorithm
 */
record JcaBackend(Provider provider, JcaNames names) implements SignatureBackend {
  @Override
  public Verifier verifier(LocalVerificationKey key) {
    String who = provider.getName() + ", " + key;
    try {
      PublicKey translated = translate(key);
      EnginePool engines =
          new EnginePool(() -> {
            Signature engine = Signature.getInstance(names.signature(), provider);
            engine.initVerify(translated);
            return engine;
          });
      Verifier verifier = new JcaVerifier(who, engines);
      return names.der() ? DerSignatures.verifier(verifier) : verifier;
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new TrustException(Reason.KEY_UNUSABLE, who, "does not take the key", "provider", e);
    }
  }

  private PublicKey translate(LocalVerificationKey key) throws GeneralSecurityException {
    byte[] encoded = key.subjectPublicKeyInfo();
    return names.keyFactory() == null
        ? EncodedKey.ofPublic(names.key(), encoded)
        : KeyFactory.getInstance(names.keyFactory(), provider)
            .generatePublic(new X509EncodedKeySpec(encoded));
  }

  @Override
  public Signer signer(LocalSigningKey key) {
    String who = provider.getName() + ", " + key;
    try {
      PrivateKey translated = translate(key);
      EnginePool engines =
          new EnginePool(() -> {
            Signature engine = Signature.getInstance(names.signature(), provider);
            engine.initSign(translated);
            return engine;
          });
      Signer signer = new JcaSigner(who, engines);
      return names.der() ? DerSignatures.signer(signer) : signer;
    } catch (GeneralSecurityException | RuntimeException e) {
      // Without the cause: nobody knows what a provider says of a private key.
      throw new TrustException(Reason.KEY_UNUSABLE, who, "does not take the key", "provider");
    }
  }

  private PrivateKey translate(LocalSigningKey key) throws GeneralSecurityException {
    byte[] encoded = key.revealPkcs8();
    return names.keyFactory() == null
        ? EncodedKey.ofPrivate(names.key(), encoded)
        : KeyFactory.getInstance(names.keyFactory(), provider)
            .generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }
}
