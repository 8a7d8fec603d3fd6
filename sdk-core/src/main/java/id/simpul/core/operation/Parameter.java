package id.simpul.core.operation;

import java.util.List;
import java.util.Objects;

/**
 * One value a request may carry, as the OpenAPI document shows it.
 *
 * @param name the name on the wire; {@code attribute[...]} stands for a family of names
 * @param in where it stands
 * @param kind its lexical form
 * @param required whether a request without it is refused
 * @param choices the values allowed, empty when any will do
 * @param description what it means, one sentence
 */
public record Parameter(
    String name, In in, Kind kind, boolean required, List<String> choices, String description) {

  /** Where a value stands. */
  public enum In {
    /** In the path. */
    PATH,
    /** In the query string. */
    QUERY,
    /** In the form body. */
    FORM
  }

  /** The lexical form of a value. */
  public enum Kind {
    /** Any text. */
    TEXT,
    /** A decimal number. */
    NUMBER,
    /** A whole number. */
    INTEGER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A date and time with offset (RFC 3339). */
    DATE_TIME,
    /** Texts separated by commas. */
    COMMA_LIST
  }

  /** Copies the choices. */
  public Parameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(kind, "kind");
    choices = List.copyOf(choices);
    Objects.requireNonNull(description, "description");
  }

  /**
   * A value a request may leave out.
   *
   * @param in where it stands
   * @param name its name
   * @param kind its form
   * @param description what it means
   * @return the parameter
   */
  public static Parameter optional(In in, String name, Kind kind, String description) {
    return new Parameter(name, in, kind, false, List.of(), description);
  }

  /**
   * A value a request must carry.
   *
   * @param in where it stands
   * @param name its name
   * @param kind its form
   * @param description what it means
   * @return the parameter
   */
  public static Parameter required(In in, String name, Kind kind, String description) {
    return new Parameter(name, in, kind, true, List.of(), description);
  }

  /**
   * This parameter with a closed list of values.
   *
   * @param values the values allowed
   * @return a copy
   */
  public Parameter oneOf(String... values) {
    return new Parameter(name, in, kind, required, List.of(values), description);
  }
}
