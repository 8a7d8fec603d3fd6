package id.simpul.node.internal.fhir;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import id.simpul.health.certificate.HcertIssuer;
import id.simpul.health.certificate.HcertVerifier;
import id.simpul.health.certificate.Kid;
import id.simpul.health.certificate.TrustList;
import id.simpul.identity.federation.ExpiryAlarm;
import id.simpul.node.NodeHealth;
import id.simpul.node.internal.http.PlainResource;
import id.simpul.node.internal.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who signs health certificates, one after the other, and whom verifiers trust: everybody whose
 * certificates may still be alive. A certificate is good no longer than its signer's, so a signer
 * stops long before its own ends. Says at {@code /health/certificates} for how long there is one
 * who can sign. Thread-safe.
 */
public final class CertificateSigners implements PlainResource {
  /** How long a certificate is good. */
  public static final Duration VALIDITY = Duration.ofDays(365);

  /** How long before nobody can sign any more this is said. */
  public static final Duration WARN_BEFORE = Duration.ofDays(90);

  private static final String PATH = "/health/certificates";

  /** A signer with what issues in its name, and the time in which it does. */
  record Issuing(NodeHealth.Signer signer, HcertIssuer issuer, Instant from, Instant until) {
    static Issuing of(NodeHealth.Signer signer, InstantSource clock) {
      X509Certificate certificate = signer.certificate();
      return new Issuing(
          signer,
          new HcertIssuer(signer.key(), certificate, clock),
          certificate.getNotBefore().toInstant(),
          certificate.getNotAfter().toInstant().minus(VALIDITY).minus(HcertVerifier.LEEWAY));
    }

    boolean canSign(Instant now) {
      return !now.isBefore(from) && now.isBefore(until);
    }
  }

  private final List<Issuing> signers;
  private final List<X509Certificate> trusted;
  private final InstantSource clock;

  /**
   * The signers of a node.
   *
   * @param health what the node does with health records
   * @param clock says who signs now
   * @throws id.simpul.identity.TrustException when a signer's certificate is of another key
   */
  public CertificateSigners(NodeHealth health, InstantSource clock) {
    this.clock = clock;
    signers = health.signers().stream().map(signer -> Issuing.of(signer, clock)).toList();
    trusted =
        Stream.concat(
                health.signers().stream().map(NodeHealth.Signer::certificate),
                health.formerSigners().stream())
            .distinct()
            .toList();
  }

  boolean isEmpty() {
    return signers.isEmpty();
  }

  /** Who signs now: of those who can, the one whose certificate began last. */
  Issuing current() {
    Instant now = clock.instant();
    return at(now)
        .orElseThrow(() ->
            Refusal.of(
                503,
                Violation.UNSUPPORTED,
                "signer",
                "the signer of this node does not last as long as a certificate; its operator"
                    + " makes a new one"));
  }

  /**
   * Who signs now: of those whose certificates outlast one that is issued now, the one whose
   * certificate began last.
   *
   * @return its certificate, or empty when nobody can sign
   */
  public Optional<X509Certificate> signing() {
    return at(clock.instant()).map(issuing -> issuing.signer().certificate());
  }

  private Optional<Issuing> at(Instant now) {
    return signers.stream()
        .filter(signer -> signer.canSign(now))
        .max(Comparator.comparing(Issuing::from).thenComparing(Issuing::until));
  }

  /** Those whose certificates may still be alive, and those who will sign. */
  TrustList trusted() {
    TrustList.Builder list = TrustList.asOf(clock.instant());
    alive().forEach(list::add);
    return list.build();
  }

  /** The certificates of those whom verifiers trust now. */
  List<X509Certificate> alive() {
    Instant earliest = clock.instant().minus(HcertVerifier.LEEWAY);
    return trusted.stream()
        .filter(signer -> signer.getNotAfter().toInstant().isAfter(earliest))
        .toList();
  }

  /** The same as a plain list, as {@code PlainTrustList} reads it: PEM (RFC 7468, section 5). */
  byte[] trustList() {
    List<X509Certificate> alive = alive();
    if (alive.isEmpty()) {
      throw Refusal.of(404, Violation.NOT_FOUND, "signers", "no signer's certificate is valid");
    }
    StringBuilder pem = new StringBuilder();
    alive.forEach(signer -> pem.append(pem(signer)));
    return pem.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static String pem(X509Certificate certificate) {
    try {
      String base64 =
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("A certificate that was read can be encoded", e);
    }
  }

  /**
   * Until when there is somebody who can sign, one after the other.
   *
   * @return the alarm, empty when nobody signs here
   */
  public Optional<ExpiryAlarm> alarm() {
    if (isEmpty()) {
      return Optional.empty();
    }
    Instant until = clock.instant();
    for (Optional<Issuing> next = at(until); next.isPresent(); next = at(until)) {
      until = next.get().until();
    }
    return Optional.of(new ExpiryAlarm("the signing of health certificates", until, WARN_BEFORE));
  }

  @Override
  public Optional<Document> find(String path) {
    return path.equals(PATH)
        ? alarm().map(alarm -> new Document(200, "application/json", Json.toBytes(health(alarm))))
        : Optional.empty();
  }

  private JsonObject health(ExpiryAlarm alarm) {
    Instant now = clock.instant();
    Optional<Issuing> current = at(now);
    List<JsonValue> list = new ArrayList<>();
    for (Issuing signer : signers) {
      list.add(
          JsonObject.builder()
              .put("kid", Kid.of(signer.signer().certificate()).toString())
              .put("signs", JsonBoolean.of(current.equals(Optional.of(signer))))
              .put("from", signer.from().toString())
              .put("until", signer.until().toString())
              .build());
    }
    return JsonObject.builder()
        .put("status", alarm.state(now).name().toLowerCase(Locale.ROOT))
        .put("until", alarm.expiresAt().toString())
        .put("signers", new JsonArray(list))
        .build();
  }

  @Override
  public String toString() {
    return signers.size() + " signers of health certificates";
  }
}
