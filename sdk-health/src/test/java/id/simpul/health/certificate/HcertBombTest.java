package id.simpul.health.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import id.simpul.health.certificate.testing.Cost;
import id.simpul.health.certificate.testing.Signer;
import id.simpul.health.internal.hcert.Deflate;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the Java libraries of the pandemic fell to: 407 KB that open to 400 MB. */
class HcertBombTest {
  private static final int OPENED = 400 * 1024 * 1024;
  private static final long MAX_HEAP = 1024 * 1024;

  /** The largest bomb a QR code can carry. */
  private static final int OPENED_OF_QR = 2_900_000;

  /** What a card of sixteen QR codes can open to. */
  private static final int OPENED_OF_CARD = 14_000_000;

  private final HcertVerifier verifier = HcertFixture.verifier(Signer.indonesian());

  /** Zeros, deflated as they are made. */
  private static byte[] bomb(boolean raw, int opened) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, raw);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] zeros = new byte[1024 * 1024];
    byte[] buffer = new byte[64 * 1024];
    for (int left = opened; left > 0; left -= zeros.length) {
      deflater.setInput(zeros, 0, Math.min(left, zeros.length));
      while (!deflater.needsInput()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  @ParameterizedTest
  @EnumSource
  void inflate_400MegabytesOf407Kilobytes_areRefusedWithinAMegabyte(Deflate kind) {
    byte[] bomb = bomb(kind == Deflate.RAW, OPENED);
    assertThat(bomb).hasSizeBetween(400_000, 415_000);

    long heap =
        Cost.bytes(() ->
            assertThatThrownBy(() -> kind.inflate(bomb, HcertVerifier.MAX_INFLATED_BYTES))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("opens to more than 16384 bytes"));

    System.out.printf(
        "bomb: %d bytes (%s) of %d refused with %d bytes of heap in %.1f ms%n",
        bomb.length, kind, OPENED, heap, milliseconds(kind, bomb));
    assertThat(heap).isLessThan(MAX_HEAP);
  }

  /** Printed and not asserted, because what a busy machine takes says nothing. */
  private static double milliseconds(Deflate kind, byte[] bomb) {
    long begun = System.nanoTime();
    assertThatThrownBy(() -> kind.inflate(bomb, HcertVerifier.MAX_INFLATED_BYTES))
        .isInstanceOf(FormatException.class);
    return (System.nanoTime() - begun) / 1e6;
  }

  @Test
  void verify_bombOf407Kilobytes_isRefusedBeforeItIsOpened() {
    String text = HcertFixture.text(bomb(false, OPENED));

    long heap =
        Cost.bytes(() ->
            assertThat(verifier.verify(text).verdict())
                .isEqualTo(new Verdict.Invalid<>(CertificateStep.INPUT, CheckCode.TOO_LONG)));

    System.out.printf(
        "bomb: HC1: of %d characters refused with %d bytes of heap%n", text.length(), heap);
    assertThat(heap).isLessThan(MAX_HEAP);
  }

  @Test
  void verify_largestBombOfAQrCode_isRefusedWithinAMegabyte() {
    String text = HcertFixture.text(bomb(false, OPENED_OF_QR));
    assertThat(text).hasSizeLessThanOrEqualTo(HcertVerifier.MAX_TEXT_LENGTH);

    long heap =
        Cost.bytes(() ->
            assertThat(verifier.verify(text).verdict())
                .isEqualTo(
                    new Verdict.Invalid<>(CertificateStep.INFLATE, CheckCode.BAD_COMPRESSION)));

    System.out.printf(
        "bomb: HC1: of %d characters that opens to %d bytes refused with %d bytes of heap%n",
        text.length(), OPENED_OF_QR, heap);
    assertThat(heap).isLessThan(MAX_HEAP);
  }

  /** The largest one a card of sixteen codes can carry. */
  @Test
  void verify_largestBombOfAHealthCard_isRefusedWithinAMegabyte() {
    SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
    String text =
        HealthCardFixture.jws(key, HealthCardFixture.header(key), bomb(true, OPENED_OF_CARD));
    assertThat(text).hasSizeLessThanOrEqualTo(HealthCardVerifier.MAX_JWS_LENGTH);
    HealthCardVerifier cards =
        HealthCardVerifier.of(
            List.of(HealthCardFixture.ISSUER), any -> new byte[0], HcertFixture.CLOCK);

    long heap =
        Cost.bytes(() ->
            assertThat(cards.verify(text).verdict())
                .isEqualTo(
                    new Verdict.Invalid<>(CertificateStep.INFLATE, CheckCode.BAD_COMPRESSION)));

    System.out.printf(
        "bomb: card of %d characters that opens to %d bytes refused with %d bytes of heap%n",
        text.length(), OPENED_OF_CARD, heap);
    assertThat(heap).isLessThan(MAX_HEAP);
  }
}
