package id.simpul.health.internal.fhir;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the description of the types, whose form its first lines explain. */
final class ShapeReader {
  private final Map<String, Shape> shapes = new HashMap<>();
  private final List<String> anyTypes;

  private ShapeReader(List<String> anyTypes) {
    this.anyTypes = anyTypes;
  }

  static Map<String, Shape> read(String text) {
    List<String> lines = text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    ShapeReader reader =
        new ShapeReader(words(lines.get(0)).subList(1, words(lines.get(0)).size()));
    Map<Shape, String> bases = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      if (!line.startsWith(" ")) {
        reader.declare(line, bases);
      }
    }
    @Nullable Shape current = null;
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith(" ")) {
        reader.member(Objects.requireNonNull(current), words(line));
      } else {
        current = reader.begin(line, bases);
      }
    }
    return Map.copyOf(reader.shapes);
  }

  private static List<String> words(String line) {
    return List.of(line.strip().split(" ", -1));
  }

  private void declare(String line, Map<Shape, String> bases) {
    List<String> words = words(line);
    String base = words.size() > 2 && !words.get(2).equals(";") ? words.get(2) : "";
    boolean resource = words.get(0).equals("Resource") || base.endsWith("Resource");
    Shape shape = new Shape(words.get(0), resource);
    shapes.put(words.get(0), shape);
    bases.put(shape, base);
  }

  /** Bases stand before the types made from them, so they are complete here. */
  private Shape begin(String line, Map<Shape, String> bases) {
    Shape shape = shape(words(line).get(0));
    String base = bases.getOrDefault(shape, "");
    if (!base.isEmpty()) {
      if (shape(base).members.isEmpty()) {
        throw new IllegalStateException(base + " must be described before " + shape.name());
      }
      shape.inherit(shape(base));
    }
    int rules = line.indexOf(" ; ");
    if (rules >= 0) {
      words(line.substring(rules + 3)).forEach(key -> shape.rules.add(Rule.of(key)));
    }
    return shape;
  }

  private void member(Shape shape, List<String> words) {
    String name = words.get(0);
    String count = words.get(1);
    boolean many = count.equals("*") || count.equals("+");
    int slot = shape.addSlot(name, count.equals("!") || count.equals("+"));
    int codesAt = words.indexOf("=");
    List<String> types = words.subList(2, codesAt < 0 ? words.size() : codesAt);
    List<String> codes = codesAt < 0 ? List.of() : words.subList(codesAt + 1, words.size());
    if (name.endsWith("[x]")) {
      String stem = name.substring(0, name.length() - 3);
      for (String type : types.equals(List.of("any")) ? anyTypes : types) {
        // A quantity without a comparator goes by the same name.
        String bare = type.split(":", 2)[0].replace("SimpleQuantity", "Quantity");
        String wire = stem + Character.toUpperCase(bare.charAt(0)) + bare.substring(1);
        shape.members.put(wire, member(type, many, slot, codes));
      }
    } else {
      shape.members.put(name, member(types.get(0), many, slot, codes));
    }
  }

  private Member member(String type, boolean many, int slot, List<String> codes) {
    String[] parts = type.split(":", 2);
    Set<String> targets =
        parts.length == 1 ? Set.of() : Set.copyOf(Arrays.asList(parts[1].split(",", -1)));
    boolean concept = !codes.isEmpty() && codes.get(0).contains("://");
    return new Member(
        Primitive.of(parts[0]),
        Primitive.of(parts[0]) != null || parts[0].equals("Resource") ? null : shape(parts[0]),
        many,
        slot,
        Set.copyOf(concept ? codes.subList(1, codes.size()) : codes),
        concept ? codes.get(0) : null,
        targets);
  }

  private Shape shape(String name) {
    Shape shape = shapes.get(name);
    if (shape == null) {
      throw new IllegalStateException("No type " + name + " is described");
    }
    return shape;
  }
}
