package id.simpul.health.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.health.certificate.StepOutcome.Status;
import id.simpul.health.certificate.testing.Vectors;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The EU's test data: each file is verified with its own certificate at its own time, and each of
 * its labels is compared with the step it speaks of.
 */
@Tag("vectors")
class HcertVectorsTest {
  private static final String DEVIATIONS = "/vectors/hcert-deviations.tsv";

  /** Which steps must have passed when a label says true, and one of which has not when false. */
  private static final Map<String, List<CertificateStep>> LABELS = labels();

  private static Map<String, List<CertificateStep>> labels() {
    Map<String, List<CertificateStep>> labels = new LinkedHashMap<>();
    labels.put("EXPECTEDUNPREFIX", List.of(CertificateStep.PREFIX));
    labels.put("EXPECTEDB45DECODE", List.of(CertificateStep.ENCODING));
    labels.put("EXPECTEDCOMPRESSION", List.of(CertificateStep.INFLATE));
    labels.put("EXPECTEDDECODE", List.of(CertificateStep.MESSAGE));
    labels.put("EXPECTEDVERIFY", List.of(CertificateStep.KEY, CertificateStep.SIGNATURE));
    labels.put("EXPECTEDVALIDJSON", List.of(CertificateStep.CLAIMS));
    labels.put("EXPECTEDVALIDOBJECT", List.of(CertificateStep.CLAIMS));
    labels.put("EXPECTEDSCHEMAVALIDATION", List.of(CertificateStep.PAYLOAD));
    labels.put("EXPECTEDEXPIRATIONCHECK", List.of(CertificateStep.TIMES));
    labels.put("EXPTECTEDEXPIRED", List.of(CertificateStep.TIMES));
    labels.put("EXPECTEDKEYUSAGE", List.of(CertificateStep.USAGE));
    // A label of the whole, which is what is asked of every file anyway.
    labels.put("EXPECTEDRESULTS", List.of());
    // The corpus holds no pictures, and what they show as text.
    labels.put("EXPECTEDPICTUREDECODE", List.of());
    // How a wallet would write the claims; ours are in the one deterministic form.
    labels.put("EXPECTEDENCODE", List.of());
    return labels;
  }

  @Test
  void verify_testDataOfTheEu_agrees() {
    Vectors vectors = Vectors.of("hcert-dgc", DEVIATIONS);
    Path folder = Vectors.folder("hcert-dgc");
    int labels = 0;
    for (Path file : Vectors.files(folder, ".json")) {
      String name =
          folder.relativize(file).toString().replace('\\', '/').replace("/2DCode/raw", "");
      JsonObject test = (JsonObject) Vectors.json(file);
      Map<String, JsonValue> expected = object(test, "EXPECTEDRESULTS").members();
      assertThat(LABELS.keySet()).as(name).containsAll(expected.keySet());
      for (String label : expected.keySet()) {
        labels += LABELS.get(label).isEmpty() ? 0 : 1;
      }
      boolean valid = !expected.containsValue(JsonBoolean.FALSE);
      vectors.judge(name, valid, difference(test, expected, valid));
    }
    System.out.printf("hcert-dgc: %d labels compared with their steps%n", labels);
    vectors.finish();
  }

  /** Polish negatives with a country, a manufacturer and a device that are on no list. */
  @Test
  void verify_unknownCodesOfTheEu_areRefusedOnRequest() {
    Path folder = Vectors.folder("hcert-dgc").resolve("PL");
    int refused = 0;
    for (Path file : Vectors.files(folder, ".json")) {
      JsonObject test = (JsonObject) Vectors.json(file);
      if (object(test, "EXPECTEDRESULTS")
          .get("EXPECTEDSCHEMAVALIDATION")
          .filter(JsonBoolean.FALSE::equals)
          .isPresent()) {
        ValueSets withDevices = ValueSets.standard().with("t/ma", Set.of("1232", "1304", "345"));
        Verification<VerifiedHcert> result =
            verify(test, verifier -> verifier.valueSets(withDevices).refuseUnknownCodes());
        assertThat(result.verdict())
            .isEqualTo(new Verdict.Invalid<>(CertificateStep.PAYLOAD, CheckCode.UNKNOWN_CODE));
        refused++;
      }
    }
    System.out.printf("hcert-dgc: %d files with unknown codes refused on request%n", refused);
    assertThat(refused).isPositive();
  }

  private static String difference(
      JsonObject test, Map<String, JsonValue> expected, boolean valid) {
    Verification<VerifiedHcert> result = verify(test, verifier -> verifier);
    List<String> wrong = new ArrayList<>();
    expected.forEach((label, value) -> {
      boolean passed =
          LABELS.get(label).stream()
              .allMatch(step -> result.step(step).orElseThrow().status() == Status.PASSED);
      if (passed != value.equals(JsonBoolean.TRUE)) {
        wrong.add(label + " is " + passed);
      }
    });
    boolean accepted = result.certificate().isPresent();
    if (accepted != valid) {
      wrong.add(result.toString());
    }
    return String.join(", ", wrong);
  }

  private static Verification<VerifiedHcert> verify(
      JsonObject test, UnaryOperator<HcertVerifier.Builder> options) {
    JsonObject context = object(test, "TESTCTX");
    X509Certificate certificate =
        SignerCertificates.read(Base64.getDecoder().decode(text(context, "CERTIFICATE")));
    Instant now = instant(text(context, "VALIDATIONCLOCK"));
    InstantSource clock = InstantSource.fixed(now);
    TrustListHolder trust =
        new TrustListHolder(
            TrustList.asOf(now).add(certificate).build(), Duration.ofDays(1), clock);
    return options.apply(HcertVerifier.builder(trust, clock)).build().verify(text(test, "PREFIX"));
  }

  /** Some clocks have no zone, or one in another form. */
  private static Instant instant(String clock) {
    String zoned = clock.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    return zoned.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")
        ? OffsetDateTime.parse(zoned).toInstant()
        : LocalDateTime.parse(clock).toInstant(ZoneOffset.UTC);
  }

  private static JsonObject object(JsonObject parent, String name) {
    return (JsonObject) parent.get(name).orElseThrow();
  }

  private static String text(JsonObject parent, String name) {
    return ((JsonString) parent.get(name).orElseThrow()).value();
  }
}
