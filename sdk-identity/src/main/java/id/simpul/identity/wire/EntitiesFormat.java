package id.simpul.identity.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.SchemaId;
import id.simpul.identity.EntityId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A JSON array of entity identifiers (OpenID Federation 1.1, sections 8.2.2 and 8.5.2). */
final class EntitiesFormat implements Format<List<EntityId>> {
  static final SchemaId SCHEMA = new SchemaId("federation/v1/entities");

  @Override
  public MediaType mediaType() {
    return MediaType.JSON;
  }

  @Override
  public Optional<String> suffix() {
    return Optional.empty();
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.of(SCHEMA);
  }

  @Override
  public boolean mediaTypeRequired() {
    return true;
  }

  @Override
  public void write(List<EntityId> entities, OutputStream out) throws IOException {
    Json.write(JsonArray.ofStrings(entities.stream().map(EntityId::value).toList()), out);
  }

  @Override
  public List<EntityId> read(InputStream in, Limits limits) throws IOException {
    if (!(Json.read(in, limits) instanceof JsonArray array)) {
      throw new FormatException("", "a list of entities is a JSON array");
    }
    List<EntityId> entities = new ArrayList<>(array.items().size());
    for (JsonValue item : array.items()) {
      entities.add(entity(item, "/" + entities.size()));
    }
    return List.copyOf(entities);
  }

  private static EntityId entity(JsonValue item, String where) throws FormatException {
    if (item instanceof JsonString text) {
      try {
        return new EntityId(text.value());
      } catch (IllegalArgumentException e) {
        // Said below: its message could quote the value.
      }
    }
    throw new FormatException(where, "an entity identifier is expected");
  }
}
