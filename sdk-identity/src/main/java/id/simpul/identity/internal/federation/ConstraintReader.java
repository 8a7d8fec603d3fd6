package id.simpul.identity.internal.federation;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the members of {@code constraints} (OpenID Federation 1.1, section 6.2). */
public final class ConstraintReader {
  /** The most entity types in {@code allowed_entity_types}. */
  public static final int MAX_ENTITY_TYPES = 64;

  /** The name of the constraint on intermediates. */
  public static final String MAX_PATH_LENGTH = "max_path_length";

  /** The name of the constraint on entity types. */
  public static final String ALLOWED_ENTITY_TYPES = "allowed_entity_types";

  private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]*");

  /** Digits that always fit an int. */
  private static final int INT_DIGITS = 9;

  private final JsonObject constraints;

  /**
   * A reader of one claim.
   *
   * @param constraints the claim
   */
  public ConstraintReader(JsonObject constraints) {
    this.constraints = constraints;
  }

  /**
   * Reads {@code max_path_length}.
   *
   * @return zero or more, cut to the largest int; or empty when it is absent
   * @throws TrustException {@code MALFORMED} when it is no whole number of zero or more
   */
  public OptionalInt maxPathLength() {
    JsonValue value = constraints.members().get(MAX_PATH_LENGTH);
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value instanceof JsonNumber number && WHOLE.matcher(number.lexeme()).matches()) {
      String digits = number.lexeme();
      return OptionalInt.of(
          digits.length() > INT_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits));
    }
    throw malformed("is not a whole number of zero or more", MAX_PATH_LENGTH);
  }

  /**
   * Reads {@code naming_constraints}.
   *
   * @return the constraint, or empty when it is absent
   * @throws TrustException {@code MALFORMED} when it has another form
   */
  public Optional<NamingConstraints> naming() {
    JsonValue value = constraints.members().get(NamingConstraints.NAME);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JsonObject object) {
      return Optional.of(NamingConstraints.parse(object));
    }
    throw malformed("is not an object", NamingConstraints.NAME);
  }

  /**
   * Reads {@code allowed_entity_types}.
   *
   * @return the entity type identifiers, or empty when it is absent
   * @throws TrustException {@code MALFORMED} when it is no array of strings, or too long
   */
  public Optional<Set<String>> allowedEntityTypes() {
    JsonValue value = constraints.members().get(ALLOWED_ENTITY_TYPES);
    if (value == null) {
      return Optional.empty();
    }
    return Optional.of(new LinkedHashSet<>(strings(value, MAX_ENTITY_TYPES, ALLOWED_ENTITY_TYPES)));
  }

  static List<String> strings(JsonValue value, int max, String where) {
    if (!(value instanceof JsonArray array)) {
      throw malformed("is not an array", where);
    }
    if (array.items().size() > max) {
      throw malformed("has more than " + max + " items", where);
    }
    List<String> strings = new ArrayList<>();
    for (JsonValue item : array.items()) {
      if (!(item instanceof JsonString string)) {
        throw malformed("holds what is not a string", where);
      }
      strings.add(string.value());
    }
    return strings;
  }

  static TrustException malformed(String what, String where) {
    return new TrustException(Reason.MALFORMED, "constraints", what, where);
  }
}
