package id.simpul.health.fhir;

import id.simpul.core.ValidationException;
import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.internal.fhir.Examined;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Resources of FHIR R4 as JSON (section 2.6.2). The reader takes what servers really send and says
 * what is wrong with it; the writer sends only what breaks no rule. Thread-safe.
 */
public final class FhirJson {
  /** The most bytes of a document: a transaction of some thousand entries. */
  public static final int MAX_BYTES = Limits.DEFAULT_MAX_BYTES;

  /** The deepest nesting of objects and lists; bundles of bundles of examples have 20. */
  public static final int MAX_DEPTH = Limits.DEFAULT_MAX_DEPTH;

  /** The most values in a document. */
  public static final int MAX_VALUES = Limits.DEFAULT_MAX_NODES;

  /** The limits of a document. One text may fill it: an attachment is a text here. */
  public static final Limits LIMITS =
      new Limits(
          MAX_BYTES,
          MAX_DEPTH,
          MAX_BYTES,
          Limits.DEFAULT_MAX_NAME_LENGTH,
          Limits.DEFAULT_MAX_NUMBER_LENGTH,
          MAX_VALUES);

  private FhirJson() {}

  /**
   * Reads a resource of any kind.
   *
   * @param bytes one JSON document
   * @return the resource, an {@link OtherResource} when there is no class for its kind; see {@link
   *     Resource#problems}
   * @throws FormatException when it is not JSON, passes {@link #LIMITS}, or is not a resource
   */
  public static Resource read(byte[] bytes) throws FormatException {
    return of(Json.read(bytes, LIMITS));
  }

  /**
   * Reads a resource of any kind.
   *
   * @param in one JSON document; read to the end, not closed
   * @param limits how much to take
   * @return the resource, an {@link OtherResource} when there is no class for its kind
   * @throws FormatException when it is not JSON, passes a limit, or is not a resource
   * @throws IOException when the stream fails
   */
  public static Resource read(InputStream in, Limits limits) throws IOException {
    return of(Json.read(in, limits));
  }

  /**
   * Reads a resource of one kind.
   *
   * @param bytes one JSON document
   * @param type the kind, {@link Immunization#TYPE}, or {@link OtherResource#TYPE} for any that has
   *     no class
   * @param <T> its class
   * @return the resource; see {@link Resource#problems}
   * @throws FormatException when it is not JSON, passes {@link #LIMITS}, or is of another kind
   */
  public static <T extends Resource> T read(byte[] bytes, FhirType<T> type) throws FormatException {
    return of(Json.read(bytes, LIMITS), type);
  }

  /**
   * Takes a resource of one kind from a document that was read already.
   *
   * @param json the document
   * @param type the kind, or {@link OtherResource#TYPE} for any that has no class
   * @param <T> its class
   * @return the resource; see {@link Resource#problems}
   * @throws FormatException when it is of another kind
   */
  public static <T extends Resource> T of(JsonValue json, FhirType<T> type) throws FormatException {
    JsonObject object = resource(json);
    if (!Resources.isOf(object, type)) {
      boolean other = type.name().equals(OtherResource.TYPE.name());
      throw new FormatException(
          "resourceType", other ? "of a kind that has a class" : "not " + type.name());
    }
    return type.read(object);
  }

  /**
   * Takes a resource from a document that was read already.
   *
   * @param json the document
   * @return the resource, an {@link OtherResource} when there is no class for its kind
   * @throws FormatException when it is not an object with a resourceType
   */
  public static Resource of(JsonValue json) throws FormatException {
    return Resources.read(resource(json));
  }

  private static JsonObject resource(JsonValue json) throws FormatException {
    if (json instanceof JsonObject object && Examined.typeOf(object) != null) {
      return object;
    }
    throw new FormatException("resourceType", "not a FHIR resource");
  }

  /**
   * Writes a resource that breaks no rule.
   *
   * @param resource the resource
   * @return UTF-8, without needless white space
   * @throws ValidationException with every violation, when it breaks a rule
   */
  public static byte[] toBytes(Resource resource) {
    resource.requireValid();
    return Json.toBytes(resource.json());
  }

  /**
   * Writes a resource that breaks no rule.
   *
   * @param resource the resource
   * @param out where to; flushed, not closed
   * @throws ValidationException with every violation, when it breaks a rule; nothing is written
   * @throws IOException when the stream fails
   */
  public static void write(Resource resource, OutputStream out) throws IOException {
    resource.requireValid();
    Json.write(resource.json(), out);
  }

  /**
   * Writes a resource as it is held, whatever rules it breaks: for relays, archives and whoever
   * must hand on what another wrote. Empty members and private copies are gone all the same.
   *
   * @param resource the resource
   * @param out where to; flushed, not closed
   * @throws IOException when the stream fails
   */
  public static void writeAsHeld(Resource resource, OutputStream out) throws IOException {
    Json.write(resource.json(), out);
  }
}
