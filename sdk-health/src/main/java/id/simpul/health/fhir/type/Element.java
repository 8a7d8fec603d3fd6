package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of FHIR R4: an immutable piece of JSON with typed accessors. Two values are equal when
 * they are of one type and their JSON is equal, in any order of members.
 *
 * <p>Accessors never throw for what a server sent: a member that is missing, or is not of the type
 * asked for, is empty. {@link #json} always shows what is there. {@link #toString} names the type
 * and shows no content, for it may be personal. Extended by Simpul alone.
 */
public abstract class Element {
  private final JsonObject json;

  /**
   * Takes the members.
   *
   * @param json the members
   */
  protected Element(JsonObject json) {
    this.json = Objects.requireNonNull(json, "json");
  }

  /**
   * Its type.
   *
   * @return the type, whose name is that of the standard
   */
  public abstract FhirType<? extends Element> fhirType();

  /**
   * Whether its members are those of its type.
   *
   * @return false for a resource of another kind
   */
  protected boolean isOfItsType() {
    return true;
  }

  /**
   * All members, as they are written.
   *
   * @return the members in their order, personal as a rule
   */
  public final JsonObject json() {
    return json;
  }

  /**
   * The id: of a resource on its server, of an element within its resource.
   *
   * @return the id
   */
  public final Optional<String> id() {
    return string("id");
  }

  /**
   * What others added to the standard.
   *
   * @return the extensions, in order
   */
  public final List<Extension> extension() {
    return list("extension", Extension.TYPE);
  }

  /**
   * What changes the meaning of a resource or of a part of one: whoever does not know one of these
   * must not use what has it (section 2.4.1.2).
   *
   * @return the extensions, in order; empty for data types, which have none but {@code Dosage} and
   *     {@code Timing}
   */
  public final List<Extension> modifierExtension() {
    return list("modifierExtension", Extension.TYPE);
  }

  /**
   * The first extension with a URL.
   *
   * @param url what defines it
   * @return the extension
   */
  public final Optional<Extension> extension(String url) {
    return extension().stream().filter(e -> e.url().equals(Optional.of(url))).findFirst();
  }

  /**
   * What others added to a primitive member, {@code _birthDate} on the wire.
   *
   * @param member the member's name, without the underscore
   * @return the extensions, in order; those of all items for a list
   */
  public final List<Extension> extensionOf(String member) {
    List<Extension> all = new ArrayList<>();
    for (JsonValue item : items("_" + member)) {
      if (item instanceof JsonObject object) {
        all.addAll(new Plain(object).extension());
      }
    }
    return List.copyOf(all);
  }

  /**
   * A member that is a text: string, code, URI and the like.
   *
   * @param name the member's name on the wire, {@code valueString}
   * @return the text
   */
  public final Optional<String> string(String name) {
    return json.members().get(name) instanceof JsonString s
        ? Optional.of(s.value())
        : Optional.empty();
  }

  /**
   * A member that is a list of texts.
   *
   * @param name the member's name on the wire
   * @return the texts in order, without gaps
   */
  public final List<String> strings(String name) {
    return collect(name, v -> v instanceof JsonString s ? s.value() : null);
  }

  /**
   * A member that is a boolean.
   *
   * @param name the member's name on the wire
   * @return the boolean
   */
  public final Optional<Boolean> flag(String name) {
    return json.members().get(name) instanceof JsonBoolean b
        ? Optional.of(b.value())
        : Optional.empty();
  }

  /**
   * A member that is a decimal number, with the scale it was written with.
   *
   * @param name the member's name on the wire
   * @return the number, or empty too when its exponent is beyond {@link BigDecimal}
   */
  public final Optional<BigDecimal> decimal(String name) {
    return json.members().get(name) instanceof JsonNumber n ? exact(n) : Optional.empty();
  }

  private static Optional<BigDecimal> exact(JsonNumber number) {
    try {
      return Optional.of(number.toBigDecimal());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * A member that is a whole number.
   *
   * @param name the member's name on the wire
   * @return the number, or empty too when it is not whole or has more than 32 bits
   */
  public final Optional<Integer> integer(String name) {
    return json.members().get(name) instanceof JsonNumber n ? whole(n) : Optional.empty();
  }

  private static Optional<Integer> whole(JsonNumber number) {
    try {
      return Optional.of(Integer.valueOf(number.lexeme()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * A member that is a date.
   *
   * @param name the member's name on the wire
   * @return the date, which may be broken
   */
  public final Optional<FhirDate> date(String name) {
    return string(name).map(FhirDate::read);
  }

  /**
   * A member that is a date and time.
   *
   * @param name the member's name on the wire
   * @return the date and time, which may be broken
   */
  public final Optional<FhirDateTime> dateTime(String name) {
    return string(name).map(FhirDateTime::read);
  }

  /**
   * A member that is an instant.
   *
   * @param name the member's name on the wire
   * @return the instant, which may be broken
   */
  public final Optional<FhirInstant> instant(String name) {
    return string(name).map(FhirInstant::read);
  }

  /**
   * A member that is an object.
   *
   * @param name the member's name on the wire, {@code valueQuantity}
   * @param type its type
   * @param <T> its Java type
   * @return the value
   */
  public final <T extends Element> Optional<T> get(String name, FhirType<T> type) {
    JsonValue value = json.members().get(name);
    return value == null ? Optional.empty() : Optional.ofNullable(read(value, type));
  }

  private static <T extends Element> @Nullable T read(JsonValue value, FhirType<T> type) {
    if (!(value instanceof JsonObject object)) {
      return null;
    }
    T read = type.read(object);
    return ((Element) read).isOfItsType() ? read : null;
  }

  /**
   * A member that is a list of objects.
   *
   * @param name the member's name on the wire
   * @param type the type of each
   * @param <T> their Java type
   * @return the values in order, without resources of another kind
   */
  public final <T extends Element> List<T> list(String name, FhirType<T> type) {
    return collect(name, v -> read(v, type));
  }

  private <T> List<T> collect(String name, Function<JsonValue, @Nullable T> each) {
    List<JsonValue> items = items(name);
    if (items.isEmpty()) {
      return List.of();
    }
    List<T> values = new ArrayList<>(items.size());
    for (JsonValue item : items) {
      T value = each.apply(item);
      if (value != null) {
        values.add(value);
      }
    }
    return List.copyOf(values);
  }

  private List<JsonValue> items(String name) {
    JsonValue value = json.members().get(name);
    if (value == null) {
      return List.of();
    }
    return value instanceof JsonArray array ? array.items() : List.of(value);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Element e
        && fhirType().name().equals(e.fhirType().name())
        && json.equals(e.json);
  }

  @Override
  public final int hashCode() {
    return json.hashCode();
  }

  @Override
  public final String toString() {
    return fhirType() + "[" + json.members().size() + " members]";
  }

  /** An element of which nothing but the base is known. */
  private static final class Plain extends Element {
    Plain(JsonObject json) {
      super(json);
    }

    @Override
    public FhirType<Plain> fhirType() {
      return new FhirType<>("Element", Plain::new);
    }
  }
}
