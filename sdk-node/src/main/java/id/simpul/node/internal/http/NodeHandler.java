package id.simpul.node.internal.http;

import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Violation;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.core.spi.ExchangeAuthenticator.Response;
import id.simpul.node.NodeLimits;
import id.simpul.node.internal.security.Caller;
import id.simpul.node.internal.security.SignatureGate;
import id.simpul.node.internal.security.SignerBudget;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives every request: finds the operation, gathers the body, verifies a signature off the event
 * loop, has the operation carried out, and answers. Shared by all event loops; thread-safe.
 */
final class NodeHandler implements Handler<HttpServerRequest> {
  private static final Logger LOG = LoggerFactory.getLogger(NodeHandler.class);

  // RFC 9110, section 5.6.7; peers compare their clocks with ours by it.
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Vertx vertx;
  private final InstantSource clock;
  private final RouteTable routes;
  private final List<PlainResource> resources;
  private final RequestProcessor processor;
  private final SignatureGate gate;
  private final SignatureWork signatureWork;
  private final PublicUrls urls;
  private final RequestIds requestIds;
  private final SignerBudget budget = new SignerBudget();
  private final BodyBudget bodies = new BodyBudget();
  private final AtomicInteger inFlight = new AtomicInteger();

  NodeHandler(
      Vertx vertx,
      ServerParts parts,
      RouteTable routes,
      SignatureWork signatureWork,
      RequestIds requestIds) {
    this.vertx = vertx;
    this.clock = parts.clock();
    this.routes = routes;
    this.resources = parts.resources();
    this.processor = new RequestProcessor(parts.keys(), parts.contracts(), parts.fingerprint());
    this.gate = parts.gate();
    this.signatureWork = signatureWork;
    this.urls = parts.urls();
    this.requestIds = requestIds;
  }

  @Override
  public void handle(HttpServerRequest request) {
    String requestId = requestIds.next();
    String method = request.method().name().equals("HEAD") ? "GET" : request.method().name();
    RouteTable.Lookup lookup = routes.find(method, path(request));
    if (lookup instanceof RouteTable.Missing) {
      // Documents and health cost nothing, and must answer while the node is busy.
      finish(request, requestId, System.nanoTime(), missing(request, method), null);
      return;
    }
    if (inFlight.incrementAndGet() > NodeLimits.MAX_REQUESTS_IN_FLIGHT) {
      inFlight.decrementAndGet();
      send(request, busy(errorsAt(routes, request)), requestId);
      return;
    }
    BodyBudget.Share share = bodies.share();
    long started = System.nanoTime();
    Context context = vertx.getOrCreateContext();
    answerOrFail(request, lookup, share, requestId)
        .whenComplete((answer, failure) ->
            context.runOnContext(v -> {
              inFlight.decrementAndGet();
              share.release();
              finish(request, requestId, started, answer, failure);
            }));
  }

