package id.simpul.health.certificate;

import static id.simpul.health.certificate.HcertFixture.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.health.certificate.HcertFixture.Message;
import id.simpul.health.certificate.RevocationCheck.Status;
import id.simpul.health.certificate.Verdict.Missing;
import id.simpul.health.certificate.testing.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HcertRevocationTest {
  private final List<RevocationQuestion> asked = new ArrayList<>();

  private Verification<VerifiedHcert> verify(Signer signer, String text, Status answer) {
    return HcertVerifier.builder(HcertFixture.trust(signer), CLOCK)
        .revocation(question -> {
          asked.add(question);
          return answer;
        })
        .build()
        .verify(text);
  }

  private static byte[] digest(byte[] bytes) throws Exception {
    return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), 16);
  }

  private static String text(Signer signer) {
    return new Message(signer, HcertFixture.claims(HcertFixture.payload())).text();
  }

  @Test
  void verify_eachAnswer_makesItsVerdict() {
    Signer signer = Signer.indonesian();
    String text = text(signer);

    assertThat(verify(signer, text, Status.GOOD).certificate()).isPresent();
    assertThat(verify(signer, text, Status.REVOKED).verdict())
        .isEqualTo(new Verdict.Invalid<>(CertificateStep.REVOCATION, CheckCode.REVOKED));
    assertThat(verify(signer, text, Status.UNKNOWN).verdict())
        .isEqualTo(new Verdict.Unverifiable<>(Missing.REVOCATION));
  }

  private Verification<VerifiedHcert> verify(Signer signer, RevocationCheck check) {
    return HcertVerifier.builder(HcertFixture.trust(signer), CLOCK)
        .revocation(check)
        .build()
        .verify(text(signer));
  }

  @Test
  @SuppressWarnings("NullAway") // what a check without annotations may answer
  void verify_checkThatFails_isNoVerdict() {
    Signer signer = Signer.indonesian();
    Verification<VerifiedHcert> failed =
        verify(
            signer,
            question -> {
              throw new UncheckedIOException(new IOException("database"));
            });

    assertThat(failed.verdict()).isEqualTo(new Verdict.Unverifiable<>(Missing.REVOCATION));
    StepOutcome step = failed.step(CertificateStep.REVOCATION).orElseThrow();
    assertThat(step.missing()).hasValue(Missing.REVOCATION);
    assertThat(step.violations().toString())
        .contains("UncheckedIOException")
        .doesNotContain("database");
    assertThat(verify(signer, question -> null).verdict())
        .isEqualTo(new Verdict.Unverifiable<>(Missing.REVOCATION));
  }

  /** The lists' digest is of iss and number; co is where the event happened. */
  @Test
  void verify_keyOfNoCountry_asksUnderTheIssuer() throws Exception {
    Signer nowhere = Signer.of(Signer.ec("secp256r1"), "CN=Uji", List.of());
    var claims = HcertFixture.claims(HcertFixture.payload());
    String number = "URN:UVCI:01:ID:UJI1#A";
    claims.put(1, "SG");
    verify(nowhere, new Message(nowhere, claims).text(), Status.GOOD);
    claims.remove(1);
    verify(nowhere, new Message(nowhere, claims).text(), Status.GOOD);

    assertThat(asked.get(0).countryAndCertificateIdDigest())
        .isEqualTo(digest(("SG" + number).getBytes(StandardCharsets.UTF_8)));
    assertThat(asked.get(1).countryAndCertificateIdDigest())
        .isEqualTo(digest(("ID" + number).getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void verify_question_holdsTheDigestsOfTheLists(boolean rsa) throws Exception {
    Signer signer = rsa ? Signer.of(Signer.rsa(2048), "C=ID", List.of()) : Signer.indonesian();
    byte[][] signature = new byte[1][];
    Message message = new Message(signer, HcertFixture.claims(HcertFixture.payload()));
    message.signature =
        bytes -> {
          signature[0] = bytes;
          return bytes;
        };
    verify(signer, message.text(), Status.GOOD);

    RevocationQuestion question = asked.get(0);
    String number = "URN:UVCI:01:ID:UJI1#A";
    byte[] significant = rsa ? signature[0] : Arrays.copyOf(signature[0], 32);
    assertThat(question.kid()).isEqualTo(Kid.of(signer.certificate()));
    assertThat(question.certificateIdDigest())
        .isEqualTo(digest(number.getBytes(StandardCharsets.UTF_8)));
    assertThat(question.countryAndCertificateIdDigest())
        .isEqualTo(digest(("ID" + number).getBytes(StandardCharsets.UTF_8)));
    assertThat(question.signatureDigest()).isEqualTo(digest(significant));
    assertThat(question.toString()).doesNotContain("UVCI");
  }

  @Test
  void verify_whatIsInvalidAnyway_nobodyIsAsked() {
    Signer signer = Signer.indonesian();
    var claims = HcertFixture.claims(HcertFixture.payload());
    claims.put(4, HcertFixture.NOW.getEpochSecond() - 1000);
    verify(signer, new Message(signer, claims).text(), Status.GOOD);
    verify(signer, "HC1:", Status.GOOD);

    assertThat(asked).isEmpty();
  }
}
