package id.simpul.node.internal.fhir;

import id.simpul.health.wire.CertificatesV1;
import id.simpul.health.wire.HealthCertificatesV1;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.security.Access;
import id.simpul.node.internal.security.KeyedDigest;
import id.simpul.node.internal.store.Store;
import java.util.List;
import java.util.Map;

/** The routes of a node that issues health certificates. */
public final class CertificateRoutes {
  private CertificateRoutes() {}

  /**
   * Issuing and taking back, for health workers, and for everybody the trust list with the node's
   * signers and the list of what was taken back.
   *
   * @param config what the node is
   * @param signers who signs
   * @param store where records are kept, and what was issued
   * @param secret the node's own secret, the same in all its processes
   * @param work runs what waits
   * @return the routes, none when nobody signs here
   */
  public static List<Route<?, ?>> of(
      NodeConfig config,
      CertificateSigners signers,
      Store store,
      byte[] secret,
      BlockingWork work) {
    if (signers.isEmpty()) {
      return List.of();
    }
    KeyedDigest numbers = new KeyedDigest(secret, "id.simpul.health-certificate.v1");
    CertificateDesk desk =
        new CertificateDesk(store, signers, numbers, config.clock(), config.timeZone());
    RevocationDesk revocations = new RevocationDesk(store.certificates(), signers, config.clock());
    Accesses accesses = new Accesses(store.healthRecords().trail(), work);
    return List.of(
        new Route<>(
            NodePaths.PROFILE,
            HealthCertificatesV1.ISSUE,
            Access.HEALTH,
            (order, call) ->
                work.submit(() -> desk.issue(order, call.caller().scope()))
                    .thenCompose(made ->
                        accesses.traced(
                            call,
                            HealthCertificatesV1.ISSUE,
                            "Immunization",
                            Map.of(order.immunization(), 1L),
                            made))),
        new Route<>(
            NodePaths.HEALTH_SIGNERS,
            CertificatesV1.GET_TRUST_LIST,
            Access.OPEN,
            (none, call) -> work.submit(signers::trustList)),
        new Route<>(
            NodePaths.PROFILE,
            HealthCertificatesV1.REVOKE,
            Access.HEALTH,
            (order, call) -> work.submit(() -> revocations.revoke(order, call.caller().scope()))),
        new Route<>(
            NodePaths.HEALTH_REVOCATIONS,
            CertificatesV1.GET_REVOKED_CERTIFICATES,
            Access.OPEN,
            (none, call) -> work.submit(revocations::list)));
  }
}
