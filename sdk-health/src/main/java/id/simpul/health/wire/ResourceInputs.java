package id.simpul.health.wire;

import id.simpul.core.ValidationException;
import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.Violation;
import id.simpul.health.JsonPatch;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Resource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The inputs of the operations on resources. What is written breaks no rule of FHIR. */
final class ResourceInputs {
  /** FHIR's own media type, which servers take too. */
  static final MediaType FHIR_JSON = new MediaType("application/fhir+json", "");

  /** JSON Patch (RFC 6902). */
  static final MediaType PATCH_JSON = new MediaType("application/json-patch+json", "");

  private static final String TYPE = "resource_type";
  private static final String ID = "id";
  private static final String VERSION_ID = "version_id";
  private static final Parameter TYPE_PARAMETER =
      Parameter.required(Parameter.In.PATH, TYPE, Parameter.Kind.TEXT, "The kind of resource.");
  private static final Parameter ID_PARAMETER =
      Parameter.required(Parameter.In.PATH, ID, Parameter.Kind.TEXT, "The resource's id.");
  private static final List<MediaType> BODIES = List.of(MediaType.JSON, FHIR_JSON);

  static final Input<ResourceKey> KEY =
      new PartsInput<>(
          List.of(TYPE_PARAMETER, ID_PARAMETER),
          List.of(),
          key -> new RequestParts(path(key), Params.EMPTY, Headers.EMPTY, Body.NONE),
          ResourceInputs::key);

  static final Input<ResourceHistory> HISTORY =
      new PartsInput<>(
          List.of(TYPE_PARAMETER, ID_PARAMETER),
          List.of(),
          history ->
              new RequestParts(path(history.key()), history.params(), Headers.EMPTY, Body.NONE),
          parts ->
              reading(
                  () ->
                      new ResourceHistory(
                          new ResourceKey(variable(parts, TYPE), variable(parts, ID)),
                          parts.query()),
                  ID));

  static final Input<ResourceSearch> SEARCH =
      new PartsInput<>(
          List.of(TYPE_PARAMETER),
          List.of(),
          search ->
              new RequestParts(
                  Map.of(TYPE, search.resourceType()), search.params(), Headers.EMPTY, Body.NONE),
          parts -> reading(() -> new ResourceSearch(variable(parts, TYPE), parts.query()), TYPE));

  // All of it is written into the form; in a URL it counts as well (section 3.1.1.3).
  static final Input<ResourceSearch> SEARCH_FORM =
      new PartsInput<>(
          List.of(TYPE_PARAMETER),
          List.of(MediaType.FORM),
          search ->
              new RequestParts(
                  Map.of(TYPE, search.resourceType()),
                  Params.EMPTY,
                  Headers.EMPTY,
                  new Body.Form(search.params(), List.of())),
          parts ->
              reading(
                  () ->
                      new ResourceSearch(
                          variable(parts, TYPE),
                          Params.builder().addAll(parts.query()).addAll(parts.form()).build()),
                  TYPE));

  static final Input<Resource> CREATE =
      new PartsInput<>(
          List.of(TYPE_PARAMETER),
          BODIES,
          resource -> document(Map.of(TYPE, resource.resourceType()), resource),
          parts -> agreeing(parts, resource(parts, FhirJson::read)));

  static final Input<Resource> UPDATE =
      new PartsInput<>(
          List.of(TYPE_PARAMETER, ID_PARAMETER),
          BODIES,
          resource ->
              document(path(new ResourceKey(resource.resourceType(), id(resource))), resource),
          parts -> agreeing(parts, resource(parts, FhirJson::read)));

  static final Input<ResourcePatch> PATCH =
      new PartsInput<>(
          List.of(TYPE_PARAMETER, ID_PARAMETER),
          List.of(PATCH_JSON),
          change ->
              new RequestParts(
                  path(change.key()),
                  Params.EMPTY,
                  Headers.EMPTY,
                  new Body.Document(PATCH_JSON, Json.toBytes(change.patch().toJson()))),
          ResourceInputs::patch);

  static final Input<Bundle> TRANSACTION =
      new PartsInput<>(
          List.of(),
          BODIES,
          bundle -> document(Map.of(), bundle),
          parts -> resource(parts, bytes -> FhirJson.read(bytes, Bundle.TYPE)));

