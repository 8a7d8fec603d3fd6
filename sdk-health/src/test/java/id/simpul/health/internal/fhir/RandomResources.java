package id.simpul.health.internal.fhir;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes resources by the description of their type. Not all keep the rules between members. */
public final class RandomResources {
  private static final int MAX_DEPTH = 4;
  private static final double OPTIONAL = 0.35;

  /** Types of code lists that are not described, or that chance does not fill. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "DataRequirement",
          "Money",
          "Narrative",
          "ParameterDefinition",
          "RelatedArtifact",
          "SampledData",
          "Signature",
          "UsageContext");

  /** Amounts whose units the standard says, with one of each. */
  private static final Map<String, String> UNITS =
      Map.of("Age", "a", "Count", "1", "Distance", "km", "Duration", "h");

  /** Members bound to lists that are not described, or that chance does not fill well. */
  private static final Set<String> MEMBERS_LEFT_OUT =
      Set.of(
          "assigner",
          // HAPI counts the bytes of an attachment, and their hash.
          "hash",
          "size",
          "contained",
          "extension",
          "implicitRules",
          "language",
          "modifierExtension",
          "outcome",
          "resource",
          "security",
          "tag");

  private final Random random;
  private int made;

  /** Starts from a seed. */
  public RandomResources(long seed) {
    this.random = new Random(seed);
  }

  /** A resource of a type. */
  public JsonObject next(String type) {
    JsonObject.Builder json = JsonObject.builder().put("resourceType", type);
    return json.putAll(object(Shapes.of(type), 0)).build();
  }

  /** What a member of a type may hold, as it stands on the wire; its name is one of the type's. */
  public JsonValue value(String type, String name) {
    Shape shape = Shapes.of(type);
    return many(shape, name, Objects.requireNonNull(shape.members.get(name), name), 0);
  }

  /** The members that hold a value of each data type an extension may have. */
  public static List<String> values() {
    Shape parameter = Shapes.of("Parameters.parameter");
    List<String> values = choices(parameter, parameter.slots.indexOf("value[x]"));
    values.removeIf(v -> Objects.requireNonNull(parameter.members.get(v)).primitive() != null);
    return values;
  }

  /** Whether a type has a member, by its name on the wire. */
  public static boolean has(String type, String name) {
    return Shapes.of(type).members.containsKey(name);
  }

  /** Whether a member of a type is a list. */
  public static boolean isMany(String type, String name) {
    return Objects.requireNonNull(Shapes.of(type).members.get(name)).many();
  }

  /**
   * The type of a member: of a primitive with a small letter, {@code Resource} for any resource.
   */
  public static String typeOf(String type, String name) {
    Member member = Objects.requireNonNull(Shapes.of(type).members.get(name));
    if (member.primitive() != null) {
      return member.primitive().fhirName();
    }
    return member.shape() == null ? "Resource" : member.shape().name();
  }

  private JsonObject object(Shape shape, int depth) {
    JsonObject.Builder json = JsonObject.builder();
    for (int slot = 0; slot < shape.slots.size(); slot++) {
      boolean required =
          (shape.required() & 1L << slot) != 0 || shape.slots.get(slot).equals("fullUrl");
      List<String> names = choices(shape, slot);
      boolean wanted = depth < MAX_DEPTH && random.nextDouble() < OPTIONAL / (1 + depth / 2.0);
      if (!names.isEmpty() && (required || wanted)) {
        String name = names.get(random.nextInt(names.size()));
        Member member = Objects.requireNonNull(shape.members.get(name));
        json.put(name, many(shape, name, member, depth));
      }
    }
    return json.build();
  }

  private static List<String> choices(Shape shape, int slot) {
    List<String> names = new ArrayList<>();
    new TreeMap<>(shape.members)
        .forEach((name, member) -> {
          Shape of = member.shape();
          boolean leftOut =
              (of != null && LEFT_OUT.contains(of.name()))
                  || (MEMBERS_LEFT_OUT.contains(name) && !isNeeded(shape, name));
          if (member.slot() == slot && !leftOut) {
            names.add(name);
          }
        });
    return names;
  }

