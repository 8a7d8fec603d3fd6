package id.simpul.node.internal.fhir;

import id.simpul.health.wire.CertificatesV1;
import id.simpul.health.wire.HealthCertificatesV1;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodeHealth;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.security.Access;
import id.simpul.node.internal.security.KeyedDigest;
import id.simpul.node.internal.store.FhirStore;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The routes of a node that issues health certificates. */
public final class CertificateRoutes {
  private CertificateRoutes() {}

  /**
   * Issuing, for health workers, and the trust list with the node's signer, for everybody.
   *
   * @param config what the node is
   * @param store where records are kept
   * @param secret the node's own secret, the same in all its processes
   * @param work runs what waits
   * @return the routes, none when nobody signs here
   */
  public static List<Route<?, ?>> of(
      NodeConfig config, FhirStore store, byte[] secret, BlockingWork work) {
    Optional<NodeHealth.Signer> signer = config.health().signer();
    if (signer.isEmpty()) {
      return List.of();
    }
    KeyedDigest numbers = new KeyedDigest(secret, "id.simpul.health-certificate.v1");
    CertificateDesk desk =
        new CertificateDesk(store, signer.get(), numbers, config.clock(), config.timeZone());
    byte[] list = trustList(signer.get().certificate());
    return List.of(
        new Route<>(
            NodePaths.PROFILE,
            HealthCertificatesV1.ISSUE,
            Access.HEALTH,
            (order, call) -> work.submit(() -> desk.issue(order))),
        new Route<>(
            NodePaths.HEALTH_SIGNERS,
            CertificatesV1.GET_TRUST_LIST,
            Access.OPEN,
            (none, call) -> CompletableFuture.completedFuture(list)));
  }

  /** A plain list, as {@code PlainTrustList} reads it: PEM (RFC 7468, section 5). */
  private static byte[] trustList(X509Certificate certificate) {
    try {
      String base64 =
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
      return ("-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n")
          .getBytes(StandardCharsets.US_ASCII);
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("A certificate that was read can be encoded", e);
    }
  }
}
