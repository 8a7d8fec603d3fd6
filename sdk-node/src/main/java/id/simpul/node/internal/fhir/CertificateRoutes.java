package id.simpul.node.internal.fhir;

import id.simpul.health.wire.CertificatesV1;
import id.simpul.health.wire.HealthCertificatesV1;
import id.simpul.identity.federation.ExpiryAlarm;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.security.Access;
import id.simpul.node.internal.security.KeyedDigest;
import id.simpul.node.internal.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes of a node that issues health certificates. */
public final class CertificateRoutes implements AutoCloseable {
  // What anybody reads is written once for all, so that a few threads answer many.
  private static final int PUBLISHING_THREADS = 2;
  private static final int READERS_WAITING = 256;

  private static final Logger LOG = LoggerFactory.getLogger(CertificateRoutes.class);

  private final CertificateSigners signers;
  private final List<Route<?, ?>> routes;
  private final BlockingWork publishing;

  private CertificateRoutes(
      CertificateSigners signers, List<Route<?, ?>> routes, BlockingWork publishing) {
    this.signers = signers;
    this.routes = routes;
    this.publishing = publishing;
  }

  /**
   * Issuing and taking back, for health workers, and for everybody the trust list with the node's
   * signers and the list of what was taken back.
   *
   * @param config what the node is, and who signs
   * @param store where records are kept, and what was issued
   * @param secret the node's own secret, the same in all its processes
   * @param work runs what waits for a caller who is known; what anybody reads has its own threads
   * @return the routes, none when nobody signs here
   * @throws id.simpul.identity.TrustException when a signer's certificate is of another key
   */
  public static CertificateRoutes open(
      NodeConfig config, Store store, byte[] secret, BlockingWork work) {
    CertificateSigners signers = new CertificateSigners(config.health(), config.clock());
    warn(signers, config.clock().instant());
    BlockingWork publishing =
        new BlockingWork("simpul-certificates", PUBLISHING_THREADS, READERS_WAITING);
    if (signers.isEmpty()) {
      return new CertificateRoutes(signers, List.of(), publishing);
    }
    KeyedDigest numbers = new KeyedDigest(secret, "id.simpul.health-certificate.v1");
    CertificateDesk desk =
        new CertificateDesk(store, signers, numbers, config.clock(), config.timeZone());
    RevocationDesk revocations = new RevocationDesk(store.certificates(), signers, config.clock());
    List<Route<?, ?>> routes =
        List.of(
            issue(desk, new Accesses(store.healthRecords().trail(), work), work),
            new Route<>(
                NodePaths.HEALTH_SIGNERS,
                CertificatesV1.GET_TRUST_LIST,
                Access.OPEN,
                (none, call) -> publishing.submit(signers::trustList)),
            new Route<>(
                NodePaths.PROFILE,
                HealthCertificatesV1.REVOKE,
                Access.HEALTH,
                (order, call) ->
                    work.submit(() -> revocations.revoke(order, call.caller().scope()))),
            new Route<>(
                NodePaths.HEALTH_REVOCATIONS,
                CertificatesV1.GET_REVOKED_CERTIFICATES,
                Access.OPEN,
                (none, call) -> publishing.submit(revocations::list)));
    return new CertificateRoutes(signers, routes, publishing);
  }

  private static Route<?, ?> issue(CertificateDesk desk, Accesses accesses, BlockingWork work) {
    return new Route<>(
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
                        made)));
  }

  private static void warn(CertificateSigners signers, Instant now) {
    signers
        .alarm()
        .filter(alarm -> alarm.state(now) != ExpiryAlarm.State.QUIET)
        .ifPresent(alarm ->
            LOG.warn(
                "{}; simpul-node rotate-keys --of health-certificates --start makes a new signer",
                alarm.toText(now)));
  }

  /**
   * What is served.
   *
   * @return the routes, possibly none
   */
  public List<Route<?, ?>> routes() {
    return routes;
  }

  /**
   * Who signs.
   *
   * @return the signers, who say for how long they can
   */
  public CertificateSigners signers() {
    return signers;
  }

  /** Takes no more readers. */
  @Override
  public void close() {
    publishing.close();
  }
}