  private static boolean isNeeded(Shape shape, String name) {
    return shape.name().equals("Expression") && name.equals("language");
  }

  private JsonValue many(Shape owner, String name, Member member, int depth) {
    if (!member.many()) {
      return one(owner, name, member, depth);
    }
    List<JsonValue> items = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      items.add(one(owner, name, member, depth));
    }
    return new JsonArray(items);
  }

  private JsonValue one(Shape owner, String name, Member member, int depth) {
    if (member.primitive() != null) {
      return member.codes().isEmpty()
          ? primitive(owner, name, member.primitive())
          : new JsonString(oneOf(member.codes()));
    }
    if (member.system() != null) {
      return concept(member.system(), oneOf(member.codes()));
    }
    Shape shape = member.shape();
    if (shape == null) {
      return JsonObject.builder().put("resourceType", "Patient").put("id", "p" + ++made).build();
    }
    if (shape.name().equals("Reference")) {
      String target = member.targets().isEmpty() ? "Patient" : oneOf(member.targets());
      return JsonObject.builder().put("reference", target + "/" + ++made).build();
    }
    if (shape.name().equals("CodeableConcept")) {
      return concept("http://simpul.example/codes", "c" + ++made);
    }
    if (UNITS.containsKey(shape.name())) {
      return JsonObject.builder()
          .put("value", JsonNumber.of(1 + random.nextInt(100)))
          .put("system", "http://unitsofmeasure.org")
          .put("code", Objects.requireNonNull(UNITS.get(shape.name())))
          .build();
    }
    JsonObject value = object(shape, depth + 1);
    while (value.members().isEmpty()) {
      value = object(shape, 0);
    }
    return value;
  }

  private static JsonObject concept(String system, String code) {
    JsonObject coding = JsonObject.builder().put("system", system).put("code", code).build();
    return JsonObject.builder().put("coding", new JsonArray(List.of(coding))).build();
  }

  private String oneOf(Set<String> values) {
    List<String> sorted = new ArrayList<>(new TreeSet<>(values));
    return sorted.get(random.nextInt(sorted.size()));
  }

  private JsonValue primitive(Shape owner, String name, Primitive type) {
    made++;
    String day =
        "20%02d-%02d-%02d"
            .formatted(10 + random.nextInt(20), 1 + random.nextInt(12), 1 + random.nextInt(28));
    return switch (type) {
      case BOOLEAN -> JsonBoolean.of(random.nextBoolean());
      case INTEGER, UNSIGNED_INT, POSITIVE_INT -> JsonNumber.of(1 + random.nextInt(100));
      case DECIMAL -> new JsonNumber("%d.%02d".formatted(random.nextInt(50), random.nextInt(100)));
      case DATE -> new JsonString(day.substring(0, List.of(4, 7, 10).get(random.nextInt(3))));
      case DATE_TIME ->
          new JsonString(random.nextBoolean() ? day : day + "T0" + made % 10 + ":30:00+07:00");
      case INSTANT -> new JsonString(day + "T09:30:00.250Z");
      case TIME -> new JsonString("09:30:00");
      case CODE -> new JsonString(mimeType(owner, name) ? "text/plain" : code(owner));
      case ID -> new JsonString("id-" + made + ".x");
      case OID -> new JsonString("urn:oid:1.2." + made);
      case UUID -> new JsonString("urn:uuid:0b5ab1a5-0000-4000-8000-%012d".formatted(made));
      case BASE64_BINARY -> new JsonString("YWJj");
      case URI, URL, CANONICAL -> new JsonString("http://simpul.example/u/" + made);
      case XHTML -> new JsonString("<div xmlns=\"http://www.w3.org/1999/xhtml\">uji</div>");
      default -> new JsonString(name.toLowerCase(Locale.ROOT) + " " + made);
    };
  }

  private String code(Shape owner) {
    return owner.name().equals("Expression") ? "text/fhirpath" : "c" + made;
  }

  private static boolean mimeType(Shape owner, String name) {
    return name.equals("contentType")
        || (owner.name().endsWith("channel") && name.equals("payload"));
  }
}
