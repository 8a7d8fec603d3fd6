package id.simpul.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignerCertificateTest {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final SigningKey KEY =
      SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());

  private static X509Certificate made(String organisation, Duration validity) {
    return SignerCertificate.selfSigned(KEY, "ID", organisation, FROM, validity);
  }

  @Test
  void selfSigned_key_signsItsOwnCertificate() throws Exception {
    X509Certificate certificate = made("Dinas Kesehatan Uji", Duration.ofDays(730));

    certificate.verify(certificate.getPublicKey());
    assertThat(certificate.getSubjectX500Principal().getName())
        .isEqualTo("CN=document signer,O=Dinas Kesehatan Uji,C=ID");
    assertThat(certificate.getIssuerX500Principal())
        .isEqualTo(certificate.getSubjectX500Principal());
    assertThat(certificate.getNotBefore()).isEqualTo(FROM);
    assertThat(certificate.getNotAfter()).isEqualTo(FROM.plus(Duration.ofDays(730)));
    assertThat(certificate.getKeyUsage()[0]).isTrue();
    assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    assertThat(certificate.getSerialNumber().signum()).isOne();
    assertThat(certificate.getVersion()).isEqualTo(3);
    byte[] message = {1, 2, 3};
    assertThat(DocumentKey.of(certificate.getPublicKey()).verify(message, KEY.sign(message)))
        .isTrue();
  }

  @Test
  void selfSigned_limits_areKept() {
    assertThat(made("a".repeat(64), Duration.ofDays(1))).isNotNull();
    assertThat(made("a", SignerCertificate.MAX_VALIDITY)).isNotNull();
    assertThatThrownBy(() -> made("a".repeat(65), Duration.ofDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> made("a", SignerCertificate.MAX_VALIDITY.plusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> made("a", Duration.ofDays(1).minusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> made(" ", Duration.ofDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"id", "IDN", "''", "I1"})
  void selfSigned_otherCountry_isRefused(String country) {
    assertThatThrownBy(
            () -> SignerCertificate.selfSigned(KEY, country, "a", FROM, Duration.ofDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void selfSigned_otherKey_isRefused() {
    SigningKey other = SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
    assertThatThrownBy(
            () -> SignerCertificate.selfSigned(other, "ID", "a", FROM, Duration.ofDays(1)))
        .isInstanceOf(TrustException.class);
  }
}
