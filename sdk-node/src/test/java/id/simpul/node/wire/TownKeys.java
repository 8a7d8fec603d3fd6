package id.simpul.node.wire;

import id.simpul.core.value.Secret;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SignerCertificate;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.node.NodeHealth;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/** Keys that standards have published; nobody can take them for secrets. */
final class TownKeys {
  private static final String OFFICE = "Dinas Kesehatan Jambi";

  /** RFC 8037, appendix A: signs messages. */
  static final SigningKey NODE =
      key(
          "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
          "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");

  /** RFC 8032, section 7.1, test 2: signs statements. */
  static final SigningKey FEDERATION =
      key(
          "TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs",
          "PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw");

  /** RFC 8032, section 7.1, test 3: whoever is not the node, such as a wallet. */
  static final SigningKey OTHERS =
      key(
          "xaqN9D-fg3vtt0QvMdy3sWbThTUHbwlLhc46LgtEWPc",
          "_FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgCU");

  /** RFC 8032, section 7.1, test 1024: signs credentials. */
  static final SigningKey CREDENTIALS =
      key(
          "9eV2fPFTMZUXYw8iaHa4bIFgzFg7wBN0TGvyVfXMDuU",
          "J4EX_BRMcjQPZ9DyMW6Dhs7_vyskKMnFH-98WX8dQm4");

  private TownKeys() {}

  private static SigningKey key(String secret, String open) {
    return SigningKeys.parse(
        Secret.of(
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"%s\",\"x\":\"%s\"}"
                .formatted(secret, open)));
  }

  /** Who signs health certificates: a key of its own in each run, for each signature differs. */
  static NodeHealth.Signer healthSigner() {
    SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
    Instant from = TownNode.NOW.minus(Duration.ofDays(1));
    return new NodeHealth.Signer(
        key, SignerCertificate.selfSigned(key, "ID", OFFICE, from, Duration.ofDays(900)), OFFICE);
  }
}
