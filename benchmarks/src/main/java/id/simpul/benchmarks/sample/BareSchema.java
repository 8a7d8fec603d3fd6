package id.simpul.benchmarks.sample;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import id.simpul.benchmarks.BenchmarkException;
import id.simpul.core.operation.Contracts;
import id.simpul.core.operation.SchemaId;
import java.io.ByteArrayInputStream;
import tools.jackson.databind.json.JsonMapper;

/** One schema in networknt's hands, without any of ours: what a contract check consists of. */
public final class BareSchema {
  private final Schema schema;
  private final JsonMapper mapper = JsonMapper.builder().build();

  /**
   * Compiles a schema of the class path, formats asserted as we assert them.
   *
   * @param id the schema
   */
  public BareSchema(SchemaId id) {
    byte[] document = new Contracts().document(id).orElseThrow();
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    this.schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
            .getSchema(new ByteArrayInputStream(document));
  }

  /**
   * Reads a document into a tree and checks it.
   *
   * @param json a document that keeps the schema
   */
  public void check(byte[] json) {
    if (!schema.validate(mapper.readTree(json)).isEmpty()) {
      throw BenchmarkException.invalid("sample", "breaks its schema");
    }
  }
}
