package id.simpul.identity.jose;

import id.simpul.identity.SignatureAlgorithm;
import java.util.List;

/** Forgeries made of a good signature, for tests of other packages. */
public final class ForgedSignatures {
  private ForgedSignatures() {}

  /**
   * Signatures that broken libraries have taken.
   *
   * @param algorithm the algorithm of the good one
   * @param good a good signature
   * @return forgeries of the same message, none of them good
   */
  public static List<byte[]> of(SignatureAlgorithm algorithm, byte[] good) {
    return switch (algorithm) {
      case ED25519 -> Bytes.ed25519Forgeries(good);
      case ES256 -> Bytes.es256Forgeries(good);
      case ML_DSA_65 -> Bytes.mlDsa65Forgeries(good);
    };
  }
}
