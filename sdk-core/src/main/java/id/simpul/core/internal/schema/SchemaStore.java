package id.simpul.core.internal.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.path.PathType;
import com.networknt.schema.resource.SchemaLoader;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compiles and keeps schemas (JSON Schema 2020-12), formats asserted. Thread-safe. */
public final class SchemaStore {
  /** The largest document that is checked. */
  public static final int MAX_DOCUMENT_BYTES = Limits.DEFAULT_MAX_BYTES;

  /** Rules applied to one document before the check gives up. */
  public static final long MAX_STEPS = 10_000_000;

  /** Violations reported of one document; the first ones found. */
  public static final int MAX_VIOLATIONS = 1000;

  private final SchemaResources resources = new SchemaResources();
  private final SchemaRegistry registry = registry(resources);
  private final JsonMapper mapper = mapper();
  private final Map<SchemaId, Schema> compiled = new ConcurrentHashMap<>();

  /** Makes an empty store. */
  public SchemaStore() {}

  private static SchemaRegistry registry(SchemaResources resources) {
    SchemaLoader loader =
        new SchemaLoader(List.of(), List.of(resources), SchemaResources::isOurs, iri -> false);
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT)
            .preloadSchema(true)
            .regularExpressionFactory(new BoundedPatterns())
            .build();
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder -> builder.schemaLoader(loader).schemaRegistryConfig(config));
  }

  private static JsonMapper mapper() {
    JsonFactory tokens =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEFAULT_MAX_DEPTH)
                    .maxNumberLength(Limits.DEFAULT_MAX_NUMBER_LENGTH)
                    .maxStringLength(MAX_DOCUMENT_BYTES)
                    .maxNameLength(Limits.DEFAULT_MAX_NAME_LENGTH)
                    .build())
            .build();
    return JsonMapper.builder(tokens)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .nodeFactory(new BoundedNumbers())
        .build();
  }

  /**
   * Checks a document.
   *
   * @param schema the schema it should keep
   * @param json the document
   * @return every violation; one at the root when it is too large or no JSON at all
   */
  public List<Violation> check(SchemaId schema, byte[] json) {
    Schema rules = compiled.computeIfAbsent(schema, this::compile);
    if (json.length > MAX_DOCUMENT_BYTES) {
      return refused(Violation.LENGTH, "at most " + MAX_DOCUMENT_BYTES + " bytes are checked");
    }
    JsonNode document;
    try {
      document = mapper.readTree(json);
    } catch (JacksonException e) {
      return refused(Violation.MALFORMED, "not JSON, or past the default limits");
    }
    if (document.isMissingNode()) {
      return refused(Violation.MALFORMED, "an empty document is not JSON");
    }
    try {
      return rules
          .validate(
              document,
              context -> context.executionConfig(limits -> limits.maxEvaluationSteps(MAX_STEPS)))
          .stream()
          .limit(MAX_VIOLATIONS)
          .map(Findings::violation)
          .toList();
    } catch (ValidationLimitExceededException e) {
      return refused(Violation.LENGTH, "checking it would take more than " + MAX_STEPS + " steps");
    }
  }

  private static List<Violation> refused(String code, String message) {
    return List.of(new Violation(code, "", message));
  }

  private Schema compile(SchemaId schema) {
    if (resources.document(schema).isEmpty()) {
      throw new IllegalArgumentException("No schema " + schema.path() + " on the class path");
    }
    try {
      Schema rules = registry.getSchema(SchemaLocation.of(SchemaResources.iri(schema)));
      String id = rules.getSchemaNode().path("$id").asString("");
      if (!id.equals(SchemaResources.iri(schema))) {
        throw new IllegalStateException(
            "The $id of the schema " + schema.path() + " must be " + SchemaResources.iri(schema));
      }
      rules.initializeValidators();
      return rules;
    } catch (SchemaException e) {
      throw new IllegalStateException(
          "The schema " + schema.path() + " refers to what is not on the class path", e);
    }
  }

  /**
   * A schema's own document.
   *
   * @param schema the schema
   * @return its bytes, or empty when it is not on the class path
   */
  public Optional<byte[]> document(SchemaId schema) {
    return resources.document(schema);
  }
}
