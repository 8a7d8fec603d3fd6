package id.simpul.examples;

import id.simpul.core.SimpulException;
import id.simpul.core.operation.Violation;
import id.simpul.health.certificate.DidProofCheck;
import id.simpul.health.certificate.DidTrustList;
import id.simpul.health.certificate.HcertVerifier;
import id.simpul.health.certificate.HealthCardVerifier;
import id.simpul.health.certificate.PlainTrustList;
import id.simpul.health.certificate.StepOutcome;
import id.simpul.health.certificate.TrustList;
import id.simpul.health.certificate.TrustListHolder;
import id.simpul.health.certificate.Verdict;
import id.simpul.health.certificate.Verification;
import id.simpul.health.certificate.VerifiedHcert;
import id.simpul.health.certificate.VerifiedHealthCard;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
      verify-certificate [--trust FILE]... [--issuer URL=FILE]... [--max-age DAYS] CERTIFICATE...

        CERTIFICATE    HC1:..., shc:/..., a JWS, or a file: one of those as text, a
                       .smart-health-card, or a PNG or JPEG picture of a QR code;
                       several only as the chunks of one card (shc:/1/2/...)
        --trust FILE   signers of HC1: certificates: PEM, base64 lines, or a DID document
                       (its proof is not checked: get it from its publisher over TLS)
        --issuer URL=FILE
                       an issuer of health cards, and its jwks.json
        --max-age DAYS how old the oldest file of signers may be, by its time; 1 unless said

      A certificate of a positive test is invalid. Nobody is asked whether one was taken back.

      exits with 0 valid, 1 invalid, 2 cannot be verified here, 64 called wrongly
      """;

  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final long MAX_FILE_BYTES = 32L * 1024 * 1024;
  private static final String CHUNKS = "shc:/";
  private static final String JWS = "ey[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+";

  private final InstantSource clock;
  private final PrintStream out;
  private final Map<String, byte[]> issuers = new LinkedHashMap<>();
  private final TrustList.Builder trust;
  private Duration maxAge = Duration.ofDays(1);

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
      if (rest.isEmpty() || rest.peek().startsWith("--")) {
        out.print(HELP);
        return USAGE;
      }
      return rest.size() == 1 ? verify(rest.pop()) : verifyChunks(rest);
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
      trust.addAll(list(Path.of(value)));
    } else if (name.equals("--issuer") && value.contains("=")) {
      int at = value.indexOf('=');
      Path file = Path.of(value.substring(at + 1));
      issuers.put(value.substring(0, at), file(file));
      out.printf("keys of %s: of %s%n", value.substring(0, at), time(file));
    } else if (name.equals("--max-age") && value.matches("[1-9][0-9]{0,3}")) {
      maxAge = Duration.ofDays(Integer.parseInt(value));
    } else {
      throw new IllegalArgumentException("no such option: " + name);
    }
  }

  private static byte[] file(Path path) throws IOException {
    if (!Files.isRegularFile(path) || Files.size(path) > MAX_FILE_BYTES) {
      throw new IOException("no file, or too large a one: " + path.getFileName());
    }
    byte[] bytes = Files.readAllBytes(path);
    return hasMark(bytes) ? Arrays.copyOfRange(bytes, MARK.length, bytes.length) : bytes;
  }

  /** What some editors put in front of UTF-8. */
  private static boolean hasMark(byte[] bytes) {
    return bytes.length >= MARK.length
        && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
  }

  private static Instant time(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant();
  }

  /** A file is as old as its time says: nothing else tells when its source said this. */
  private TrustList list(Path path) throws IOException {
    byte[] file = file(path);
    Instant asOf = time(path);
    TrustList list;
    List<Violation> skipped;
    if (file.length > 0 && file[0] == '{') {
      DidTrustList read =
          DidTrustList.read(file, "DCC", DidProofCheck.trustingTheTransportAlone(), asOf);
      list = read.list();
      skipped = read.skipped();
    } else {
      PlainTrustList read = PlainTrustList.read(file, asOf);
      list = read.list();
      skipped = read.skipped();
    }
    out.printf("signers: %d of %s, %d passed over%n", list.size(), list.asOf(), skipped.size());
    skipped.forEach(why -> out.println("  " + why));
    return list;
  }

  private int verify(String argument) throws IOException {
    if (isFile(argument)) {
      byte[] file = file(Path.of(argument));
      if (new String(file, StandardCharsets.ISO_8859_1).contains("\"verifiableCredential\"")) {
        return ofCards(cards().verifyFile(file));
      }
    }
    String text = text(argument);
    if (text.startsWith(CHUNKS) && text.contains("\n")) {
      return verifyChunks(text.lines().filter(line -> !line.isBlank()).toList());
    }
    if (text.startsWith(CHUNKS) || text.matches(JWS)) {
      return ofCards(List.of(cards().verify(text)));
    }
    if (text.startsWith("HC1:")) {
      return ofHcert(text);
    }
    throw new IllegalArgumentException("neither a file nor HC1:, shc:/ or a JWS");
  }

  private int verifyChunks(Collection<String> arguments) throws IOException {
    List<String> chunks = new ArrayList<>();
    for (String argument : arguments) {
      String text = text(argument.strip());
      if (!text.startsWith(CHUNKS)) {
        throw new IllegalArgumentException("several certificates, which are no chunks of a card");
      }
      chunks.add(text);
    }
    return ofCards(List.of(cards().verifyChunks(chunks)));
  }

  private static String text(String argument) throws IOException {
    if (!isFile(argument)) {
      return argument;
    }
    byte[] file = file(Path.of(argument));
    return isPicture(file) ? QrReader.read(file) : new String(file, StandardCharsets.UTF_8).strip();
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
    TrustListHolder holder = new TrustListHolder(trust.build(), maxAge, clock);
    Verification<VerifiedHcert> result =
        HcertVerifier.builder(holder, clock).refusePositiveTests().build().verify(text);
    int exit = report(result);
    result
        .certificate()
        .ifPresent(verified -> CertificateLines.of(verified.content()).forEach(out::println));
    return exit;
  }

  private HealthCardVerifier cards() {
    return HealthCardVerifier.of(issuers.keySet(), this::keysOf, clock);
  }

  // Asked for those that were named alone.
  private byte[] keysOf(String issuer) {
    return Objects.requireNonNull(issuers.get(issuer), "keys").clone();
  }

  private int ofCards(List<Verification<VerifiedHealthCard>> results) {
    int worst = VALID;
    for (Verification<VerifiedHealthCard> result : results) {
      int exit = report(result);
      result.certificate().ifPresent(card -> CertificateLines.of(card).forEach(out::println));
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
    out.println("VALID (nobody was asked whether it was taken back)");
    return VALID;
  }
}
