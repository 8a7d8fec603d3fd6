package id.simpul.reporting;

import id.simpul.core.format.JsonObject;
import java.util.Objects;

/**
 * What was answered to one question of a report's service, as the extensions of GeoReport v2 show
 * it: {@code attributes} of a report. A question with several answers has one of these for each.
 *
 * @param code the question's code in the service's definition, {@code ""} when the node gives none
 * @param label the question as it is asked, {@code ""} when the node gives none
 * @param value the answer as it was sent: a key where there is a choice, {@code ""} for none
 * @param name the answer as it is shown, {@code ""} when the node gives none
 * @param extra members this version does not know, as they came
 */
public record ReportAttribute(
    String code, String label, String value, String name, JsonObject extra) {
  /** Checks that all members are given. */
  public ReportAttribute {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(extra, "extra");
  }

  /** The code alone; what was answered may be personal. */
  @Override
  public String toString() {
    return code;
  }
}
