package id.simpul.node.internal.credential;

import id.simpul.core.value.Secret;
import id.simpul.identity.credential.HttpStatusListFetcher;
import id.simpul.identity.credential.IssuerPolicy;
import id.simpul.identity.credential.SdJwtVcVerifier;
import id.simpul.identity.credential.StatusListClient;
import id.simpul.identity.credential.StatusListVerifier;
import id.simpul.identity.credential.resident.ResidentCredential;
import id.simpul.identity.federation.LoopbackPolicy;
import id.simpul.identity.federation.TrustResolver;
import id.simpul.identity.issuance.ProofNonces;
import id.simpul.node.NodeConfig;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.Closing;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.security.StoredNonces;
import id.simpul.node.internal.store.Store;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that a node does with credentials, with the threads and connections it needs. */
public final class NodeCredentialDesks implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int WAITING = 256;

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
    StoredNonces nonces = new StoredNonces(store);
    BlockingWork work = new BlockingWork("simpul-credentials", THREADS, WAITING);
    List<Route<?, ?>> routes = new ArrayList<>();
    List<Closing.Part> closing = new ArrayList<>();
    closing.add(work::close);
    if (config.credentials().issues()) {
      Secret seal = Secret.of(HexFormat.of().formatHex(key));
      ProofNonces proofs = new ProofNonces(seal, nonces, random, config.clock());
      routes.addAll(IssuingRoutes.of(config, store.credentials(), proofs, random, work));
    }
    if (config.credentials().verifies()) {
      LoopbackPolicy loopback =
          config.insecureLoopbackAllowed()
              ? LoopbackPolicy.allowInsecureLoopbackForDevelopment()
              : LoopbackPolicy.production();
      HttpStatusListFetcher fetcher = new HttpStatusListFetcher(loopback.addresses());
      closing.add(fetcher::close);
      StatusListClient statuses =
          StatusListClient.builder(fetcher, new StatusListVerifier(config.clock()), config.clock())
              .build();
      SdJwtVcVerifier verifier =
          SdJwtVcVerifier.builder(
                  trust, issuers(config), Set.of(ResidentCredential.TYPE), config.clock())
              .statusChecker(statuses)
              .build();
      routes.addAll(VerifyingRoutes.of(config, store.requests(), nonces, verifier, random, work));
    }
    return new NodeCredentialDesks(routes, closing);
  }

  private static IssuerPolicy issuers(NodeConfig config) {
    return IssuerPolicy.listed(Map.of(ResidentCredential.TYPE, config.credentials().issuers()));
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
