package id.simpul.core.internal.schema;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.resource.InputStreamSource;
import com.networknt.schema.resource.ResourceLoader;
import id.simpul.core.operation.SchemaId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds schemas on the class path, and nowhere else: an identifier outside {@link #BASE} is no
 * schema of ours and is never fetched.
 */
final class SchemaResources implements ResourceLoader {
  /** What the {@code $id} of every schema begins with. */
  static final String BASE = "https://simpul.id/schemas/";

  /** The largest schema. */
  static final int MAX_SCHEMA_BYTES = 1024 * 1024;

  private static final String EXTENSION = ".json";

  /** The {@code $id} of a schema. */
  static String iri(SchemaId schema) {
    return BASE + schema.path() + EXTENSION;
  }

  /** Whether an identifier names a schema of ours. */
  static boolean isOurs(AbsoluteIri iri) {
    return schemaId(iri).isPresent();
  }

  private static Optional<SchemaId> schemaId(AbsoluteIri iri) {
    String text = iri.toString();
    if (!text.startsWith(BASE) || !text.endsWith(EXTENSION)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SchemaId(text.substring(BASE.length(), text.length() - EXTENSION.length())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public @Nullable InputStreamSource getResource(AbsoluteIri iri) {
    Optional<byte[]> document = schemaId(iri).flatMap(this::document);
    return document.isEmpty() ? null : () -> new ByteArrayInputStream(document.get());
  }

  /** The bytes of a schema, or empty when it is not on the class path. */
  Optional<byte[]> document(SchemaId schema) {
    ClassLoader loader = SchemaResources.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(schema.resource())) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readNBytes(MAX_SCHEMA_BYTES + 1);
      if (bytes.length > MAX_SCHEMA_BYTES) {
        throw new IllegalStateException("The schema " + schema.path() + " is too large");
      }
      return Optional.of(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("The schema " + schema.path() + " cannot be read", e);
    }
  }
}
