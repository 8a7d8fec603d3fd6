package id.simpul.health.internal.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every type that is described, by its name. */
final class Shapes {
  private static final Map<String, Shape> ALL = ShapeReader.read(description());

  /** Every name the standard has for a member or a resource, and those known of servers. */
  private static final Set<String> NAMES = names();

  private Shapes() {}

  private static Set<String> names() {
    Set<String> names = new HashSet<>(References.RESOURCES);
    names.addAll(Set.of("resourceType", "Resource", "resourceID", "encrypted", "plaintext"));
    for (Shape shape : ALL.values()) {
      names.addAll(shape.slots);
      shape.members.forEach((name, member) -> {
        names.add(name);
        if (member.primitive() != null) {
          names.add("_" + name);
        }
      });
    }
    return Set.copyOf(names);
  }

  /** Whether a name is one of the standard's, so that showing it tells nothing of anybody. */
  static boolean isKnown(String name) {
    return NAMES.contains(name);
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
    if (member == null || !shape.slots.get(member.slot()).endsWith("[x]")) {
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
