package id.simpul.node.internal.http;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Contracts;
import id.simpul.core.operation.Effect;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.Secret;
import id.simpul.node.NodeLimits;
import id.simpul.node.internal.security.Access;
import id.simpul.node.internal.security.Caller;
import id.simpul.node.internal.security.Callers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Carries one whole request out: who may, what it says, what comes back. Thread-safe. */
final class RequestProcessor {
  private static final String BEARER = "bearer ";

  // What JSON bodies are read under; their size was bounded before.
  private static final Limits JSON_LIMITS =
      new Limits(
          NodeLimits.MAX_BODY_BYTES,
          NodeLimits.MAX_JSON_DEPTH,
          NodeLimits.MAX_BODY_BYTES,
          Limits.DEFAULT_MAX_NAME_LENGTH,
          Limits.DEFAULT_MAX_NUMBER_LENGTH,
          Limits.DEFAULT_MAX_NODES);

  private final Callers keys;
  private final Contracts contracts;
  private final Fingerprint fingerprint;

  RequestProcessor(Callers keys, Contracts contracts, Fingerprint fingerprint) {
    this.keys = keys;
    this.contracts = contracts;
    this.fingerprint = fingerprint;
  }

  /**
   * Carries a request out.
   *
   * @param route what it means
   * @param received what was received
   * @param peer the entity that signed it, or {@link Caller#ANONYMOUS}
   * @param <I> what the request carries
   * @param <O> what the answer carries
   * @return the answer to a success; fails with what stopped the request
   */
  <I, O> CompletionStage<Answer> process(Route<I, O> route, ReceivedRequest received, Caller peer) {
    Operation<I, O> operation = route.operation();
    Format<O> format = format(operation, received.match().suffix());
    RequestParts parts =
        RequestAssembler.assemble(
            operation,
            received.match().variables(),
            received.query(),
            received.headers(),
            received.body());
    Caller caller = authorise(route.access(), parts, peer);
    I input = read(route, parts);
    CallContext call =
        new CallContext(
            received.requestId(), caller, received.headers(), idempotencyKey(operation, parts));
    return route
        .handler()
        .handle(input, call)
        .thenApply(output -> write(format, output, route.success().apply(output)));
  }

  private static <O> Format<O> format(Operation<?, O> operation, String suffix) {
    if (!operation.path().suffixed()) {
      return operation.output().get(0);
    }
    return operation
        .outputFor(suffix)
        .orElseThrow(() ->
            Refusal.of(
                406,
                Violation.UNSUPPORTED,
                "format",
                "this operation is offered as "
                    + String.join(
                        " and ",
                        operation.output().stream()
                            .map(f -> "." + f.suffix().orElse(""))
                            .toList())));
  }

  private Caller authorise(Access access, RequestParts parts, Caller peer) {
    Caller caller = peer;
    if (access == Access.TOKEN) {
      if (bearer(parts.headers()).isEmpty()) {
        throw unproved(access, "an access token is required");
      }
      return caller;
    }
    Optional<Secret> key = credential(access, parts);
    if (key.isPresent() && peer.kind() == Caller.Kind.ANONYMOUS) {
      caller =
          keys.identify(key.get())
              .orElseThrow(() -> unproved(access, "the key is not known to this node"));
    }
    if (!caller.may(access)) {
      throw caller.kind() == Caller.Kind.ANONYMOUS
          ? unproved(access, "a key is required")
          : Refusal.of(403, Violation.FORBIDDEN, "caller", "this caller may not do that");
    }
    return caller;
  }

  // GeoReport v2 answers a missing or wrong api_key with 403; a bearer token has RFC 6750's 401.
  private static Refusal unproved(Access access, String message) {
    return access.byBearer()
        ? Refusal.of(401, Violation.UNAUTHORIZED, "Authorization", message)
            .with("WWW-Authenticate", "Bearer")
        : Refusal.of(403, Violation.FORBIDDEN, "api_key", message);
  }

  private static Optional<Secret> credential(Access access, RequestParts parts) {
    if (access.byBearer()) {
      return bearer(parts.headers()).map(Secret::of);
    }
    return parts
        .form()
        .first("api_key")
        .or(() -> parts.query().first("api_key"))
        .or(() -> bearer(parts.headers()))
        .map(Secret::of);
  }

  private static Optional<String> bearer(Headers headers) {
    return headers
        .first("Authorization")
        .filter(v -> v.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(v -> v.substring(BEARER.length()).strip())
        .filter(v -> !v.isEmpty());
  }

  private <I> I read(Route<I, ?> route, RequestParts parts) {
    List<Violation> violations = new ArrayList<>(documentViolations(route.operation(), parts));
    if (!violations.isEmpty()) {
      throw Refusal.of(violations);
    }
    Reading<I> reading = route.operation().input().read(parts);
    violations.addAll(reading.problems());
    violations.addAll(route.handler().inspect(parts));
    if (violations.isEmpty() && reading instanceof Reading.Valid<I> valid) {
      return valid.value();
    }
    throw Refusal.of(violations);
  }

  private List<Violation> documentViolations(Operation<?, ?> operation, RequestParts parts) {
    if (!(parts.body() instanceof Body.Document document) || operation.input().schema().isEmpty()) {
      return List.of();
    }
    try {
      Json.read(document.bytes(), JSON_LIMITS);
    } catch (FormatException e) {
      return List.of(new Violation(Violation.MALFORMED, e.where(), e.reason()));
    }
    return contracts.check(operation.input().schema().get(), document.bytes());
  }

  private CallContext.@Nullable IdempotencyKey idempotencyKey(
      Operation<?, ?> operation, RequestParts parts) {
    if (operation.effect() != Effect.KEYED) {
      return null;
    }
    return RequestAssembler.idempotencyKey(parts)
        .map(key -> new CallContext.IdempotencyKey(operation.id(), key, fingerprint.of(parts)))
        .orElse(null);
  }

  private static <O> Answer write(Format<O> format, O output, Success success) {
    if (!success.isWritten()) {
      return Answer.without(success, format.mediaType()).withAll(success.fields());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      format.write(output, out);
    } catch (IOException e) {
      throw new UncheckedIOException("A byte array does not fail", e);
    }
    return Answer.of(success.status(), format.mediaType(), out.toByteArray())
        .withAll(success.fields());
  }
}
