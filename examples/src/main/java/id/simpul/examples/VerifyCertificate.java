package id.simpul.examples;

import id.simpul.core.SimpulException;
import id.simpul.health.certificate.DidProofCheck;
import id.simpul.health.certificate.DidTrustList;
import id.simpul.health.certificate.HcertContent;
import id.simpul.health.certificate.HcertVerifier;
import id.simpul.health.certificate.HealthCardVerifier;
import id.simpul.health.certificate.PlainTrustList;
import id.simpul.health.certificate.StepOutcome;
import id.simpul.health.certificate.TrustList;
import id.simpul.health.certificate.TrustListHolder;
import id.simpul.health.certificate.Verdict;
import id.simpul.health.certificate.Verification;
import id.simpul.health.certificate.VerifiedHcert;
import id.simpul.health.certificate.qr.QrReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Verifies a health certificate: text, file or picture in, steps and one verdict out. */
public final class VerifyCertificate {
  /** It is what it says. */
  static final int VALID = 0;

  /** It must not be accepted. */
  static final int INVALID = 1;

  /** Nobody can say, here and now. */
  static final int UNVERIFIABLE = 2;

  /** The command was called wrongly. */
  static final int USAGE = 64;

  private static final String HELP =
      """
      verify-certificate [--trust FILE]... [--issuer URL=FILE]... CERTIFICATE

        CERTIFICATE    HC1:..., shc:/..., a JWS, or a file: one of those as text, a
                       .smart-health-card, or a PNG or JPEG picture of a QR code
        --trust FILE   signers of HC1: certificates: PEM, base64 lines, or a DID document
                       (its proof is not checked: get it from its publisher over TLS)
        --issuer URL=FILE
                       an issuer of health cards, and its jwks.json

      exits with 0 valid, 1 invalid, 2 cannot be verified here, 64 called wrongly
      """;

  private static final long MAX_FILE_BYTES = 32L * 1024 * 1024;
  private static final Duration MAX_AGE = Duration.ofDays(1);

  private final InstantSource clock;
  private final PrintStream out;
  private final Map<String, byte[]> issuers = new LinkedHashMap<>();
  private final TrustList.Builder trust;

  VerifyCertificate(InstantSource clock, PrintStream out) {
    this.clock = clock;
    this.out = out;
    this.trust = TrustList.asOf(clock.instant());
  }

  /**
   * Verifies it, and exits.
   *
   * @param args as the help says
   */
  public static void main(String[] args) {
    System.exit(new VerifyCertificate(InstantSource.system(), System.out).run(List.of(args)));
  }

  int run(List<String> args) {
    try {
      Deque<String> rest = new ArrayDeque<>(args);
      while (rest.size() > 1 && rest.peek().startsWith("--")) {
        option(rest.pop(), rest.pop());
      }
      if (rest.size() != 1 || rest.peek().startsWith("--")) {
        out.print(HELP);
        return USAGE;
      }
      return verify(rest.pop());
    } catch (SimpulException e) {
      out.println("verify-certificate: " + e.getMessage());
      return USAGE;
    } catch (IOException | IllegalArgumentException e) {
      out.println("verify-certificate: " + e.getMessage() + "\n\n" + HELP);
      return USAGE;
    }
  }

  private void option(String name, String value) throws IOException {
    if (name.equals("--trust")) {
      trust.addAll(list(file(Path.of(value))));
    } else if (name.equals("--issuer") && value.contains("=")) {
      int at = value.indexOf('=');
      issuers.put(value.substring(0, at), file(Path.of(value.substring(at + 1))));
    } else {
      throw new IllegalArgumentException("no such option: " + name);
    }
  }

  private static byte[] file(Path path) throws IOException {
    if (!Files.isRegularFile(path) || Files.size(path) > MAX_FILE_BYTES) {
      throw new IOException("no file, or too large a one: " + path.getFileName());
    }
    return Files.readAllBytes(path);
  }

  private TrustList list(byte[] file) {
    Instant now = clock.instant();
    return file.length > 0 && file[0] == '{'
        ? DidTrustList.read(file, "DCC", DidProofCheck.trustingTheTransportAlone(), now).list()
        : PlainTrustList.read(file, now).list();
  }

  private int verify(String argument) throws IOException {
    String text = argument;
    if (isFile(argument)) {
      byte[] file = file(Path.of(argument));
      if (isPicture(file)) {
        text = QrReader.read(file);
      } else if (file.length > 0 && file[0] == '{') {
        return ofCards(cards().verifyFile(file));
      } else {
        text = new String(file, StandardCharsets.UTF_8).strip();
      }
    }
    return text.startsWith("shc:/") || text.startsWith("ey")
        ? ofCards(List.of(cards().verify(text)))
        : ofHcert(text);
  }

  private static boolean isFile(String argument) {
    try {
      return !argument.startsWith("HC1:") && Files.isRegularFile(Path.of(argument));
    } catch (InvalidPathException e) {
      return false; // characters no path has
    }
  }

  /** PNG and JPEG begin with bytes no text begins with. */
  private static boolean isPicture(byte[] file) {
    return file.length > 2 && (file[0] == (byte) 0x89 || file[0] == (byte) 0xff);
  }

  private int ofHcert(String text) {
    TrustListHolder holder = new TrustListHolder(trust.build(), MAX_AGE, clock);
    Verification<VerifiedHcert> result = HcertVerifier.builder(holder, clock).build().verify(text);
    int exit = report(result);
    result.certificate().map(VerifiedHcert::content).ifPresent(this::show);
    return exit;
  }

  private void show(HcertContent content) {
    out.printf(
        "  name           %s %s (%s %s)%n",
        content.name().given(),
        content.name().family(),
        content.name().standardisedGiven(),
        content.name().standardisedFamily());
    out.printf("  date of birth  %s%n", content.dateOfBirth());
    out.printf("  says           %s of %s%n", content.event().kind(), content.event().disease());
  }

  private HealthCardVerifier cards() {
    return HealthCardVerifier.of(issuers.keySet(), this::keysOf, clock);
  }

  // Asked for those that were named alone.
  private byte[] keysOf(String issuer) {
    return Objects.requireNonNull(issuers.get(issuer), "keys").clone();
  }

  private int ofCards(List<? extends Verification<?>> results) {
    int worst = VALID;
    for (Verification<?> result : results) {
      int exit = report(result);
      // An invalid card outweighs one that nobody can judge.
      worst = exit == INVALID || worst == INVALID ? INVALID : Math.max(exit, worst);
    }
    return worst;
  }

  private int report(Verification<?> result) {
    for (StepOutcome step : result.steps()) {
      String why =
          step.code()
              .map(code -> ": " + code.text() + " (" + code + ")")
              .or(() -> step.missing().map(missing -> ": missing is " + missing))
              .orElse("");
      out.printf("  %-12s %s%s%n", step.step(), step.status(), why);
      step.violations().forEach(violation -> out.printf("  %-12s - %s%n", "", violation));
    }
    result.warnings().forEach(warning -> out.println("  warning: " + warning));
    Verdict<?> verdict = result.verdict();
    if (verdict instanceof Verdict.Invalid<?> invalid) {
      out.println("INVALID: " + invalid.code().text());
      return INVALID;
    } else if (verdict instanceof Verdict.Unverifiable<?> unverifiable) {
      out.println("CANNOT BE VERIFIED: missing is " + unverifiable.reason());
      return UNVERIFIABLE;
    }
    out.println("VALID");
    return VALID;
  }
}
