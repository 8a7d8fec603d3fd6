package id.simpul.node.internal.fhir;

import id.simpul.core.operation.Operation;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.Secret;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.FhirInstant;
import id.simpul.health.fhir.type.Meta;
import id.simpul.health.wire.BulkAnswer;
import id.simpul.health.wire.BulkDataV2;
import id.simpul.health.wire.Created;
import id.simpul.health.wire.FhirR4;
import id.simpul.health.wire.ResourceKey;
import id.simpul.health.wire.TokenReply;
import id.simpul.health.wire.TokenRequest;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.CallContext;
import id.simpul.node.internal.http.Handler;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.http.Success;
import id.simpul.node.internal.security.Access;
import id.simpul.node.internal.security.HealthTokens;
import id.simpul.node.internal.security.KeyedDigest;
import id.simpul.node.internal.store.FhirStore;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Binds the operations of FHIR to the desks. */
final class FhirRoutes {
  // RFC 9110, section 5.6.7.
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Place place;
  private final HealthTokens tokens;
  private final List<Route<?, ?>> routes = new ArrayList<>();

  private FhirRoutes(Place place, HealthTokens tokens) {
    this.place = place;
    this.tokens = tokens;
  }

  /**
   * The routes of a node that serves health records.
   *
   * @param config what the node is
   * @param store where records are kept
   * @param secret the node's own secret, the same in all its processes
   * @param tokens stand in for keys
   * @param exports what is exported
   * @param threads run what waits
   * @param release the version of the node's software
   * @return the routes
   */
  static List<Route<?, ?>> of(
      NodeConfig config,
      FhirStore store,
      byte[] secret,
      HealthTokens tokens,
      Exports exports,
      FhirThreads threads,
      String release) {
    BlockingWork work = threads.reading();
    Place place = new Place(URI.create(config.baseUrl() + NodePaths.FHIR));
    SearchTerms terms = new SearchTerms(new KeyedDigest(secret, "id.simpul.fhir-search.v1"), place);
    Records records = new Records(terms, new KeyedDigest(secret, "id.simpul.fhir-content.v1"));
    RecordDesk desk = new RecordDesk(store, records, work, config.clock());
    SearchDesk searches = new SearchDesk(store, terms, new SealedPages(secret, place), threads);
    TransactionDesk transactions = new TransactionDesk(store, records, place, work, config.clock());
    ErasureDesk erasures = new ErasureDesk(store, terms, exports, work);
    FhirRoutes r = new FhirRoutes(place, tokens);
    Resource capabilities = CapabilityDocument.of(place, release);
    r.routes.add(
        new Route<>(
            NodePaths.FHIR,
            FhirR4.GET_CAPABILITIES,
            Access.OPEN,
            (none, call) -> CompletableFuture.completedFuture(capabilities)));
    r.routes.add(
        new Route<>(
            NodePaths.HEALTH_TOKENS,
            FhirR4.TOKEN,
            Access.OPEN,
            (request, call) -> work.submit(() -> r.token(request))));
    // Before what takes any word for a kind of resource.
    r.route(
        Access.EXPORTER,
        BulkDataV2.KICK_OFF,
        (params, call) -> work.submit(() -> exports.begin(params, call)),
        FhirRoutes::accepted);
    r.route(
        Access.EXPORTER,
        BulkDataV2.NODE_STATUS,
        (job, call) -> work.submit(() -> exports.status(job, call)),
        FhirRoutes::accepted);
    r.route(
        Access.EXPORTER,
        BulkDataV2.NODE_CANCEL,
        (job, call) -> work.submit(() -> exports.end(job, call)),
        FhirRoutes::accepted);
    r.route(
        Access.EXPORTER,
        BulkDataV2.NODE_FILE,
        (file, call) -> work.submit(() -> exports.file(file, call)),
        file -> Success.OK.withFile(new Success.SentFile(file.path(), file.length())));
    r.route(Access.HEALTH_READER, FhirR4.READ, desk::read, FhirRoutes::tagged);
    r.route(Access.HEALTH_READER, FhirR4.READ_VERSION, desk::readVersion, FhirRoutes::tagged);
    r.route(Access.HEALTH_READER, FhirR4.HISTORY, searches::history, output -> Success.OK);
    r.route(Access.HEALTH_READER, FhirR4.SEARCH, searches::search, output -> Success.OK);
    r.route(
        Access.HEALTH_READER, FhirR4.SEARCH_BY_FORM, searches::searchByForm, output -> Success.OK);
    r.route(Access.CUSTODIAN, FhirR4.ERASE, erasures::erase, output -> Success.OK);
    r.route(FhirR4.CREATE, desk::create, r::created);
    r.route(FhirR4.UPDATE, desk::update, r::changed);
    r.route(FhirR4.PATCH, desk::patch, r::changed);
    r.route(FhirR4.TRANSACT, transactions::transact, output -> Success.OK);
    return List.copyOf(r.routes);
  }

