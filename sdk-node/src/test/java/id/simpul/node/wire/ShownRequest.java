package id.simpul.node.wire;

import id.simpul.core.ClientAuth;
import id.simpul.core.RequestOptions;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.UriTemplate;
import id.simpul.core.value.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A transcript's request, taken apart into what one gives a client to make it send just that.
 *
 * @param basePath the endpoint's path
 * @param suffix the suffix of the path, or {@code ""}
 * @param accept the media type asked for
 * @param parts what the operation's input would have written
 * @param auth the credential
 * @param options the idempotency key, and the fields nobody else sets
 */
record ShownRequest(
    String basePath,
    String suffix,
    String accept,
    RequestParts parts,
    ClientAuth auth,
    RequestOptions options) {
  /** Fields that each connection has its own of. */
  static final Set<String> OF_THE_CONNECTION =
      Set.of("host", "user-agent", "connection", "content-length");

  private static final Set<String> OF_THE_PIPELINE =
      Set.of("accept", "accept-encoding", "content-type", "idempotency-key", "authorization");
  // What the request for an export says of itself (Bulk Data Access 2.0, section 5.1).
  private static final Headers.Field LATER = new Headers.Field("Prefer", "respond-async");
  private static final String API_KEY = "api_key";
  private static final String BEARER = "Bearer ";

  static ShownRequest of(UriTemplate template, Message request) {
    String[] target = request.target().split("\\?", 2);
    String basePath = basePath(template, target[0]);
    UriTemplate.Match match = template.match(target[0].substring(basePath.length())).orElseThrow();
    Params query = target.length == 1 ? Params.EMPTY : decode(target[1]);
    Body body = body(request);
    ClientAuth auth = ClientAuth.NONE;
    if (body instanceof Body.Form form && form.fields().first(API_KEY).isPresent()) {
      auth = ClientAuth.apiKey(Secret.of(form.fields().first(API_KEY).get()));
      body = new Body.Form(without(form.fields()), form.files());
    }
    Headers headers = Headers.EMPTY;
    Optional<String> authorization = request.header("Authorization");
    if (authorization.isPresent() && isEndpoint(template)) {
      headers = headers.with("Authorization", authorization.get()); // what the call itself is given
    } else if (authorization.isPresent()) {
      auth = ClientAuth.bearer(Secret.of(authorization.get().substring(BEARER.length())));
    }
    return new ShownRequest(
        basePath,
        match.suffix(),
        request.header("Accept").orElse(""),
        new RequestParts(match.variables(), query, headers, body),
        auth,
        options(request));
  }

  // Where an operation has no path, the whole path is the endpoint's.
  private static boolean isEndpoint(UriTemplate template) {
    return template.toString().isEmpty();
  }

  private static String basePath(UriTemplate template, String path) {
    if (isEndpoint(template)) {
      return path;
    }
    return Stream.of("/simpul/v1", "/open311/v2", "/fhir/r4", "/oauth2/v1", "/vaccination/v1")
        .filter(base -> path.startsWith(base + "/"))
        .findFirst()
        .orElse("");
  }

  private static RequestOptions options(Message request) {
    RequestOptions options = RequestOptions.NONE;
    Optional<String> key = request.header("Idempotency-Key");
    if (key.isPresent()) {
      options = options.withIdempotencyKey(key.get());
    }
    for (Headers.Field field : request.without(OF_THE_CONNECTION).headers()) {
      boolean said = field.equals(LATER);
      if (!said && !OF_THE_PIPELINE.contains(field.name().toLowerCase(Locale.ROOT))) {
        options = options.withHeader(field.name(), field.value());
      }
    }
    return options;
  }

  private static Body body(Message request) {
    Optional<MediaType> type = request.header("Content-Type").flatMap(MediaType::parse);
    if (type.isEmpty()) {
      return Body.NONE;
    }
    return type.get().sameType(MediaType.FORM)
        ? new Body.Form(decode(request.body()), List.of())
        : new Body.Document(type.get(), request.bodyBytes());
  }

  private static Params without(Params fields) {
    return Params.of(fields.entries().stream().filter(p -> !p.name().equals(API_KEY)).toList());
  }

  private static Params decode(String text) {
    Params.Builder params = Params.builder();
    for (String field : text.split("&", -1)) {
      String[] pair = field.split("=", 2);
      params.add(unescape(pair[0]), pair.length == 1 ? "" : unescape(pair[1]));
    }
    return params.build();
  }

  private static String unescape(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
