package id.simpul.node.internal.openapi;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Effect;
import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Outcome;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.SchemaId;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.security.Access;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the OpenAPI 3.1 document of the operations a node serves. */
public final class OpenApiDocument {
  private static final String VERSION = "3.1.0";
  private static final String OFFICER = "officer";
  private static final String REGISTRAR = "registrar";
  private static final String VERIFIER = "verifier";
  private static final String HEALTH = "health";
  private static final String APPLICATION = "application";
  private static final String REPORTER = "reporter";

  private OpenApiDocument() {}

  /**
   * The document.
   *
   * @param routes what the node serves
   * @param baseUrl what the node is called
   * @param release the version of the node's software
   * @return the document as JSON
   */
  public static byte[] of(List<Route<?, ?>> routes, URI baseUrl, String release) {
    Map<String, JsonObject.Builder> paths = new LinkedHashMap<>();
    for (Route<?, ?> route : routes) {
      paths
          .computeIfAbsent(path(route), p -> JsonObject.builder())
          .put(method(route.operation()), operation(route));
    }
    JsonObject.Builder pathItems = JsonObject.builder();
    paths.forEach((path, item) -> pathItems.put(path, item.build()));
    return Json.toBytes(
        JsonObject.builder()
            .put("openapi", VERSION)
            .put("info", info(routes, release))
            .put("servers", new JsonArray(List.of(object("url", baseUrl.toString()))))
            .put("paths", pathItems.build())
            .put("components", components())
            .build());
  }

  private static JsonObject info(List<Route<?, ?>> routes, String release) {
    String reading =
        routes.stream().anyMatch(OpenApiDocument::readsWithKey)
            ? "for reading"
            : "nothing for reading";
    return JsonObject.builder()
        .put("title", "Simpul node")
        .put("version", release)
        .put(
            "description",
            "Open311 GeoReport v2 and the Simpul profile. A plain client needs an API key for"
                + " posting and "
                + reading
                + ".")
        .put("license", object("name", "Apache-2.0"))
        .build();
  }

  private static JsonObject components() {
    JsonObject bearer = JsonObject.builder().put("type", "http").put("scheme", "bearer").build();
    JsonObject key =
        JsonObject.builder()
            .put("type", "apiKey")
            .put("in", "query")
            .put("name", "api_key")
            .put("description", "For reading. Posting carries the key as the form field api_key.")
            .build();
    return JsonObject.builder()
        .put(
            "securitySchemes",
            JsonObject.builder()
                .put(OFFICER, bearer)
                .put(REGISTRAR, bearer)
                .put(VERIFIER, bearer)
                .put(HEALTH, bearer)
                .put(APPLICATION, bearer)
                .put(REPORTER, key)
                .build())
        .build();
  }

  private static boolean readsWithKey(Route<?, ?> route) {
    return route.access() == Access.REPORTER && route.operation().effect() == Effect.SAFE;
  }

  private static String path(Route<?, ?> route) {
    return route.basePath() + route.operation().path().toString().replace("{.format}", ".{format}");
  }

  private static String method(Operation<?, ?> operation) {
    return operation.method().name().toLowerCase(Locale.ROOT);
  }

  private static JsonObject operation(Route<?, ?> route) {
    Operation<?, ?> operation = route.operation();
    JsonObject.Builder described =
        JsonObject.builder()
            .put("operationId", operation.id())
            .put("summary", operation.summary())
            .put("parameters", parameters(operation));
    if (!operation.input().bodies().isEmpty()) {
      described.put("requestBody", requestBody(operation.input()));
    }
    described.put("responses", responses(operation));
    if (route.access() == Access.TOKEN) {
      described.put("description", "Carries its access token as Bearer in Authorization.");
    } else if (route.access().byBearer()) {
      described.put("security", security(route.access().name().toLowerCase(Locale.ROOT)));
    } else if (readsWithKey(route)) {
      described.put("security", security(REPORTER));
    } else if (route.access() == Access.REPORTER) {
      // A security scheme cannot name a field of a form.
      described.put("description", "Carries an API key as the form field api_key.");
    }
    return described.build();
  }

  private static JsonArray security(String scheme) {
    return new JsonArray(List.of(JsonObject.builder().put(scheme, JsonArray.EMPTY).build()));
  }

