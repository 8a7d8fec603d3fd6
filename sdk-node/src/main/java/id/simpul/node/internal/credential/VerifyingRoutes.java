package id.simpul.node.internal.credential;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Violation;
import id.simpul.identity.credential.ClaimPath;
import id.simpul.identity.credential.SdJwtVcVerifier;
import id.simpul.identity.credential.VerifiedCredential;
import id.simpul.identity.credential.VerifiedPresentation;
import id.simpul.identity.credential.resident.ResidentCredential;
import id.simpul.identity.http.NonceStore;
import id.simpul.identity.presentation.CredentialQuery;
import id.simpul.identity.presentation.PresentationDesk;
import id.simpul.identity.presentation.PresentationRequest;
import id.simpul.identity.presentation.PresentationResponse;
import id.simpul.identity.wire.PresentationLinks;
import id.simpul.identity.wire.PresentationResult;
import id.simpul.identity.wire.PresentationV1;
import id.simpul.identity.wire.RequestReceipt;
import id.simpul.identity.wire.SimpulCredentialsV1;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.security.Access;
import id.simpul.node.internal.store.RequestStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Binds the operations of a verifier to its desk. */
final class VerifyingRoutes {
  // What is kept of a result is what its officer will read.
  private static final Format<PresentationResult> KEPT =
      SimpulCredentialsV1.GET_RESULT.output().get(0);

  private final RequestStore store;
  private final BlockingWork work;
  private final InstantSource clock;
  private final PresentationDesk desk;

  private VerifyingRoutes(
      NodeConfig config,
      RequestStore store,
      NonceStore nonces,
      SdJwtVcVerifier verifier,
      SecureRandom random,
      BlockingWork work) {
    this.store = store;
    this.work = work;
    this.clock = config.clock();
    this.desk =
        PresentationDesk.builder(
                URI.create(config.baseUrl() + NodePaths.PRESENTATIONS), store, nonces, clock)
            .random(random)
            .build(verifier);
  }

  static List<Route<?, ?>> of(
      NodeConfig config,
      RequestStore store,
      NonceStore nonces,
      SdJwtVcVerifier verifier,
      SecureRandom random,
      BlockingWork work) {
    VerifyingRoutes r = new VerifyingRoutes(config, store, nonces, verifier, random, work);
    return List.of(
        r.route(NodePaths.PRESENTATIONS, PresentationV1.RESPOND, Access.OPEN, r::receive),
        r.route(NodePaths.PROFILE, SimpulCredentialsV1.ASK, Access.VERIFIER, r::ask),
        r.route(NodePaths.PROFILE, SimpulCredentialsV1.GET_RESULT, Access.VERIFIER, r::result));
  }

  private <I, O> Route<I, O> route(
      String path, Operation<I, O> operation, Access access, Function<I, O> answer) {
    return new Route<>(
        path,
        operation,
        access,
        (input, call) -> work.submit(() -> Refusals.verifying(() -> answer.apply(input))));
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
    String reference = PresentationDesk.reference(response.state());
    Optional<CredentialQuery> query =
        store.find(reference, clock.instant()).map(open -> open.query());
    Optional<VerifiedPresentation> shown = desk.receive(response);
    PresentationResult result =
        shown.isPresent() && query.isPresent()
            ? PresentationResult.shown(
                source(shown.get().credential()), asked(shown.get(), query.get()))
            : PresentationResult.without(PresentationResult.DECLINED);
    store.keep(reference, write(result));
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
    // Closed without a result is one that is just being written.
    return result
        .shown()
        .map(VerifyingRoutes::read)
        .orElseGet(() -> PresentationResult.without(PresentationResult.OPEN));
  }

  private static byte[] write(PresentationResult result) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      KEPT.write(result, out);
    } catch (IOException e) {
      throw new UncheckedIOException("A byte array does not fail", e);
    }
    return out.toByteArray();
  }

  private static PresentationResult read(byte[] json) {
    try {
      return KEPT.read(new ByteArrayInputStream(json), Limits.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException("A stored result cannot be read", e);
    }
  }
}
