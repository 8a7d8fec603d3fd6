package id.simpul.core.operation;

import id.simpul.core.internal.schema.SchemaStore;
import java.util.List;
import java.util.Optional;

/**
 * The JSON Schemas on the class path, and the check of documents against them. Schemas are compiled
 * once, on first use, and refer only to each other: nothing is ever fetched. Thread-safe; make one
 * and share it.
 */
public final class Contracts {
  private final SchemaStore store = new SchemaStore();

  /** Makes an empty cache of compiled schemas. */
  public Contracts() {}

  /**
   * Checks a document. Formats such as {@code date-time} are asserted.
   *
   * @param schema the schema it should keep
   * @param json the document; what is not JSON has one violation
   * @return every violation with its JSON pointer, empty when it keeps the schema; the first 1,000
   *     when there are more
   * @throws IllegalArgumentException when there is no such schema on the class path
   */
  public List<Violation> check(SchemaId schema, byte[] json) {
    return store.check(schema, json);
  }

  /**
   * A schema's own document.
   *
   * @param schema the schema
   * @return its bytes, or empty when it is not on the class path
   */
  public Optional<byte[]> document(SchemaId schema) {
    return store.document(schema);
  }
}