  private <I, O> void route(
      Operation<I, O> operation,
      BiFunction<I, CallContext, CompletableFuture<O>> answer,
      Function<O, Success> success) {
    route(Access.HEALTH, operation, answer, success);
  }

  private <I, O> void route(
      Access access,
      Operation<I, O> operation,
      BiFunction<I, CallContext, CompletableFuture<O>> answer,
      Function<O, Success> success) {
    Handler<I, O> handler =
        new Handler<>() {
          @Override
          public List<Violation> inspect(RequestParts parts) {
            String kind = parts.path().get("resource_type");
            return kind == null || RecordKinds.has(kind)
                ? List.of()
                : List.of(
                    new Violation(
                        Violation.NOT_FOUND, "resourceType", "this kind is not kept here"));
          }

          @Override
          public CompletionStage<O> handle(I input, CallContext call) {
            return answer.apply(input, call);
          }
        };
    routes.add(new Route<>(NodePaths.FHIR, operation, access, handler, success));
  }

  private TokenReply token(TokenRequest request) {
    Secret token =
        tokens
            .issue(request.clientId(), request.clientSecret())
            .orElseThrow(() ->
                Refusal.of(
                        401,
                        Violation.UNAUTHORIZED,
                        "client_secret",
                        "no key for health has this name and is this")
                    .with("WWW-Authenticate", "Bearer"));
    return new TokenReply(token, HealthTokens.LIFETIME);
  }

  // RFC 9110, section 5.6.7.
  static String httpDate(Instant time) {
    return HTTP_DATE.format(time);
  }

  private static Success accepted(BulkAnswer answer) {
    if (answer instanceof BulkAnswer.Ready ready) {
      return Success.OK.with("Expires", ready.expires());
    }
    BulkAnswer.Pending pending = (BulkAnswer.Pending) answer;
    Success accepted = Success.of(202).withoutContent();
    return pending.location().isEmpty()
        ? accepted
        : accepted
            .with("Content-Location", pending.location())
            .with("X-Progress", pending.progress())
            .with("Retry-After", "1");
  }

  private Success created(Created created) {
    Resource resource = created.resource().orElseThrow();
    return tagged(resource, Success.of(201)).with("Location", placeOf(resource));
  }

  private Success changed(Resource resource) {
    return tagged(resource, Success.OK).with("Content-Location", placeOf(resource));
  }

  private String placeOf(Resource resource) {
    return place.of(
        new ResourceKey(resource.resourceType(), resource.id().orElseThrow()),
        Long.parseLong(resource.meta().flatMap(Meta::versionId).orElseThrow()));
  }

  private static Success tagged(Resource resource) {
    return tagged(resource, Success.OK);
  }

  private static Success tagged(Resource resource, Success success) {
    Optional<Meta> meta = resource.meta();
    Instant updated = meta.flatMap(Meta::lastUpdated).flatMap(FhirInstant::toInstant).orElseThrow();
    return success
        .with("ETag", SearchBundles.etag(meta.flatMap(Meta::versionId).orElseThrow()))
        .with("Last-Modified", HTTP_DATE.format(updated));
  }
}
