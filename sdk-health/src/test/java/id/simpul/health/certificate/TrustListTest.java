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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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
  void holder_listOfATimeToCome_isNotTaken() {
    TrustList inLeeway = TrustList.asOf(NOW.plusSeconds(60)).build();
    TrustList ahead = TrustList.asOf(NOW.plusSeconds(60).plusNanos(1)).build();
    TrustList milliseconds = TrustList.asOf(Instant.ofEpochSecond(NOW.toEpochMilli())).build();
    TrustList last = TrustList.asOf(Instant.MAX).build();
    TrustListHolder holder = HcertFixture.trust(signer);

    for (TrustList wrong : List.of(ahead, milliseconds, last)) {
      refused(Reason.NOT_YET_VALID, () -> holder.replace(wrong));
      refused(Reason.NOT_YET_VALID, () -> new TrustListHolder(wrong, DAY, CLOCK));
    }
    holder.replace(inLeeway);
    assertThat(holder.fresh()).hasValue(inLeeway);
  }

  @Test
  void holder_longestAge_isCounted() {
    Duration forever = ChronoUnit.FOREVER.getDuration();
    TrustList first = TrustList.asOf(Instant.MIN).build();
    TrustListHolder holder = new TrustListHolder(first, forever, CLOCK);

    assertThat(holder.fresh()).hasValue(first);
    assertThat(holder.toString()).doesNotContain("too old");
    assertThat(new TrustListHolder(first, DAY, CLOCK).fresh()).isEmpty();
  }

  @Test
  void holder_sourceFailsInAnyWay_isSaidAndTheLastGoodStays() {
    TrustListHolder holder = HcertFixture.trust(signer);
    TrustList good = holder.current();

    SimpulException why =
        holder
            .refresh(() -> {
              throw new UncheckedIOException(new IOException("secret"));
            })
            .orElseThrow();
    assertThat(why.getMessage()).contains("UncheckedIOException").doesNotContain("secret");
    assertThat(holder.current()).isSameAs(good);
  }

  /** Threads that put in lists at the same time never leave an older one. */
  @Test
  void holder_listsFromManyThreads_newestStays() throws Exception {
    for (int round = 0; round < 200; round++) {
      TrustListHolder holder = HcertFixture.trust(signer);
      List<Thread> threads = new ArrayList<>();
      CountDownLatch start = new CountDownLatch(1);
      for (int i = 1; i <= 4; i++) {
        TrustList next = TrustList.asOf(NOW.plusNanos(i)).build();
        threads.add(
            new Thread(() -> {
              try {
                start.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              holder.refresh(() -> next);
            }));
      }
      threads.forEach(Thread::start);
      start.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(holder.current().asOf()).isEqualTo(NOW.plusNanos(4));
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
    int limit = SignerCertificates.MAX_CERTIFICATE_BYTES;
    assertThat(limit).isEqualTo(8_192);
    assertThatThrownBy(() -> SignerCertificates.read(new byte[limit]))
        .isInstanceOf(TrustException.class)
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> SignerCertificates.read(new byte[limit + 1]))
        .isInstanceOf(TrustException.class)
        .hasMessageContaining("larger than 8192 bytes");
  }
}
