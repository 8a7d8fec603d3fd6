package id.simpul.health.certificate;

import static id.simpul.health.certificate.HcertFixture.CLOCK;
import static id.simpul.health.certificate.HcertFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.SimpulException;
import id.simpul.health.certificate.testing.Signer;
import id.simpul.identity.CryptoProviders;
import id.simpul.identity.DocumentKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustListTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final Signer signer = Signer.indonesian();

  private static void refused(Reason reason, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static String base64(Signer signer) throws Exception {
    return Base64.getEncoder().encodeToString(signer.certificate().getEncoded());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static List<X509Certificate> readList(String text) {
    return SignerCertificates.readList(ascii(text));
  }

  @Test
  void kid_ofCertificate_isTheBeginningOfItsDigest() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(signer.certificate().getEncoded());
    Kid kid = Kid.of(signer.certificate());

    assertThat(kid.bytes()).isEqualTo(Arrays.copyOf(digest, 8));
    assertThat(Kid.of(kid.bytes())).hasValue(kid);
    assertThat(Kid.of(new byte[7])).isEmpty();
    assertThat(Kid.of(new byte[9])).isEmpty();
    assertThat(kid).hasToString(Base64.getEncoder().encodeToString(kid.bytes()));
  }

  @Test
  void trustedKey_ofCertificate_knowsWhatItSays() {
    TrustedKey key = TrustedKey.of(signer.certificate());

    assertThat(key.country()).hasValue("ID");
    assertThat(key.notBefore()).hasValue(Signer.FROM);
    assertThat(key.notAfter()).hasValue(Signer.UNTIL);
    assertThat(key.usages()).containsExactlyInAnyOrder(EventKind.values());
    assertThat(key).hasToString("ES256 document key, signatures of 64 bytes of ID");
  }

  @ParameterizedTest
  @CsvSource({"CN=Uji,", "'C=id', ID", "'CN=Uji, C=ID', ID", "'C=ID, C=SG',"})
  void trustedKey_country_isOneCodeOfTwoLetters(String name, String country) {
    Signer named = Signer.of(Signer.ec("secp256r1"), name, List.of());
    assertThat(TrustedKey.of(named.certificate()).country())
        .isEqualTo(Optional.ofNullable(country));
  }

  @Test
  void trustedKey_otherKindOfKey_isRefused() {
    Signer small = Signer.of(Signer.rsa(1024), "C=ID", List.of());
    Signer large = Signer.of(Signer.ec("secp521r1"), "C=ID", List.of());
    refused(Reason.KEY_UNUSABLE, () -> TrustedKey.of(small.certificate()));
    refused(Reason.KEY_UNUSABLE, () -> TrustedKey.of(large.certificate()));
  }

  @Test
  void keys_unknownName_areNone() {
    TrustList list = TrustList.asOf(NOW).add(signer.certificate()).build();

    assertThat(list.keys(Kid.of(signer.certificate()))).hasSize(1);
    assertThat(list.keys(new Kid(5))).isEmpty();
    assertThat(list.size()).isEqualTo(1);
    assertThat(list).hasToString("trust list of " + NOW + ", 1 names");
  }

  @Test
  void keys_ofOneName_areLimited() {
    TrustList.Builder list = TrustList.asOf(NOW);
    TrustedKey key = TrustedKey.of(DocumentKey.of(signer.pair().getPublic()), null);
    assertThat(TrustList.MAX_KEYS_PER_NAME).isEqualTo(8);
    for (int i = 0; i < 8; i++) {
      list.add(new Kid(1), key);
    }
    assertThat(list.build().keys(new Kid(1))).hasSize(8);
    refused(Reason.BUDGET_EXCEEDED, () -> list.add(new Kid(1), key));
  }

  @Test
  void names_areLimited() {
    TrustList.Builder list = TrustList.asOf(NOW);
    TrustedKey key = TrustedKey.of(DocumentKey.of(signer.pair().getPublic()), null);
    assertThat(TrustList.MAX_NAMES).isEqualTo(50_000);
    for (int i = 0; i < 50_000; i++) {
      list.add(new Kid(i), key);
    }
    assertThat(list.build().size()).isEqualTo(50_000);
    refused(Reason.BUDGET_EXCEEDED, () -> list.add(new Kid(-1), key));
    assertThat(list.build().size()).isEqualTo(50_000);
  }

  @Test
  void bind_list_verifiesTheSame() {
    TrustList list =
        TrustList.asOf(NOW).add(signer.certificate()).build().bind(CryptoProviders.bouncyCastle());
    TrustedKey key = list.keys(Kid.of(signer.certificate())).get(0);

    assertThat(key.key().verify(new byte[3], signer.sign(new byte[3]))).isTrue();
    assertThat(key.country()).hasValue("ID");
    assertThat(list.asOf()).isEqualTo(NOW);
  }

  @Test
  void holder_olderList_isNotTaken() {
    TrustListHolder holder = HcertFixture.trust(signer);
    TrustList older = TrustList.asOf(NOW.minusMillis(1)).build();
    TrustList same = TrustList.asOf(NOW).build();

    refused(Reason.EXPIRED, () -> holder.replace(older));
    assertThat(holder.current().size()).isEqualTo(1);
    holder.replace(same);
    assertThat(holder.current()).isSameAs(same);
  }

  @Test
  void holder_sourceFails_lastGoodStays() {
    TrustListHolder holder = HcertFixture.trust(signer);
    TrustList good = holder.current();
    TrustException failure = new TrustException(Reason.UNREACHABLE, "list", "no", "net");

    Optional<SimpulException> why =
        holder.refresh(() -> {
          throw failure;
        });
    assertThat(why).hasValue(failure);
    assertThat(holder.current()).isSameAs(good);
    assertThat(holder.refresh(() -> TrustList.asOf(Instant.EPOCH).build())).isPresent();
    assertThat(holder.current()).isSameAs(good);

    TrustList next = TrustList.asOf(NOW.plusSeconds(1)).build();
    assertThat(holder.refresh(() -> next)).isEmpty();
    assertThat(holder.current()).isSameAs(next);
  }

  @Test
  void holder_age_isSaid() {
    TrustListHolder fresh = HcertFixture.trust(signer);
    TrustListHolder old =
        new TrustListHolder(TrustList.asOf(NOW.minus(DAY).minusNanos(1)).build(), DAY, CLOCK);
    TrustListHolder atTheLimit =
        new TrustListHolder(TrustList.asOf(NOW.minus(DAY)).build(), DAY, CLOCK);

    assertThat(fresh.fresh()).isPresent();
    assertThat(atTheLimit.fresh()).isPresent();
    assertThat(old.fresh()).isEmpty();
    assertThat(old.toString()).endsWith("too old");
    assertThat(fresh.toString()).doesNotContain("too old");
    assertThatThrownBy(() -> new TrustListHolder(TrustList.empty(), Duration.ZERO, CLOCK))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TrustListHolder(TrustList.empty(), DAY.negated(), CLOCK))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readList_pemAndLines_areTaken() throws Exception {
    Signer rsa = Signer.of(Signer.rsa(2048), "C=SG", List.of());
    String wrapped = base64(rsa).replaceAll("(.{64})", "$1\n");
    String list =
        "# signers\n\n"
            + base64(signer)
            + "\r\n-----BEGIN CERTIFICATE-----\n"
            + wrapped
            + "\n-----END CERTIFICATE-----\n";

    assertThat(readList(list)).containsExactly(signer.certificate(), rsa.certificate());
    assertThat(readList("")).isEmpty();
  }

  @Test
  void readList_oneThatCannotBeRead_spoilsTheList() throws Exception {
    String good = base64(signer);
    for (String bad :
        List.of(
            good + "\nnothing",
            good + "\nAAAA",
            good + "\n" + good.substring(0, 400),
            good + "\n-----BEGIN CERTIFICATE-----\n" + good,
            "-----END CERTIFICATE-----",
            "-----BEGIN CERTIFICATE-----\n-----BEGIN CERTIFICATE-----")) {
      refused(Reason.MALFORMED, () -> readList(bad));
    }
  }

  @Test
  void read_sizes_areLimited() throws Exception {
    byte[] der = signer.certificate().getEncoded();
    ByteArrayOutputStream longer = new ByteArrayOutputStream();
    longer.writeBytes(der);
    longer.write(0);

    assertThat(SignerCertificates.read(der)).isEqualTo(signer.certificate());
    refused(Reason.MALFORMED, () -> SignerCertificates.read(longer.toByteArray()));
    refused(
        Reason.MALFORMED,
        () -> SignerCertificates.read(new byte[SignerCertificates.MAX_CERTIFICATE_BYTES + 1]));
    byte[] largest = new byte[SignerCertificates.MAX_LIST_BYTES];
    Arrays.fill(largest, (byte) '\n');
    assertThat(SignerCertificates.readList(largest)).isEmpty();
    refused(
        Reason.MALFORMED,
        () -> SignerCertificates.readList(Arrays.copyOf(largest, largest.length + 1)));
  }
}
