package id.simpul.health.certificate;

import static id.simpul.health.certificate.HcertFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.operation.Violation;
import id.simpul.health.certificate.testing.Cost;
import id.simpul.health.certificate.testing.Signer;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTrustListTest {
  private static final long MAX_HEAP = 128L * 1024 * 1024;

  private final Signer signer = Signer.indonesian();

  private static String base64(Signer signer) throws Exception {
    return Base64.getEncoder().encodeToString(signer.certificate().getEncoded());
  }

  private static PlainTrustList read(String text) {
    return PlainTrustList.read(text.getBytes(StandardCharsets.US_ASCII), NOW);
  }

  private static void refused(Reason reason, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void read_pemAndLines_areTaken() throws Exception {
    Signer rsa = Signer.of(Signer.rsa(2048), "C=SG", List.of());
    String wrapped = base64(rsa).replaceAll("(.{64})", "$1\n");
    PlainTrustList read =
        read(
            "# signers\n\n"
                + base64(signer)
                + "\r\n-----BEGIN CERTIFICATE-----\n"
                + wrapped
                + "\n-----END CERTIFICATE-----\n");

    assertThat(read.list().size()).isEqualTo(2);
    assertThat(read.list().keys(Kid.of(rsa.certificate()))).hasSize(1);
    assertThat(read.list().asOf()).isEqualTo(NOW);
    assertThat(read.skipped()).isEmpty();
    assertThat(read.toString()).endsWith("2 names, 0 passed over");
  }

  /** A download of no bytes must not take the place of the last good list. */
  @Test
  void read_listWithoutAKey_isRefused() throws Exception {
    String unusable = base64(Signer.of(Signer.rsa(1024), "C=ID", List.of()));
    for (String empty : List.of("", "\n", "# signers\n", unusable)) {
      refused(Reason.MALFORMED, () -> read(empty));
    }
  }

  @Test
  void read_damagedText_isRefused() throws Exception {
    String good = base64(signer);
    for (String bad :
        List.of(
            good + "\nnothing",
            good + "\nAAAA",
            good + "\nMA==",
            good + "\nMIQAAAAA",
            good + "\n?",
            good + "\n" + good.substring(0, 400),
            good + "\n-----BEGIN CERTIFICATE-----\n" + good,
            "-----END CERTIFICATE-----",
            "-----BEGIN CERTIFICATE-----\n-----BEGIN CERTIFICATE-----")) {
      refused(Reason.MALFORMED, () -> read(bad));
    }
  }

  @Test
  void read_certificatesThatCannotBeUsed_arePassedOver() throws Exception {
    Signer small = Signer.of(Signer.rsa(1024), "C=SG", List.of());
    byte[] der = signer.certificate().getEncoded().clone();
    byte[] curve = {0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7};
    for (int i = 0; i < der.length - curve.length; i++) {
      if (Arrays.equals(Arrays.copyOfRange(der, i, i + curve.length), curve)) {
        der[i + curve.length - 1] = 127; // a curve nobody knows
      }
    }
    String foreign = Base64.getEncoder().encodeToString(der);
    PlainTrustList read = read(String.join("\n", base64(small), foreign, "MAA=", base64(signer)));

    assertThat(read.list().size()).isEqualTo(1);
    assertThat(read.skipped())
        .extracting(Violation::where)
        .containsExactly("certificate 0", "certificate 1", "certificate 2");
  }

  @Test
  void read_certificateNineTimes_isTakenOnce() throws Exception {
    PlainTrustList read = read((base64(signer) + "\n").repeat(9));

    assertThat(read.list().keys(Kid.of(signer.certificate()))).hasSize(1);
    assertThat(read.skipped()).isEmpty();
  }

  @Test
  void read_certificates_areCountedAsTheyAreRead() throws Exception {
    String unreadable = "MAA=\n";
    String good = base64(signer);

    assertThat(read(unreadable.repeat(49_999) + good).skipped()).hasSize(49_999);
    refused(Reason.BUDGET_EXCEEDED, () -> read(unreadable.repeat(50_000) + good));
  }

  @Test
  void read_size_isLimited() throws Exception {
    assertThat(PlainTrustList.MAX_BYTES).isEqualTo(32 * 1024 * 1024);
    byte[] good = base64(signer).getBytes(StandardCharsets.US_ASCII);
    byte[] largest = new byte[PlainTrustList.MAX_BYTES];
    Arrays.fill(largest, (byte) '\n');
    System.arraycopy(good, 0, largest, 0, good.length);

    long heap =
        Cost.bytes(() -> assertThat(PlainTrustList.read(largest, NOW).list().size()).isEqualTo(1));
    assertThat(heap).isLessThan(MAX_HEAP);
    byte[] larger = Arrays.copyOf(largest, largest.length + 1);
    larger[largest.length] = '\n';
    refused(Reason.MALFORMED, () -> PlainTrustList.read(larger, NOW));
  }
}