  static final Input<ResourceVersion> VERSION =
      new PartsInput<>(
          List.of(
              TYPE_PARAMETER,
              ID_PARAMETER,
              Parameter.required(
                  Parameter.In.PATH, VERSION_ID, Parameter.Kind.TEXT, "The version's id.")),
          List.of(),
          version ->
              new RequestParts(
                  Map.of(
                      TYPE,
                      version.key().resourceType(),
                      ID,
                      version.key().id(),
                      VERSION_ID,
                      version.versionId()),
                  Params.EMPTY,
                  Headers.EMPTY,
                  Body.NONE),
          parts ->
              reading(
                  () ->
                      new ResourceVersion(
                          new ResourceKey(variable(parts, TYPE), variable(parts, ID)),
                          variable(parts, VERSION_ID)),
                  VERSION_ID));

  private ResourceInputs() {}

  /** Reads a document. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(byte[] bytes) throws FormatException;
  }

  private static RequestParts document(Map<String, String> path, Resource resource) {
    return new RequestParts(
        path,
        Params.EMPTY,
        Headers.EMPTY,
        new Body.Document(MediaType.JSON, FhirJson.toBytes(resource)));
  }

  private static String id(Resource resource) {
    return resource
        .id()
        .filter(ResourceKey::isId)
        .orElseThrow(() ->
            new ValidationException(
                resource.resourceType(),
                List.of(
                    new Violation(
                        Violation.REQUIRED, "id", "what is replaced is named by its id"))));
  }

  private static Map<String, String> path(ResourceKey key) {
    return Map.of(TYPE, key.resourceType(), ID, key.id());
  }

  private static String variable(RequestParts parts, String name) {
    return parts.path().getOrDefault(name, "");
  }

  private static Reading<ResourceKey> key(RequestParts parts) {
    return reading(() -> new ResourceKey(variable(parts, TYPE), variable(parts, ID)), ID);
  }

  private static <T> Reading<T> reading(Supplier<T> value, String where) {
    try {
      return new Reading.Valid<>(value.get());
    } catch (IllegalArgumentException e) {
      return invalid(Violation.MALFORMED, where, "not a kind of resource, or not an id");
    }
  }

  private static <T> Reading<T> invalid(String code, String where, String message) {
    return new Reading.Invalid<>(List.of(new Violation(code, where, message)));
  }

  private static <T> Reading<T> resource(RequestParts parts, Reader<T> reader) {
    return body(parts, bytes -> new Reading.Valid<>(reader.read(bytes)));
  }

  // The URL names the kind, and when a resource is replaced the id (section 3.1.0.4).
  private static Reading<Resource> agreeing(RequestParts parts, Reading<Resource> reading) {
    if (!(reading instanceof Reading.Valid<Resource> valid)) {
      return reading;
    }
    Resource resource = valid.value();
    if (!resource.resourceType().equals(variable(parts, TYPE))) {
      return invalid(Violation.CONFLICT, "resourceType", "is another kind than the URL names");
    }
    String id = variable(parts, ID);
    if (!id.isEmpty() && !ResourceKey.isId(id)) {
      return invalid(
          Violation.MALFORMED,
          resource.resourceType() + ".id",
          "has 1 to 64 letters, digits, dots and hyphens");
    }
    return id.isEmpty() || resource.id().filter(id::equals).isPresent()
        ? reading
        : invalid(
            Violation.CONFLICT, resource.resourceType() + ".id", "must be the id the URL names");
  }

  private static Reading<ResourcePatch> patch(RequestParts parts) {
    Reading<ResourceKey> key = key(parts);
    if (key instanceof Reading.Invalid<ResourceKey> wrong) {
      return new Reading.Invalid<>(wrong.violations());
    }
    ResourceKey target = ((Reading.Valid<ResourceKey>) key).value();
    return body(
        parts,
        bytes -> {
          if (Json.read(bytes, FhirJson.LIMITS) instanceof JsonArray changes) {
            try {
              return new Reading.Valid<>(new ResourcePatch(target, JsonPatch.of(changes)));
            } catch (ValidationException e) {
              return new Reading.Invalid<>(e.violations());
            }
          }
          return invalid(Violation.TYPE, "", "a patch is an array");
        });
  }

  private static <T> Reading<T> body(RequestParts parts, Reader<Reading<T>> reader) {
    if (!(parts.body() instanceof Body.Document document)) {
      return invalid(Violation.REQUIRED, "", "a document is required");
    }
    try {
      return reader.read(document.bytes());
    } catch (FormatException e) {
      return invalid(Violation.MALFORMED, e.where(), e.reason());
    }
  }
}
