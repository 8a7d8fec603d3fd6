package id.simpul.health.certificate;

import static id.simpul.health.certificate.HcertFixture.CLOCK;
import static id.simpul.health.certificate.HealthCardFixture.ISSUER;
import static id.simpul.health.certificate.HealthCardFixture.base64;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonObject;
import id.simpul.health.certificate.testing.Invented;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Every byte of twenty cards changed, as a whole and in one of its bits: header, compressed payload
 * and signature. The compressed bytes themselves are signed, so that none of them is without a
 * meaning.
 */
class HealthCardFlippedTest {
  private static final int CARDS = 20;

  private final SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
  private final byte[] jwks = HealthCardFixture.jwks(HealthCardFixture.jwk(key));
  private final HealthCardVerifier verifier =
      HealthCardVerifier.of(List.of(ISSUER), any -> jwks, CLOCK);
  private final SplittableRandom random = new SplittableRandom(21);

  private List<String> cards() {
    HealthCardIssuer issuer = new HealthCardIssuer(ISSUER, key, CLOCK);
    Invented people = Invented.of(21);
    List<String> cards = new ArrayList<>();
    for (int i = 0; i < CARDS; i++) {
      PersonName name = people.content(i).name();
      JsonObject bundle =
          HealthCardFixture.json(
              """
              {"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"resource:0",
               "resource":{"resourceType":"Patient","name":[{"family":"%s","given":["%s"]}]}}]}
              """
                  .formatted(name.family(), name.given()));
      String card = issuer.issue(bundle, List.of());
      assertThat(verifier.verify(card).certificate()).isPresent();
      cards.add(card);
    }
    return cards;
  }

  @Test
  void verify_anyByteChanged_isNotValid() {
    int changed = 0;
    List<String> wrong = new ArrayList<>();
    for (String card : cards()) {
      String[] parts = card.split("\\.");
      for (int part = 0; part < parts.length; part++) {
        byte[] bytes = Base64.getUrlDecoder().decode(parts[part]);
        for (int at = 0; at < bytes.length; at++) {
          for (int mask : new int[] {0xff, 1 << random.nextInt(Byte.SIZE)}) {
            byte[] other = bytes.clone();
            other[at] ^= (byte) mask;
            String[] flipped = parts.clone();
            flipped[part] = base64(other);
            changed++;
            if (verifier.verify(String.join(".", flipped)).certificate().isPresent()) {
              wrong.add("part " + part + " byte " + at);
            }
          }
        }
      }
    }
    System.out.printf(
        "flipped: %d changes of the bytes of %d health cards, %d verified%n",
        changed, CARDS, wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(changed).isGreaterThan(CARDS * 2 * 250);
  }
}
