package id.simpul.health;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import java.util.Objects;
import java.util.Optional;

/** A facility of the index, with the members used most; {@link #json} has all of them. */
public final class MasterFacility {
  private final JsonObject json;

  private MasterFacility(JsonObject json) {
    this.json = Objects.requireNonNull(json, "json");
  }

  /**
   * Takes a facility as the server describes it.
   *
   * @param json the object
   * @return the facility
   */
  public static MasterFacility of(JsonObject json) {
    return new MasterFacility(json);
  }

  /**
   * All members; telephone numbers and addresses among them.
   *
   * @return the object as it came
   */
  public JsonObject json() {
    return json;
  }

  /**
   * Its organization number in SATUSEHAT.
   *
   * @return the number
   */
  public Optional<String> organizationId() {
    return text("kode_satusehat");
  }

  /**
   * Its code in the index.
   *
   * @return the code
   */
  public Optional<String> code() {
    return text("kode_sarana");
  }

  /**
   * Its name.
   *
   * @return the name
   */
  public Optional<String> name() {
    return text("nama");
  }

  private Optional<String> text(String name) {
    return json.members().get(name) instanceof JsonString string
        ? Optional.of(string.value())
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "MasterFacility[" + organizationId().orElse("") + "]";
  }
}
