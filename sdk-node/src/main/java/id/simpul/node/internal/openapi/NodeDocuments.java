package id.simpul.node.internal.openapi;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.operation.Contracts;
import id.simpul.core.operation.SchemaId;
import id.simpul.node.internal.http.PlainResource;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.StoreHealth;
import java.util.Optional;

/** The documents a node serves about itself: its OpenAPI, its schemas, its health. Thread-safe. */
public final class NodeDocuments implements PlainResource {
  private static final String SCHEMAS = "/schemas/";
  private static final String JSON = "application/json";

  private final byte[] openApi;
  private final Contracts contracts;
  private final Store store;

  /**
   * Makes the documents.
   *
   * @param openApi the OpenAPI document
   * @param contracts where schemas come from
   * @param store whose health is told
   */
  public NodeDocuments(byte[] openApi, Contracts contracts, Store store) {
    this.openApi = openApi.clone();
    this.contracts = contracts;
    this.store = store;
  }

  @Override
  public Optional<Document> find(String path) {
    return switch (path) {
      case "/openapi.json" -> Optional.of(new Document(200, JSON, openApi));
      case "/health/live" -> Optional.of(health(200, "alive"));
      case "/health/ready" -> Optional.of(readiness());
      default -> path.startsWith(SCHEMAS) ? schema(path) : Optional.empty();
    };
  }

  private Optional<Document> schema(String path) {
    String name = path.substring(SCHEMAS.length());
    if (!name.endsWith(".json")) {
      return Optional.empty();
    }
    SchemaId id;
    try {
      id = new SchemaId(name.substring(0, name.length() - ".json".length()));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not a name a schema can have, so there is none
    }
    return contracts.document(id).map(bytes -> new Document(200, "application/schema+json", bytes));
  }

  private Document readiness() {
    StoreHealth health = store.health();
    return health.writable()
        ? health(200, "ready")
        : health(503, health.failure().map(StoreHealth.Failure::code).orElse("not-writable"));
  }

  private static Document health(int status, String word) {
    return new Document(
        status, JSON, Json.toBytes(JsonObject.builder().put("status", word).build()));
  }
}
