package id.simpul.health.internal.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every type that is described, by its name. */
final class Shapes {
  private static final Map<String, Shape> ALL = ShapeReader.read(description());

  private Shapes() {}

  static Collection<Shape> all() {
    return ALL.values();
  }

  private static String description() {
    try (InputStream in = Shapes.class.getResourceAsStream("r4.types")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The description of the FHIR types cannot be read", e);
    }
  }

  /** The other members of the choice that one is of, {@code deceasedBoolean} for the time. */
  static Set<String> choicesBeside(String type, String wire) {
    Shape shape = ALL.get(type);
    if (shape == null) {
      return Set.of();
    }
    Member member = shape.members.get(wire);
    if (member == null || !shape.isChoice(member.slot())) {
      return Set.of();
    }
    Set<String> beside = new HashSet<>();
    shape.members.forEach((name, other) -> {
      if (other.slot() == member.slot() && !name.equals(wire)) {
        beside.add(name);
      }
    });
    return beside;
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
