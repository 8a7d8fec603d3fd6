package id.simpul.node.internal.fhir;

import id.simpul.core.operation.Violation;
import id.simpul.health.certificate.Kid;
import id.simpul.health.certificate.RevocationBatch;
import id.simpul.health.certificate.RevocationBatch.HashType;
import id.simpul.health.certificate.RevocationHash;
import id.simpul.health.certificate.RevocationList;
import id.simpul.health.wire.CertificateRevocationOrder;
import id.simpul.health.wire.CertificateRevocationReceipt;
import id.simpul.node.internal.http.KeptEdition;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.store.CertificateStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes certificates back and publishes which. What was taken back leaves the list when everything
 * that was issued before it has ended; it is never issued again.
 */
final class RevocationDesk {
  /** For clocks that differ, and for what was being issued just then. */
  private static final Duration MARGIN = Duration.ofDays(1);

  /** From how many on the operator is told: four of five that a list holds. */
  static final int WARN_ENTRIES = RevocationList.MAX_ENTRIES / 5 * 4;

  private static final Logger LOG = LoggerFactory.getLogger(RevocationDesk.class);

  private final CertificateStore certificates;
  private final CertificateSigners signers;
  private final KeptEdition<byte[]> list;
  private final AtomicBoolean warned = new AtomicBoolean();

  RevocationDesk(CertificateStore certificates, CertificateSigners signers, InstantSource clock) {
    this.certificates = certificates;
    this.signers = signers;
    this.list = new KeptEdition<>((before, now) -> written(now), clock);
  }

  CertificateRevocationReceipt revoke(CertificateRevocationOrder order, String actor) {
    return certificates
        .revoke(RevocationHash.of(order.number()), actor)
        .map(at -> new CertificateRevocationReceipt(order.number(), at))
        .orElseThrow(() ->
            Refusal.of(
                404,
                Violation.NOT_FOUND,
                "/number",
                "no certificate of this number was issued here"));
  }

  /** What was taken back, at most {@link KeptEdition#LAG} ago; written by one for all. */
  byte[] list() {
    return list.current();
  }

  private byte[] written(Instant now) {
    Instant from = now.minus(CertificateSigners.VALIDITY).minus(MARGIN);
    Set<RevocationHash> revoked = certificates.revokedSince(from, RevocationList.MAX_ENTRIES + 1);
    if (isNearlyFull(revoked.size()) && warned.compareAndSet(false, true)) {
      LOG.warn(
          "{} certificates are taken back, and a list holds {}; with more there is none",
          revoked.size(),
          RevocationList.MAX_ENTRIES);
    }
    List<Kid> signed = signers.alive().stream().map(Kid::of).toList();
    return RevocationList.of(now, batches(signed, revoked, now)).toJson();
  }

  static boolean isNearlyFull(int entries) {
    return entries >= WARN_ENTRIES;
  }

  /**
   * A batch for each signer, so that a verifier sees whom this list speaks of. Whoever signed a
   * copy, its number is the same, so each batch names all; when that is too much for a list, one
   * batch of no certain signer does.
   */
  static List<RevocationBatch> batches(
      List<Kid> signers, Set<RevocationHash> revoked, Instant now) {
    boolean fits = (long) revoked.size() * signers.size() <= RevocationList.MAX_ENTRIES;
    Set<RevocationHash> each = fits ? revoked : Set.of();
    List<RevocationBatch> batches = new ArrayList<>();
    signers.forEach(signer -> batches.add(batch(signer, each, now)));
    if (!fits) {
      batches.add(batch(null, revoked, now));
    }
    return batches;
  }

  private static RevocationBatch batch(
      @Nullable Kid signer, Set<RevocationHash> revoked, Instant now) {
    return new RevocationBatch(
        signer,
        CertificateDesk.COUNTRY,
        HashType.UCI,
        now.plus(CertificateSigners.VALIDITY),
        revoked);
  }
}
