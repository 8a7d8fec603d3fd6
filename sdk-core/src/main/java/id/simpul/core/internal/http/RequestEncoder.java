package id.simpul.core.internal.http;

import id.simpul.core.ClientConfig;
import id.simpul.core.ContractChecks;
import id.simpul.core.ContractException;
import id.simpul.core.RequestOptions;
import id.simpul.core.ValidationException;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Contracts;
import id.simpul.core.operation.Effect;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Turns the parts of a request into what goes on the wire, once per call. Thread-safe. */
final class RequestEncoder {
  private static final byte[] NOTHING = {};

  private final ClientConfig config;
  private final Contracts contracts;
  private final Endpoint endpoint;

  RequestEncoder(ClientConfig config, Contracts contracts) {
    this.config = config;
    this.contracts = contracts;
    this.endpoint = new Endpoint(config.baseUrl());
  }

  /**
   * Encodes one request.
   *
   * @throws ValidationException when a value cannot stand in a path or header field, or there is no
   *     endpoint that can be called
   * @throws ContractException when a JSON document breaks its schema
   */
  <I> EncodedRequest encode(
      Operation<I, ?> operation, I input, RequestOptions options, Format<?> format) {
    RequestParts parts = config.auth().authenticate(operation, operation.input().write(input));
    HttpUrl url = url(endpoint(operation, options), operation, parts, format);
    RequestFields fields = new RequestFields();
    fields.set("Accept", format.mediaType().type());
    // Signatures cover the bytes as they travel, and a length limit means what it says.
    List<String> codings = format.codings();
    fields.set("Accept-Encoding", codings.isEmpty() ? "identity" : String.join(", ", codings));
    if (operation.effect() == Effect.KEYED) {
      fields.set(
          "Idempotency-Key", options.idempotencyKey().orElseGet(RequestOptions::newIdempotencyKey));
    }
    OneShotBody body = body(operation, parts.body(), fields);
    fields.addAll(parts.headers());
    fields.addAll(options.headers());
    return new EncodedRequest(operation.method().name(), url, fields.end(operation.id()), body);
  }

  private Endpoint endpoint(Operation<?, ?> operation, RequestOptions options) {
    Optional<URI> other = options.endpoint();
    if (other.isPresent()) {
      try {
        return new Endpoint(other.get());
      } catch (IllegalArgumentException e) {
        // Its message quotes the URL, and who named it may be a stranger.
        throw wrongEndpoint(operation, Violation.MALFORMED, "is no URL that can be called");
      }
    }
    if (config.baseUrl().equals(ClientConfig.NO_BASE_URL)) {
      throw wrongEndpoint(operation, Violation.REQUIRED, "this client has no base URL");
    }
    return endpoint;
  }

  private static ValidationException wrongEndpoint(
      Operation<?, ?> operation, String code, String message) {
    return new ValidationException(
        operation.id(), List.of(new Violation(code, "endpoint", message)));
  }

  private static HttpUrl url(
      Endpoint endpoint, Operation<?, ?> operation, RequestParts parts, Format<?> format) {
    if (!parts.path().isEmpty()) {
      checkPath(operation, parts);
    }
    String path = operation.path().expand(parts.path(), format.suffix().orElse(""));
    return endpoint.url(path, parts.path().isEmpty(), parts.query());
  }

  private static void checkPath(Operation<?, ?> operation, RequestParts parts) {
    List<Violation> violations = new ArrayList<>();
    parts
        .path()
        .forEach((name, value) -> {
          if (value.isEmpty()) {
            violations.add(new Violation(Violation.REQUIRED, name, "a value is required"));
          } else if (value.equals(".") || value.equals("..")) {
            violations.add(
                new Violation(Violation.MALFORMED, name, "dots alone cannot stand in a path"));
          }
        });
    if (!violations.isEmpty()) {
      throw new ValidationException(operation.id(), violations);
    }
  }

  private @Nullable OneShotBody body(Operation<?, ?> operation, Body body, RequestFields fields) {
    if (body instanceof Body.Form form) {
      if (!form.files().isEmpty()) {
        throw new ValidationException(
            operation.id(),
            List.of(new Violation(Violation.UNSUPPORTED, "files", "this client sends no files")));
      }
      fields.set("Content-Type", MediaType.FORM.toString());
      return new OneShotBody(FormEncoding.form(form.fields()));
    }
    if (body instanceof Body.Document document) {
      checkSchema(operation, document);
      fields.set("Content-Type", document.mediaType().toString());
      return new OneShotBody(document.bytes());
    }
    boolean expected = operation.method() == Method.POST || operation.method() == Method.PUT;
    return expected ? new OneShotBody(NOTHING) : null;
  }

  private void checkSchema(Operation<?, ?> operation, Body.Document document) {
    Optional<SchemaId> schema = operation.input().schema();
    if (config.contractChecks() == ContractChecks.OFF || schema.isEmpty()) {
      return;
    }
    List<Violation> violations = contracts.check(schema.get(), document.bytes());
    if (!violations.isEmpty()) {
      throw new ContractException(
          "this client",
          operation.id(),
          "made a document that breaks its schema; nothing was sent",
          violations,
          null);
    }
  }
}
