package id.simpul.health.internal.fhir;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.FhirProblem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One walk through a resource by the description of its type. It leaves out what is empty, makes a
 * list of what should be one, and notes all else that breaks a rule. What needs no repair is kept
 * as the very object it was. Made for one resource; not thread-safe.
 */
// What is the very object it was has not been repaired.
@SuppressWarnings("ReferenceEquality")
final class Walk {
  /** How much of each kind is noted; a document can have more wrong than anybody reads. */
  static final int MAX_PROBLEMS = 1000;

  /**
   * What the national server adds for itself: a second copy of the resource, as text. It is never
   * held, so that it can be neither logged nor sent on.
   */
  static final Set<String> PRIVATE_MEMBERS = Set.of("encrypted", "plaintext");

  private static final Shape ELEMENT = Shapes.of("Element");

  private final List<FhirProblem> problems = new ArrayList<>();
  private final Map<FhirProblem.Kind, Integer> noted = new EnumMap<>(FhirProblem.Kind.class);
  private final Place place = new Place();
  private final Prune prune = new Prune(this);
  private LocalReferences locals = new LocalReferences();

  /**
   * Walks through a resource.
   *
   * @param type the kind it must be, or null for the kind it says it is
   * @param part whether another resource contains it, so that it may point at what is not in it
   */
  Examined of(JsonObject raw, @Nullable String type, boolean part) {
    String said = Examined.typeOf(raw);
    String kind = type == null ? said : type;
    place.enter(null, kind == null ? "Resource" : kind);
    if (type != null && said != null && !said.equals(type)) {
      // FHIRPath has no name for the member that says the kind.
      note(FhirProblem.Kind.INVALID, Violation.TYPE, "resourceType must be " + type);
    }
    JsonObject kept = part ? anyResource(raw, kind) : resource(raw, kind);
    return new Examined(kept, problems);
  }

  void note(FhirProblem.Kind kind, String code, String text) {
    if (hasRoom(kind)) {
      problems.add(new FhirProblem(kind, code, place.toString(), text));
    }
  }

  void invalid(String code, String where, String text) {
    if (hasRoom(FhirProblem.Kind.INVALID)) {
      problems.add(new FhirProblem(FhirProblem.Kind.INVALID, code, where, text));
    }
  }

  /** Notes that a member of the object that is looked at was left out, or something of it. */
  void leftOut(@Nullable Shape owner, String name) {
    place.enter(owner, name);
    note(FhirProblem.Kind.REPAIRED, Violation.REQUIRED, Prune.EMPTY);
    place.leave();
  }

  // Each kind has its own room, or harmless ones could hide what the writer must refuse.
  private boolean hasRoom(FhirProblem.Kind kind) {
    return noted.merge(kind, 1, Integer::sum) <= MAX_PROBLEMS;
  }

  Place place() {
    return place;
  }

  /** A resource that stands for itself, with the resources it contains. */
  private JsonObject resource(JsonObject object, @Nullable String type) {
    LocalReferences outer = locals;
    locals = new LocalReferences();
    JsonObject kept = anyResource(object, type);
    if (type != null && Shapes.resource(type) != null) {
      locals.check(kept, this);
    }
    locals = outer;
    return kept;
  }

  private JsonObject anyResource(JsonObject object, @Nullable String type) {
    if (Examined.typeOf(object) == null) {
      note(FhirProblem.Kind.INVALID, Violation.REQUIRED, "a resource has a resourceType");
    }
    Shape shape = type == null ? null : Shapes.resource(type);
    return shape == null ? prune.object(object) : object(object, shape);
  }

  private JsonObject object(JsonObject object, Shape shape) {
    Map<String, JsonValue> members = object.members();
    JsonObject.@Nullable Builder changed = null;
    Filled filled = new Filled(shape);
    boolean paired = false;
    int done = 0;
    for (Map.Entry<String, JsonValue> entry : members.entrySet()) {
      String name = entry.getKey();
      JsonValue value = entry.getValue();
      place.enter(shape, name);
      Member member = shape.members.get(name);
      JsonValue kept =
          member == null ? other(object, shape, name, value) : value(object, member, name, value);
      if (kept != null && !filled.by(name, member)) {
        note(FhirProblem.Kind.INVALID, Violation.CONFLICT, "more than one of a choice is given");
      }
      paired |= name.startsWith("_");
      place.leave();
      if (kept != value && changed == null) {
        changed = firstOf(members, done);
      }
      if (changed != null && kept != null) {
        changed.put(name, kept);
      }
      done++;
    }
    JsonObject result = changed == null ? object : changed.build();
    result = paired ? Pairs.tidy(object, result, shape, this) : result;
    if (result.members().isEmpty()) {
      // Nobody asks of what is left out that it be whole.
      return result;
    }
    missing(shape, filled);
    for (Rule rule : shape.rules) {
      if (!rule.holds(result)) {
        note(FhirProblem.Kind.INVALID, rule.key(), rule.text());
      }
    }
    return result;
  }

  private static JsonObject.Builder firstOf(Map<String, JsonValue> members, int count) {
    JsonObject.Builder first = JsonObject.builder();
    members.entrySet().stream().limit(count).forEach(e -> first.put(e.getKey(), e.getValue()));
    return first;
  }

