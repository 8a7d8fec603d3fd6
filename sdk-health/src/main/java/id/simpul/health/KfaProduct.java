package id.simpul.health;

import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import java.util.Objects;
import java.util.Optional;

/** A product of KFA, with the members used most; {@link #json} has all of them. */
public final class KfaProduct {
  private final JsonObject json;

  private KfaProduct(JsonObject json) {
    this.json = Objects.requireNonNull(json, "json");
  }

  /**
   * Takes a product as the server describes it.
   *
   * @param json the object
   * @return the product
   */
  public static KfaProduct of(JsonObject json) {
    return new KfaProduct(json);
  }

  /**
   * All members.
   *
   * @return the object as it came
   */
  public JsonObject json() {
    return json;
  }

  /**
   * Its code.
   *
   * @return the code, {@code 93…}; drafts may have none
   */
  public Optional<String> kfaCode() {
    return text(json, "kfa_code");
  }

  /**
   * Its name.
   *
   * @return the name
   */
  public Optional<String> name() {
    return text(json, "name");
  }

  /**
   * Whether it may be used.
   *
   * @return true when the server says so
   */
  public boolean active() {
    return JsonBoolean.of(true).equals(json.members().get("active"));
  }

  /**
   * What it is: {@code medicine}, {@code vaccine}.
   *
   * @return the code of the type
   */
  public Optional<String> type() {
    return inner("farmalkes_type");
  }

  /**
   * The route of administration.
   *
   * @return its code, {@code inj.intramuscular}
   */
  public Optional<String> route() {
    return inner("rute_pemberian");
  }

  private Optional<String> inner(String name) {
    JsonValue value = json.members().get(name);
    return value instanceof JsonObject object ? text(object, "code") : Optional.empty();
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object.members().get(name) instanceof JsonString string
        ? Optional.of(string.value())
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "KfaProduct[" + kfaCode().orElse("") + "]";
  }
}
