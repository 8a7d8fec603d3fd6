package id.simpul.health.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.FormatException;
import id.simpul.health.certificate.testing.Invented;
import id.simpul.health.certificate.testing.Signer;
import id.simpul.health.internal.hcert.Base45;
import id.simpul.health.internal.hcert.Deflate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Every byte of twenty certificates changed, as a whole and in one of its bits: in the signed
 * message and in the compressed stream around it. No change of the message verifies. A stream has
 * bits that mean nothing (RFC 1951, section 3.2.4, and the end of the last block): with those alone
 * changed it opens to the same signed bytes, and what is verified is the same.
 */
class HcertFlippedTest {
  private static final int CERTIFICATES = 20;

  private final Signer signer = Signer.indonesian();
  private final HcertVerifier verifier = HcertFixture.verifier(signer);
  private final SplittableRandom random = new SplittableRandom(20);
  private final List<String> wrong = new ArrayList<>();
  private int changed;
  private int meaningless;

  private List<byte[]> streams() throws FormatException {
    List<byte[]> streams = new ArrayList<>();
    Invented people = Invented.of(20);
    for (int i = 0; i < CERTIFICATES; i++) {
      String text = HcertFixture.issuer(signer).issue(people.content(i), HcertFixture.VALIDITY);
      assertThat(verifier.verify(text).certificate()).isPresent();
      streams.add(Base45.decode(text.substring(4)));
    }
    return streams;
  }

  private static byte[] opened(byte[] stream) throws FormatException {
    return Deflate.ZLIB.inflate(stream, HcertVerifier.MAX_INFLATED_BYTES);
  }

  /** All bits of a byte, and one of them. */
  private List<byte[]> changes(byte[] bytes, int at) {
    byte[] whole = bytes.clone();
    whole[at] ^= (byte) 0xff;
    byte[] bit = bytes.clone();
    bit[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    return List.of(whole, bit);
  }

  private boolean verifies(byte[] stream) {
    changed++;
    return verifier.verify(HcertFixture.text(stream)).certificate().isPresent();
  }

  @Test
  void verify_anyByteOfTheMessageChanged_isNotValid() throws FormatException {
    for (byte[] stream : streams()) {
      byte[] message = opened(stream);
      for (int at = 0; at < message.length; at++) {
        for (byte[] other : changes(message, at)) {
          if (verifies(Deflate.ZLIB.deflate(other))) {
            wrong.add("byte " + at);
          }
        }
      }
    }
    System.out.printf(
        "flipped: %d changes in the messages of %d certificates, %d verified%n",
        changed, CERTIFICATES, wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(changed).isGreaterThan(CERTIFICATES * 2 * 250);
  }

  @Test
  void verify_anyByteOfTheStreamChanged_isNotValidOrTheSameMessage() throws FormatException {
    for (byte[] stream : streams()) {
      byte[] message = opened(stream);
      for (int at = 0; at < stream.length; at++) {
        for (byte[] other : changes(stream, at)) {
          if (verifies(other)) {
            if (Arrays.equals(opened(other), message)) {
              meaningless++;
            } else {
              wrong.add("byte " + at);
            }
          }
        }
      }
    }
    System.out.printf(
        "flipped: %d changes in the streams of %d certificates, %d of bits without a meaning,"
            + " %d others verified%n",
        changed, CERTIFICATES, meaningless, wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(changed).isGreaterThan(CERTIFICATES * 2 * 250);
    assertThat(meaningless).isLessThan(CERTIFICATES * 4);
  }
}
