package id.simpul.node.internal.federation;

import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Violation;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.federation.EntityTypes;
import id.simpul.identity.wire.FederationV1;
import id.simpul.identity.wire.SubordinateQuery;
import id.simpul.node.ConfigException;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.security.Access;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Binds the operations of the federation to the node's own entity. */
public final class FederationRoutes {
  private static final String RETRY_SECONDS = "60";

  private final FederationEntity entity;
  private final BlockingWork work;

  private FederationRoutes(FederationEntity entity, BlockingWork work) {
    this.entity = entity;
    this.work = work;
  }

  /**
   * The routes of a node.
   *
   * @param entity what it says
   * @param authority whether it speaks for others
   * @param work where files are read and statements signed
   * @return the routes
   */
  public static List<Route<?, ?>> of(
      FederationEntity entity, boolean authority, BlockingWork work) {
    FederationRoutes r = new FederationRoutes(entity, work);
    List<Route<?, ?>> routes = new ArrayList<>();
    routes.add(r.route("", FederationV1.GET_CONFIGURATION, none -> entity.configuration()));
    routes.add(
        r.route(
            NodePaths.FEDERATION_HISTORICAL_KEYS,
            FederationV1.GET_HISTORICAL_KEYS,
            none -> entity.historicalKeys()));
    if (authority) {
      routes.add(r.route(NodePaths.FEDERATION_FETCH, FederationV1.FETCH_STATEMENT, r::fetch));
      routes.add(r.route(NodePaths.FEDERATION_LIST, FederationV1.LIST_SUBORDINATES, r::list));
    }
    return List.copyOf(routes);
  }

  private <I, O> Route<I, O> route(String path, Operation<I, O> operation, Function<I, O> answer) {
    return new Route<>(
        path, operation, Access.OPEN, (input, call) -> work.submit(() -> signed(answer, input)));
  }

  // That the node cannot sign is its own trouble, and no word against whoever asks. The log has it
  // from the book and the keeper, once and not for each who asks.
  private static <I, O> O signed(Function<I, O> answer, I input) {
    try {
      return answer.apply(input);
    } catch (TrustException | ConfigException e) {
      throw Refusal.of(503, Violation.BUSY, "node", "the node cannot sign this now")
          .with("Retry-After", RETRY_SECONDS);
    }
  }

  private String fetch(EntityId subject) {
    return entity
        .statement(subject)
        .orElseThrow(() ->
            Refusal.of(404, Violation.NOT_FOUND, "sub", "this node says nothing of that entity"));
  }

  private List<EntityId> list(SubordinateQuery query) {
    if (query.trustMarked() || query.trustMarkType() != null) {
      throw Refusal.of(
          400, Violation.UNSUPPORTED, "trust_marked", "this node knows nothing of trust marks");
    }
    return entity.subordinates().stream()
        .filter(r -> types(r).containsAll(query.entityTypes()))
        .filter(r -> r.intermediate() || !query.intermediate())
        .map(SubordinateRecord::entity)
        .toList();
  }

  // Whoever stands below somebody is a federation entity, without asking for it.
  private static Set<String> types(SubordinateRecord record) {
    Set<String> types = new HashSet<>(record.entityTypes());
    types.add(EntityTypes.FEDERATION_ENTITY);
    return types;
  }
}
