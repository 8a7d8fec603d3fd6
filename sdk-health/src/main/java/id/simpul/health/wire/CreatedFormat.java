package id.simpul.health.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Resource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reply to a create: the resource, or one of two older shapes of a patient that are not FHIR,
 * {@code {success, data: {patient_id}}} and {@code {create_patient: {data: {patient_id}}}}.
 */
final class CreatedFormat {
  static final JsonFormat<Created> FORMAT =
      new JsonFormat<>(CreatedFormat::read, CreatedFormat::write);

  private static final List<String> ID_NAMES = List.of("patient_id", "Patient_id");

  private CreatedFormat() {}

  private static JsonValue write(Created created) {
    Optional<Resource> resource = created.resource();
    return resource.isPresent()
        ? resource.get().json()
        : JsonObject.builder()
            .put("success", JsonBoolean.of(true))
            .put("data", JsonObject.builder().put("patient_id", created.id()).build())
            .build();
  }

  private static Created read(JsonValue json) throws FormatException {
    if (!(json instanceof JsonObject object)) {
      throw new FormatException("", "a reply to a create is an object");
    }
    if (!object.members().containsKey("resourceType")) {
      return old(object);
    }
    Resource resource = FhirJson.of(object);
    if (resource.id().filter(ResourceKey::isId).isEmpty()) {
      throw new FormatException("/id", "a stored resource has an id");
    }
    return Created.of(resource);
  }

  private static Created old(JsonObject reply) throws FormatException {
    JsonObject inner =
        reply.members().get("create_patient") instanceof JsonObject wrapped ? wrapped : reply;
    String id = idIn(inner);
    if (id == null && inner.members().get("data") instanceof JsonObject data) {
      id = idIn(data);
    }
    boolean failed = JsonBoolean.of(false).equals(inner.members().get("success"));
    if (id == null || failed || !ResourceKey.isId(id)) {
      throw new FormatException("", "neither a resource nor the id of one");
    }
    return Created.ofId(id);
  }

  private static @Nullable String idIn(JsonObject object) {
    for (String name : ID_NAMES) {
      if (object.members().get(name) instanceof JsonString id) {
        return id.value();
      }
    }
    return null;
  }
}