  private void finish(
      HttpServerRequest request,
      String requestId,
      long started,
      @Nullable Answer answer,
      @Nullable Throwable failure) {
    Answer last = answer;
    if (last == null) {
      Throwable cause = failure == null ? new IllegalStateException("No answer") : failure;
      last = ErrorAnswers.of(cause, errorsAt(routes, request), Headers.EMPTY, requestId);
    }
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "request {} answered {} in {} us",
          requestId,
          last.status(),
          (System.nanoTime() - started) / 1000);
    }
    send(request, last, requestId);
  }

  /**
   * How errors of a request are written, as far as its path is known.
   *
   * @param routes what is served
   * @param request the request
   * @return the format
   */
  static ErrorFormat errorsAt(RouteTable routes, HttpServerRequest request) {
    String path = path(request);
    String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
    String suffix = path.substring(path.lastIndexOf('.') + 1);
    return ErrorFormats.choose(routes.errorsAt(path), suffix, accept);
  }

  private static String path(HttpServerRequest request) {
    return Optional.ofNullable(request.path()).orElse("");
  }

  private static Answer busy(ErrorFormat errors) {
    // What was not read of this request would be taken for the next one.
    return Answer.error(errors, ErrorReport.of(503, "The node is busy; try again"))
        .with("Retry-After", "1")
        .with("Connection", "close");
  }

  // Whatever is thrown is answered, and what the request holds is given back.
  private CompletionStage<Answer> answerOrFail(
      HttpServerRequest request,
      RouteTable.Lookup lookup,
      BodyBudget.Share share,
      String requestId) {
    try {
      return answer(request, lookup, share, requestId);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private CompletionStage<Answer> answer(
      HttpServerRequest request,
      RouteTable.Lookup lookup,
      BodyBudget.Share share,
      String requestId) {
    if (lookup instanceof RouteTable.WrongMethod wrong) {
      return CompletableFuture.completedFuture(wrongMethod(wrong, errorsAt(routes, request)));
    }
    RouteTable.Found found = (RouteTable.Found) lookup;
    return BodyCollector.collect(request, share, vertx)
        .toCompletionStage()
        .thenCompose(body -> carryOut(request, received(request, found, requestId, body), found))
        .exceptionally(failure ->
            closing(
                ErrorAnswers.of(failure, errorsAt(routes, request), headers(request), requestId),
                request));
  }

  private static Answer closing(Answer answer, HttpServerRequest request) {
    // A body that was not read to its end would be taken for the next request.
    return request.isEnded() ? answer : answer.with("Connection", "close");
  }

  private static ReceivedRequest received(
      HttpServerRequest request, RouteTable.Found found, String requestId, byte[] body) {
    return new ReceivedRequest(
        requestId,
        request.method().name(),
        originForm(request),
        found.match(),
        headers(request),
        body);
  }

  // A request to a proxy names the whole URL (RFC 9112, section 3.2.2); which host it was is
  // configuration, never taken from there.
  private static String originForm(HttpServerRequest request) {
    if (request.uri().startsWith("/")) {
      return request.uri();
    }
    return request.query() == null ? path(request) : path(request) + "?" + request.query();
  }

  private CompletionStage<Answer> carryOut(
      HttpServerRequest http, ReceivedRequest received, RouteTable.Found found) {
    return gate.isSigned(received.headers())
        ? signed(found, received, errorsAt(routes, http))
        : processor.process(found.route(), received, Caller.ANONYMOUS);
  }

  private CompletionStage<Answer> signed(
      RouteTable.Found found, ReceivedRequest received, ErrorFormat errors) {
    Request request =
        new Request(
            received.method(),
            urls.target(received.headers(), received.target()),
            received.headers(),
            received.body());
    Function<Throwable, Answer> asAnswer =
        failure -> ErrorAnswers.of(failure, errors, received.headers(), received.requestId());
    String claimed = gate.claimedSigner(received.headers());
    if (!budget.enter(claimed)) {
      throw Refusal.of(
              503, Violation.BUSY, "signature", "too many requests of this signer are waiting")
          .with("Retry-After", "1");
    }
    return signatureWork
        .of(claimed)
        .submit(() -> gate.verify(request))
        .thenCompose(call ->
            process(found.route(), received, call.caller())
                .exceptionally(asAnswer)
                .thenCompose(answer -> signAnswer(answer, call::sign)))
        .exceptionallyCompose(failure -> refuse(request, asAnswer.apply(failure), failure))
        .whenComplete((answer, failure) -> budget.leave(claimed));
  }

  // Who finds no room is told so unsigned: signing it would cost more than reading it did, so a
  // flood of refused requests would crowd out those that were let in.
  private CompletionStage<Answer> refuse(Request request, Answer answer, Throwable failure) {
    return cause(failure) instanceof Refusal
        ? CompletableFuture.completedFuture(answer)
        : signAnswer(answer, last -> gate.signRefusal(request, last));
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  // A refusal thrown before there is a stage is a failed stage like any other.
  private CompletionStage<Answer> process(
      Route<?, ?> route, ReceivedRequest received, Caller caller) {
    try {
      return processor.process(route, received, caller);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private CompletionStage<Answer> signAnswer(Answer answer, Function<Response, Headers> signer) {
    if (answer.file() != null) {
      return CompletableFuture.completedFuture(answer);
    }
    return signatureWork
        .known()
        .finish(() ->
            answer.withAll(
                signer.apply(new Response(answer.status(), answer.headers(), answer.body()))));
  }

  private static Answer wrongMethod(RouteTable.WrongMethod wrong, ErrorFormat errors) {
    String allowed = String.join(", ", wrong.allowed());
    return Answer.error(errors, ErrorReport.of(405, "This path takes " + allowed))
        .with("Allow", allowed);
  }

  private Answer missing(HttpServerRequest request, String method) {
    if (method.equals("GET")) {
      for (PlainResource resource : resources) {
        Optional<PlainResource.Document> document = resource.find(path(request));
        if (document.isPresent()) {
          PlainResource.Document d = document.get();
          return new Answer(
              d.status(), Headers.EMPTY.with("Content-Type", d.mediaType()), d.body());
        }
      }
    }
    return Answer.error(
        errorsAt(routes, request),
        ErrorReport.of(404, "There is nothing under this path; see /openapi.json"));
  }

  private static Headers headers(HttpServerRequest request) {
    MultiMap fields = request.headers();
    List<Headers.Field> list = new ArrayList<>(fields.size());
    for (Map.Entry<String, String> field : fields) {
      list.add(new Headers.Field(field.getKey(), field.getValue().strip()));
    }
    return Headers.of(list);
  }

  private void send(HttpServerRequest request, Answer answer, String requestId) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return;
    }
    response.setStatusCode(answer.status());
    for (Headers.Field field : answer.headers().fields()) {
      response.headers().add(field.name(), field.value());
    }
    response.putHeader("Date", HTTP_DATE.format(clock.instant()));
    response.putHeader("X-Request-Id", requestId);
    response.putHeader("X-Content-Type-Options", "nosniff");
    if (answer.headers().first("Cache-Control").isEmpty()) {
      response.putHeader("Cache-Control", "no-store");
    }
    if (answer.headers().first("Connection").isPresent()) {
      HangUp.after(request, response, vertx);
    }
    if (request.method().name().equals("HEAD")) {
      response.putHeader("Content-Length", Long.toString(answer.length()));
      response.end();
    } else if (answer.file() != null) {
      sendFile(response, answer.file(), requestId);
    } else {
      response.end(Buffer.buffer(answer.body()));
    }
  }

  private static void sendFile(
      HttpServerResponse response, Success.SentFile file, String requestId) {
    response
        .sendFile(file.path().toAbsolutePath().toString(), 0, file.length())
        .onFailure(failure -> {
          LOG.error("request {}: a file was not sent: {}", requestId, failure.getClass().getName());
          if (response.headWritten()) {
            // What came is not whole, and only a broken connection says so.
            response.reset();
          } else {
            response.setStatusCode(500).end();
          }
        });
  }
}
