package id.simpul.health.internal.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every type that is described, by its name. */
final class Shapes {
  private static final Map<String, Shape> ALL = ShapeReader.read(description());

  private Shapes() {}

  private static String description() {
    try (InputStream in = Shapes.class.getResourceAsStream("r4.types")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The description of the FHIR types cannot be read", e);
    }
  }

  /** The type of a resource, or null when it is not described. */
  static @Nullable Shape resource(String name) {
    Shape shape = ALL.get(name);
    return shape != null && shape.resource() ? shape : null;
  }

  /** A type that is described. */
  static Shape of(String name) {
    return Objects.requireNonNull(ALL.get(name), name);
  }
}
