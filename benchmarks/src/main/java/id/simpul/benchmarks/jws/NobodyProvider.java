package id.simpul.benchmarks.jws;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.util.List;

/** A provider of ES256 that computes nothing and takes every signature. For measuring alone. */
final class NobodyProvider extends Provider {
  static final String ALGORITHM = "SHA256withECDSAinP1363Format";

  private static final long serialVersionUID = 1L;

  NobodyProvider() {
    super("Nobody", "1", "takes every signature");
    for (String algorithm : List.of("SHA256withECDSA", ALGORITHM)) {
      putService(
          new Service(this, "Signature", algorithm, Taking.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
              return new Taking(getAlgorithm());
            }
          });
    }
  }

  /** Takes every signature. */
  private static final class Taking extends Signature {
    Taking(String algorithm) {
      super(algorithm);
    }

    @Override
    protected void engineInitVerify(PublicKey publicKey) {}

    @Override
    protected void engineUpdate(byte b) {}

    @Override
    protected void engineUpdate(byte[] b, int off, int len) {}

    @Override
    protected boolean engineVerify(byte[] signature) {
      return true;
    }

    @Override
    protected void engineInitSign(PrivateKey privateKey) {
      throw new UnsupportedOperationException("Nobody signs");
    }

    @Override
    protected byte[] engineSign() {
      throw new UnsupportedOperationException("Nobody signs");
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String param, Object value) {
      throw new UnsupportedOperationException("There are no parameters");
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String param) {
      throw new UnsupportedOperationException("There are no parameters");
    }
  }
}
