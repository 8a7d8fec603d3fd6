package id.simpul.health.certificate;

import static id.simpul.health.certificate.HcertFixture.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.health.certificate.testing.Vectors;
import id.simpul.health.internal.hcert.Base45;
import id.simpul.health.internal.hcert.Deflate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every byte of other issuers' certificates and cards changed: those of the public corpora. */
@Tag("vectors")
class CorpusFlippedTest {
  private static final int CERTIFICATES = 20;
  private static final String CARD_ISSUER = "https://spec.smarthealth.cards/examples/issuer";

  private int changed;
  private int meaningless;
  private final List<String> wrong = new ArrayList<>();

  /** A good file: its text and a verifier that has its key and its time. */
  private record Good(String text, HcertVerifier verifier) {
    static Optional<Good> of(Path file) {
      JsonObject test = (JsonObject) Vectors.json(file);
      JsonObject expected = (JsonObject) test.get("EXPECTEDRESULTS").orElseThrow();
      if (expected.members().containsValue(JsonBoolean.FALSE)) {
        return Optional.empty();
      }
      JsonObject context = (JsonObject) test.get("TESTCTX").orElseThrow();
      String text = ((JsonString) test.get("PREFIX").orElseThrow()).value();
      String der = ((JsonString) context.get("CERTIFICATE").orElseThrow()).value();
      X509Certificate certificate = SignerCertificates.read(Base64.getDecoder().decode(der));
      Instant now = certificate.getNotBefore().toInstant().plus(Duration.ofDays(120));
      InstantSource clock = InstantSource.fixed(now);
      TrustListHolder trust =
          new TrustListHolder(
              TrustList.asOf(now).add(certificate).build(), Duration.ofDays(1), clock);
      HcertVerifier verifier = HcertVerifier.builder(trust, clock).build();
      return verifier.verify(text).certificate().isPresent()
          ? Optional.of(new Good(text, verifier))
          : Optional.empty();
    }
  }

  private static byte[] opened(byte[] stream) throws FormatException {
    return Deflate.ZLIB.inflate(stream, HcertVerifier.MAX_INFLATED_BYTES);
  }

  @Test
  void verify_certificatesOfTheEuFlipped_areNotValid() throws FormatException {
    List<Good> good = new ArrayList<>();
    for (Path file : Vectors.files(Vectors.folder("hcert-dgc"), ".json")) {
      if (good.size() < CERTIFICATES) {
        Good.of(file).ifPresent(good::add);
      }
    }
    for (Good one : good) {
      byte[] stream = Base45.decode(one.text().substring("HC1:".length()));
      byte[] message = opened(stream);
      for (int at = 0; at < stream.length; at++) {
        byte[] other = stream.clone();
        other[at] ^= (byte) 0xff;
        tell(one, other, message, at);
      }
      for (int at = 0; at < message.length; at++) {
        byte[] other = message.clone();
        other[at] ^= (byte) 0xff;
        tell(one, Deflate.ZLIB.deflate(other), message, at);
      }
    }
    System.out.printf(
        "flipped: %d changes of %d certificates of hcert-dgc, %d without a meaning, %d others"
            + " verified%n",
        changed, good.size(), meaningless, wrong.size());
    assertThat(good).hasSize(CERTIFICATES);
    assertThat(wrong).isEmpty();
  }

  private void tell(Good one, byte[] stream, byte[] message, int at) throws FormatException {
    changed++;
    if (one.verifier().verify(HcertFixture.text(stream)).certificate().isPresent()) {
      if (Arrays.equals(opened(stream), message)) {
        meaningless++;
      } else {
        wrong.add("byte " + at);
      }
    }
  }

  @Test
  void verify_cardsOfTheFrameworkFlipped_areNotValid() throws IOException {
    Path root = Vectors.folder("smart-health-cards");
    byte[] jwks = Files.readAllBytes(root.resolve("spec/issuer/.well-known/jwks.json"));
    HealthCardVerifier verifier = HealthCardVerifier.of(List.of(CARD_ISSUER), any -> jwks, CLOCK);
    Set<String> cards = new LinkedHashSet<>();
    for (Path file : Vectors.files(root.resolve("spec"), ".txt")) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      if (file.toString().contains("-d-jws") && verifier.verify(text).certificate().isPresent()) {
        cards.add(text);
      }
    }
    for (String card : cards) {
      String[] parts = card.split("\\.");
      for (int part = 0; part < parts.length; part++) {
        byte[] bytes = Base64.getUrlDecoder().decode(parts[part]);
        for (int at = 0; at < bytes.length; at++) {
          byte[] other = bytes.clone();
          other[at] ^= (byte) 0xff;
          String[] flipped = parts.clone();
          flipped[part] = HealthCardFixture.base64(other);
          changed++;
          if (verifier.verify(String.join(".", flipped)).certificate().isPresent()) {
            wrong.add("part " + part + " byte " + at);
          }
        }
      }
    }
    System.out.printf(
        "flipped: %d changes of %d cards of smart-health-cards, %d verified%n",
        changed, cards.size(), wrong.size());
    assertThat(cards).isNotEmpty();
    assertThat(wrong).isEmpty();
  }
}
