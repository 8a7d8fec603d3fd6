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
import java.util.List;
import java.util.Set;

/**
 * Takes certificates back and publishes which. What was taken back leaves the list when everything
 * that was issued before it has ended; it is never issued again.
 */
final class RevocationDesk {
  /** For clocks that differ, and for what was being issued just then. */
  private static final Duration MARGIN = Duration.ofDays(1);

  private final CertificateStore certificates;
  private final CertificateSigners signers;
  private final KeptEdition<byte[]> list;

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

  // A batch for each signer, so that a verifier sees whom this list speaks of.
  private byte[] written(Instant now) {
    Instant from = now.minus(CertificateSigners.VALIDITY).minus(MARGIN);
    Set<RevocationHash> revoked = certificates.revokedSince(from, RevocationList.MAX_ENTRIES + 1);
    List<RevocationBatch> batches =
        signers.alive().stream()
            .map(signer ->
                new RevocationBatch(
                    Kid.of(signer),
                    CertificateDesk.COUNTRY,
                    HashType.UCI,
                    now.plus(CertificateSigners.VALIDITY),
                    revoked))
            .toList();
    return RevocationList.of(now, batches).toJson();
  }
}
