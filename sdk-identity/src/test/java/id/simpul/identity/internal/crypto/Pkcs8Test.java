package id.simpul.identity.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;

/** A private key that stands in its file with a public half: with its own alone. */
final class Pkcs8Test {
  private static final int POINT_LENGTH = 65;

  private final Es256PrivateKey key = Es256PrivateKey.generate(new SecureRandom());
  private final Es256PrivateKey other = Es256PrivateKey.generate(new SecureRandom());

  @Test
  void read_p256BesideAnotherKeysPublicHalf_isRefused() {
    byte[] der = key.revealPkcs8();
    assertThat(Pkcs8.read(der)).isPresent();

    int point = der.length - POINT_LENGTH; // RFC 5915, section 3: the public half comes last
    System.arraycopy(other.encodedPublicKey(), 0, der, point, POINT_LENGTH);
    assertThat(Pkcs8.read(der)).isEmpty();
  }

  /** RFC 5958, section 2: the public half may stand outside the key as well. */
  @Test
  void read_p256WithAnotherKeysPublicHalfOutside_isRefused() throws IOException {
    assertThat(Pkcs8.read(withPublicHalfOutside(key))).isPresent();
    assertThat(Pkcs8.read(withPublicHalfOutside(other))).isEmpty();
  }

  private byte[] withPublicHalfOutside(Es256PrivateKey whose) throws IOException {
    PrivateKeyInfo own = PrivateKeyInfo.getInstance(key.revealPkcs8());
    return new PrivateKeyInfo(
            KeyAlgorithms.P256, own.parsePrivateKey(), null, whose.encodedPublicKey())
        .getEncoded();
  }
}
