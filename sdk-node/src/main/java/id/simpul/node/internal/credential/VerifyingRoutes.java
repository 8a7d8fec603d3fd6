package id.simpul.node.internal.credential;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import id.simpul.identity.credential.ClaimPath;
import id.simpul.identity.credential.VerifiedCredential;
import id.simpul.identity.credential.VerifiedPresentation;
import id.simpul.identity.credential.resident.ResidentCredential;
import id.simpul.identity.presentation.CredentialQuery;
import id.simpul.identity.presentation.PresentationDesk;
import id.simpul.identity.presentation.PresentationRequest;
import id.simpul.identity.presentation.PresentationResponse;
import id.simpul.identity.wire.PresentationLinks;
import id.simpul.identity.wire.PresentationResult;
import id.simpul.identity.wire.PresentationV1;
import id.simpul.identity.wire.RequestReceipt;
import id.simpul.identity.wire.SimpulCredentialsV1;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.Handler;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.security.Access;
import id.simpul.node.internal.store.RequestStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Binds the operations of a verifier to its desk. */
final class VerifyingRoutes {
  // What is kept of a result is what its officer will read.
  private static final KeptForm<PresentationResult> RESULT =
      new KeptForm<>(SimpulCredentialsV1.GET_RESULT.output().get(0));

  private final RequestStore store;
  private final PresentationDesk desk;
  private final InstantSource clock;

  private VerifyingRoutes(RequestStore store, PresentationDesk desk, InstantSource clock) {
    this.store = store;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Where work is done.
   *
   * @param quick waits for the node's own database
   * @param waiting waits for strangers, whose lists and chains have to be fetched
   */
  record Threads(BlockingWork quick, BlockingWork waiting) {}

  static List<Route<?, ?>> of(
      RequestStore store, PresentationDesk desk, InstantSource clock, Threads threads) {
    VerifyingRoutes r = new VerifyingRoutes(store, desk, clock);
    BlockingWork quick = threads.quick();
    return List.of(
        new Route<>(
            NodePaths.PRESENTATIONS,
            PresentationV1.RESPOND,
            Access.OPEN,
            handler(threads.waiting(), r::receive)),
        new Route<>(
            NodePaths.PROFILE, SimpulCredentialsV1.ASK, Access.VERIFIER, handler(quick, r::ask)),
        new Route<>(
            NodePaths.PROFILE,
            SimpulCredentialsV1.GET_RESULT,
            Access.VERIFIER,
            handler(quick, r::result)));
  }

  private static <I, O> Handler<I, O> handler(BlockingWork work, Function<I, O> answer) {
    return (input, call) -> work.submit(() -> Refusals.verifying(() -> answer.apply(input)));
  }

  private RequestReceipt ask(CredentialQuery query) {
    if (!query.types().equals(List.of(ResidentCredential.TYPE))) {
      throw Refusal.of(
          400, Violation.CHOICE, "/credentials/0/meta/vct_values", "is no type taken here");
    }
    PresentationRequest request = desk.ask(query, PresentationDesk.MAX_LIFETIME);
    return new RequestReceipt(
        PresentationDesk.reference(request.state()), PresentationLinks.write(request));
  }

  private JsonObject receive(PresentationResponse response) {
    desk.receive(
        response,
        (query, shown) ->
            RESULT.write(
                PresentationResult.shown(source(shown.credential()), asked(shown, query))));
    return JsonObject.EMPTY;
  }

  private static PresentationResult.Source source(VerifiedCredential credential) {
    return new PresentationResult.Source(
        credential.issuer(),
        credential.issuedAt(),
        credential
            .status()
            .map(status -> status.verdict().name().toLowerCase(Locale.ROOT))
            .orElse(PresentationResult.Source.NOT_REVOCABLE));
  }

  // What was asked for, and nothing a credential says besides.
  private static JsonObject asked(VerifiedPresentation shown, CredentialQuery query) {
    JsonObject.Builder claims = JsonObject.builder();
    for (ClaimPath path : query.claims()) {
      JsonValue value = shown.credential().claim(path).orElseThrow();
      claims.put(path.toString().substring(1), value);
    }
    return claims.build();
  }

  private PresentationResult result(String reference) {
    RequestStore.Result result =
        store
            .result(reference, clock.instant())
            .orElseThrow(
                () -> Refusals.missing("reference", "there is no such request, or it is too old"));
    String without = result.closed() ? PresentationResult.DECLINED : PresentationResult.OPEN;
    return result.shown().map(RESULT::read).orElseGet(() -> PresentationResult.without(without));
  }
}