  private void missing(Shape shape, Filled filled) {
    for (long open = filled.missing(); open != 0; open &= open - 1) {
      String name = shape.slots.get(Long.numberOfTrailingZeros(open));
      invalid(Violation.REQUIRED, place.with(name), "a value is required");
    }
  }

  /** A member the type does not have: its name, an extension of a primitive, or something else. */
  private @Nullable JsonValue other(JsonObject owner, Shape shape, String name, JsonValue value) {
    if (shape.resource() && name.equals("resourceType")) {
      return value;
    }
    Member described = name.startsWith("_") ? shape.members.get(name.substring(1)) : null;
    if (described != null && described.primitive() != null) {
      return extensions(described, value);
    }
    boolean resource = shape.resource() || owner.members().containsKey("resourceType");
    if (resource && PRIVATE_MEMBERS.contains(name)) {
      note(FhirProblem.Kind.REPAIRED, Violation.UNSUPPORTED, "a private copy is left out");
      return null;
    }
    JsonValue kept = prune.value(value, Prune.isPaired(owner, name));
    if (kept != null) {
      note(FhirProblem.Kind.UNKNOWN, Violation.UNSUPPORTED, "FHIR R4 has no such member");
    }
    return kept;
  }

  private @Nullable JsonValue extensions(Member described, JsonValue value) {
    Member element = new Member(null, ELEMENT, described.many(), 0, Set.of(), null, Set.of());
    return described.many() ? list(element, value, true) : single(element, value);
  }

  private @Nullable JsonValue value(JsonObject owner, Member member, String name, JsonValue value) {
    if (!member.many()) {
      return single(member, value);
    }
    boolean keepPlaces = member.primitive() != null && owner.members().containsKey("_" + name);
    return list(member, value, keepPlaces);
  }

  private @Nullable JsonValue list(Member member, JsonValue value, boolean keepPlaces) {
    if (!(value instanceof JsonArray array)) {
      place.item(0);
      JsonValue only = single(member, value);
      place.whole();
      if (only == null) {
        return null;
      }
      note(FhirProblem.Kind.REPAIRED, Violation.TYPE, "one value stands where a list belongs");
      return new JsonArray(List.of(only));
    }
    List<JsonValue> items = array.items();
    List<JsonValue> kept = new ArrayList<>(items.size());
    boolean same = true;
    for (int i = 0; i < items.size(); i++) {
      place.item(i);
      JsonValue item = items.get(i);
      boolean gap = keepPlaces && item == JsonNull.NULL;
      JsonValue now = gap ? item : single(member, item);
      if (now == null && keepPlaces) {
        now = JsonNull.NULL;
      }
      if (now != null) {
        kept.add(now);
      }
      same &= now == item;
    }
    place.whole();
    if (kept.isEmpty()) {
      note(FhirProblem.Kind.REPAIRED, Violation.REQUIRED, Prune.EMPTY);
      return null;
    }
    return same ? array : new JsonArray(kept);
  }

  private @Nullable JsonValue single(Member member, JsonValue value) {
    if (Prune.isEmpty(value)) {
      note(FhirProblem.Kind.REPAIRED, Violation.REQUIRED, Prune.EMPTY);
      return null;
    }
    if (member.primitive() != null) {
      return primitive(member, member.primitive(), value);
    }
    if (!(value instanceof JsonObject object)) {
      return misplaced(value, "must be an object");
    }
    Shape shape = member.shape();
    if (shape == null) {
      String type = Examined.typeOf(object);
      return place.is("contained") ? anyResource(object, type) : resource(object, type);
    }
    JsonObject kept = object(object, shape);
    if (kept.members().isEmpty()) {
      note(FhirProblem.Kind.REPAIRED, Violation.REQUIRED, Prune.EMPTY);
      return null;
    }
    if (shape != ELEMENT && kept.members().size() == 1 && kept.members().containsKey("id")) {
      note(FhirProblem.Kind.INVALID, "ele-1", "must hold more than an id");
    }
    bindings(member, kept);
    return kept;
  }

  private @Nullable JsonValue primitive(Member member, Primitive type, JsonValue value) {
    if (!type.accepts(value)) {
      return misplaced(value, "must be " + type.form());
    }
    if (!member.codes().isEmpty()
        && value instanceof JsonString code
        && !member.codes().contains(code.value())) {
      note(FhirProblem.Kind.INVALID, Violation.CHOICE, "must be one of FHIR's codes for it");
    }
    return value;
  }

  private @Nullable JsonValue misplaced(JsonValue value, String text) {
    JsonValue kept = prune.value(value, false);
    if (kept != null) {
      note(FhirProblem.Kind.INVALID, Violation.TYPE, text);
    }
    return kept;
  }

  private void bindings(Member member, JsonObject kept) {
    if (member.system() != null && !Concepts.hasOneOf(kept, member.system(), member.codes())) {
      note(FhirProblem.Kind.INVALID, Violation.CHOICE, "needs a code of " + member.system());
    }
    if (kept.members().get("reference") instanceof JsonString reference) {
      locals.refer(reference.value(), place);
      if (!References.isOne(reference.value())) {
        note(FhirProblem.Kind.INVALID, Violation.TYPE, "must be " + References.FORM);
      } else if (!References.mayBe(reference.value(), member.targets())) {
        note(FhirProblem.Kind.INVALID, Violation.CHOICE, "points at another type of resource");
      }
    }
  }
}
