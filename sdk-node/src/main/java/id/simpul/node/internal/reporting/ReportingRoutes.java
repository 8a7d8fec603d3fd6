package id.simpul.node.internal.reporting;

import id.simpul.core.operation.Operation;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.Violation;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.CallContext;
import id.simpul.node.internal.http.Handler;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.security.Access;
import id.simpul.node.internal.store.OpaqueIds;
import id.simpul.node.internal.store.Store;
import id.simpul.reporting.Discovery;
import id.simpul.reporting.Endpoint;
import id.simpul.reporting.Report;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportToken;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.ServiceDefinition;
import id.simpul.reporting.TokenAnswer;
import id.simpul.reporting.wire.GeoReportV2;
import id.simpul.reporting.wire.ReportLookup;
import id.simpul.reporting.wire.Scoped;
import id.simpul.reporting.wire.SimpulReportsV1;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Binds the operations of reporting to those who carry them out. */
public final class ReportingRoutes {
  private final NodeConfig config;
  private final Desk desk;
  private final ReportReader reader;
  private final BlockingWork work;
  private final List<Route<?, ?>> routes = new ArrayList<>();

  private ReportingRoutes(NodeConfig config, Store store, BlockingWork work) {
    this.config = config;
    this.work = work;
    this.desk =
        new Desk(
            store,
            new ServiceCatalogue(config.services()),
            new Jurisdiction(config.region().code()),
            config.timeZone(),
            config.clock());
    this.reader = new ReportReader(store, desk.catalogue(), config.timeZone(), config.clock());
  }

  /**
   * The routes of a node.
   *
   * @param config what the operator allows
   * @param store where reports are
   * @param work where reading waits
   * @return the routes
   */
  public static List<Route<?, ?>> of(NodeConfig config, Store store, BlockingWork work) {
    ReportingRoutes r = new ReportingRoutes(config, store, work);
    r.addReading();
    r.addSubmitting(new ReportIds(config.region(), new OpaqueIds(config.clock())));
    return List.copyOf(r.routes);
  }

  private void addReading() {
    Discovery discovery = discovery();
    routes.add(
        new Route<>(
            NodePaths.GEOREPORT,
            GeoReportV2.DISCOVERY,
            Access.OPEN,
            (none, call) -> now(discovery)));
    read(GeoReportV2.LIST_SERVICES, query -> now(desk.catalogue().services()));
    read(GeoReportV2.GET_SERVICE_DEFINITION, code -> now(definition(code)));
    read(GeoReportV2.LIST_REPORTS, query -> work.submit(() -> reader.list(query)));
    read(GeoReportV2.GET_REPORT, lookup -> work.submit(() -> report(lookup)));
    read(GeoReportV2.GET_TOKEN, token -> work.submit(() -> token(token)));
  }

  private void addSubmitting(ReportIds ids) {
    routes.add(
        new Route<>(
            NodePaths.GEOREPORT,
            GeoReportV2.CREATE_REPORT,
            Access.REPORTER,
            new SubmitHandler(desk, ids, new Receipts(desk.store(), work))));
    routes.add(
        new Route<>(
            NodePaths.PROFILE,
            SimpulReportsV1.ADVANCE,
            Access.OFFICER,
            new AdvanceHandler(desk, reader, work)));
  }

  private <I, O> void read(
      Operation<Scoped<I>, O> operation, Function<I, CompletionStage<O>> answer) {
    Access access = config.openReading() ? Access.OPEN : Access.REPORTER;
    routes.add(
        new Route<>(
            NodePaths.GEOREPORT,
            operation,
            access,
            new ReadHandler<>(desk.jurisdiction(), answer)));
  }

  /** Checks the jurisdiction, then reads. */
  private record ReadHandler<I, O>(
      Jurisdiction jurisdiction, Function<I, CompletionStage<O>> answer)
      implements Handler<Scoped<I>, O> {
    @Override
    public List<Violation> inspect(RequestParts parts) {
      return jurisdiction.check(parts);
    }

    @Override
    public CompletionStage<O> handle(Scoped<I> input, CallContext call) {
      return answer.apply(input.value());
    }
  }

  private static <T> CompletionStage<T> now(T value) {
    return CompletableFuture.completedFuture(value);
  }

  private Discovery discovery() {
    String changeset =
        config
            .clock()
            .instant()
            .atZone(config.timeZone())
            .withNano(0)
            .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    List<Endpoint> endpoints = new ArrayList<>();
    endpoints.add(endpoint(config.baseUrl(), changeset));
    config.aliases().forEach(alias -> endpoints.add(endpoint(alias, changeset)));
    return Discovery.builder()
        .changeset(changeset)
        .contact(config.contact())
        .keyService(
            config.contact().isEmpty()
                ? "Ask the operator of this node for an API key."
                : "Ask for an API key: " + config.contact())
        .endpoints(endpoints)
        .build();
  }

  private Endpoint endpoint(URI base, String changeset) {
    return Endpoint.builder(URI.create(base + NodePaths.GEOREPORT))
        .specification(Endpoint.GEOREPORT_V2)
        .changeset(changeset)
        .type(config.insecureLoopbackAllowed() ? Endpoint.TEST : Endpoint.PRODUCTION)
        .formats(List.of("text/xml", "application/json"))
        .build();
  }

  private ServiceDefinition definition(ServiceCode code) {
    return desk.catalogue()
        .definition(code)
        .orElseThrow(() -> missing("service_code", "this node offers no such service"));
  }

  private Report report(ReportLookup lookup) {
    return reader
        .find(lookup.reportId())
        .map(found -> reader.show(found, lookup.extensions()))
        .orElseThrow(() -> missing("service_request_id", "there is no such report"));
  }

  private TokenAnswer token(ReportToken token) {
    ReportId id =
        reader
            .findByToken(token)
            .orElseThrow(() -> missing("token", "this node gave no such token"));
    return TokenAnswer.filed(id).withToken(token);
  }

  private static Refusal missing(String where, String message) {
    return Refusal.of(404, Violation.NOT_FOUND, where, message);
  }
}
