package id.simpul.node.internal.credential;

import id.simpul.core.value.Secret;
import id.simpul.identity.credential.HttpStatusListFetcher;
import id.simpul.identity.credential.SdJwtVcVerifier;
import id.simpul.identity.credential.StatusListClient;
import id.simpul.identity.credential.StatusListVerifier;
import id.simpul.identity.credential.resident.ResidentCredential;
import id.simpul.identity.federation.LoopbackPolicy;
import id.simpul.identity.federation.TrustResolver;
import id.simpul.identity.issuance.ProofNonces;
import id.simpul.identity.presentation.PresentationDesk;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.Closing;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.security.StoredNonces;
import id.simpul.node.internal.store.Store;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** All that a node does with credentials, with the threads and connections it needs. */
public final class NodeCredentialDesks implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int WAITING = 256;
  private static final int PRESENTATIONS_WAITING = 64;

  private final List<Route<?, ?>> routes;
  private final List<Closing.Part> closing;

  private NodeCredentialDesks(List<Route<?, ?>> routes, List<Closing.Part> closing) {
    this.routes = List.copyOf(routes);
    this.closing = List.copyOf(closing);
  }

  /**
   * Opens the desks the configuration asks for.
   *
   * @param config what the node does
   * @param trust whom the node trusts, by pinning and by chains
   * @param store where things are remembered
   * @param key the node's own secret, the same in all its processes
   * @param random a strong source
   * @return the desks, without routes and threads when nothing is asked for
   */
  public static NodeCredentialDesks open(
      NodeConfig config, TrustResolver trust, Store store, byte[] key, SecureRandom random) {
    if (!config.credentials().any()) {
      return new NodeCredentialDesks(List.of(), List.of());
    }
    BlockingWork work = new BlockingWork("simpul-credentials", THREADS, WAITING);
    List<Route<?, ?>> routes = new ArrayList<>();
    List<Closing.Part> closing = new ArrayList<>();
    closing.add(work::close);
    if (config.credentials().issues()) {
      Secret seal = Secret.of(HexFormat.of().formatHex(key));
      ProofNonces proofs = new ProofNonces(seal, new StoredNonces(store), random, config.clock());
      routes.addAll(IssuingRoutes.of(config, store.credentials(), proofs, random, work));
    }
    if (config.credentials().verifies()) {
      // Lists and chains of others may take seconds; no wallet that collects waits behind them.
      BlockingWork waiting =
          new BlockingWork("simpul-presentations", THREADS, PRESENTATIONS_WAITING);
      closing.add(waiting::close);
      PresentationDesk desk =
          PresentationDesk.builder(
                  URI.create(config.baseUrl() + NodePaths.PRESENTATIONS),
                  store.requests(),
                  config.clock())
              .random(random)
              .build(verifier(config, trust, closing));
      routes.addAll(
          VerifyingRoutes.of(
              store.requests(), desk, config.clock(), new VerifyingRoutes.Threads(work, waiting)));
    }
    return new NodeCredentialDesks(routes, closing);
  }

  private static SdJwtVcVerifier verifier(
      NodeConfig config, TrustResolver trust, List<Closing.Part> closing) {
    LoopbackPolicy loopback =
        config.insecureLoopbackAllowed()
            ? LoopbackPolicy.allowInsecureLoopbackForDevelopment()
            : LoopbackPolicy.production();
    HttpStatusListFetcher fetcher = new HttpStatusListFetcher(loopback.addresses());
    closing.add(fetcher::close);
    StatusListClient statuses =
        StatusListClient.builder(fetcher, new StatusListVerifier(config.clock()), config.clock())
            .build();
    return SdJwtVcVerifier.builder(
            trust,
            new OwnResidents(config.credentials()),
            Set.of(ResidentCredential.TYPE),
            config.clock())
        .statusChecker(statuses)
        .build();
  }

  /**
   * What is served.
   *
   * @return the routes, possibly none
   */
  public List<Route<?, ?>> routes() {
    return routes;
  }

  @Override
  public void close() {
    Closing.inOrder(closing.toArray(Closing.Part[]::new));
  }
}