  private static JsonArray parameters(Operation<?, ?> operation) {
    List<JsonValue> all = new ArrayList<>();
    if (operation.path().suffixed()) {
      all.add(formatParameter(operation));
    }
    for (Parameter p : operation.input().parameters()) {
      if (p.in() != Parameter.In.FORM) {
        all.add(parameter(p));
      }
    }
    if (operation.effect() == Effect.KEYED) {
      all.add(
          JsonObject.builder()
              .put("name", "Idempotency-Key")
              .put("in", "header")
              .put("description", "Ties repetitions of one submission together.")
              .put("schema", object("type", "string"))
              .build());
    }
    return new JsonArray(all);
  }

  private static JsonObject formatParameter(Operation<?, ?> operation) {
    List<String> suffixes =
        operation.output().stream().map(Format::suffix).flatMap(Optional::stream).toList();
    return JsonObject.builder()
        .put("name", "format")
        .put("in", "path")
        .put("required", JsonBoolean.TRUE)
        .put("description", "Chooses the format of the answer.")
        .put(
            "schema",
            JsonObject.builder()
                .put("type", "string")
                .put("enum", JsonArray.ofStrings(suffixes))
                .build())
        .build();
  }

  private static JsonObject parameter(Parameter p) {
    boolean inPath = p.in() == Parameter.In.PATH;
    return JsonObject.builder()
        .put("name", p.name())
        .put("in", inPath ? "path" : "query")
        .put("required", JsonBoolean.of(inPath || p.required()))
        .put("description", p.description())
        .put("schema", type(p))
        .build();
  }

  private static JsonObject type(Parameter p) {
    JsonObject.Builder schema = JsonObject.builder();
    switch (p.kind()) {
      case NUMBER -> schema.put("type", "number");
      case INTEGER -> schema.put("type", "integer");
      case BOOLEAN -> schema.put("type", "boolean");
      case DATE_TIME -> schema.put("type", "string").put("format", "date-time");
      case TEXT, COMMA_LIST -> schema.put("type", "string");
    }
    if (!p.choices().isEmpty() && p.kind() == Parameter.Kind.TEXT) {
      schema.put("enum", JsonArray.ofStrings(p.choices()));
    }
    return schema.build();
  }

  private static JsonObject requestBody(Input<?> input) {
    JsonObject.Builder content = JsonObject.builder();
    for (MediaType type : input.bodies()) {
      JsonObject schema = input.schema().map(OpenApiDocument::reference).orElse(form(input));
      content.put(type.type(), JsonObject.builder().put("schema", schema).build());
    }
    return JsonObject.builder()
        .put("required", JsonBoolean.TRUE)
        .put("content", content.build())
        .build();
  }

  private static JsonObject form(Input<?> input) {
    JsonObject.Builder properties = JsonObject.builder();
    List<String> required = new ArrayList<>();
    for (Parameter p : input.parameters()) {
      if (p.in() == Parameter.In.FORM) {
        properties.put(
            p.name(),
            JsonObject.builder().putAll(type(p)).put("description", p.description()).build());
        if (p.required()) {
          required.add(p.name());
        }
      }
    }
    return JsonObject.builder()
        .put("type", "object")
        .put("properties", properties.build())
        .put("required", JsonArray.ofStrings(required))
        .build();
  }

  private static JsonObject responses(Operation<?, ?> operation) {
    JsonObject.Builder success = JsonObject.builder();
    for (Format<?> format : operation.output()) {
      success.put(format.mediaType().type(), content(format.schema()));
    }
    JsonObject.Builder responses =
        JsonObject.builder().put("200", response("Done.", success.build()));
    JsonObject.Builder error = JsonObject.builder();
    for (ErrorFormat format : operation.errors()) {
      error.put(format.mediaType().type(), content(format.schema()));
    }
    for (Outcome outcome : operation.failures()) {
      responses.put(Integer.toString(outcome.status()), response(outcome.when(), error.build()));
    }
    return responses.build();
  }

  private static JsonObject response(String description, JsonObject content) {
    return JsonObject.builder().put("description", description).put("content", content).build();
  }

  private static JsonObject content(Optional<SchemaId> schema) {
    return schema
        .map(s -> JsonObject.builder().put("schema", reference(s)).build())
        .orElse(JsonObject.EMPTY);
  }

  // Relative to the document, which a gateway may offer below a path.
  private static JsonObject reference(SchemaId schema) {
    return object("$ref", "schemas/" + schema.path() + ".json");
  }

  private static JsonObject object(String name, String value) {
    return JsonObject.builder().put(name, new JsonString(value)).build();
  }
}
