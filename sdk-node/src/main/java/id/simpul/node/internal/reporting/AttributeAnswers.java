package id.simpul.node.internal.reporting;

import id.simpul.core.format.JsonObject;
import id.simpul.reporting.Attribute;
import id.simpul.reporting.AttributeValue;
import id.simpul.reporting.ReportAttribute;
import id.simpul.reporting.ServiceDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a report's answers beside the questions they answer. */
final class AttributeAnswers {
  private AttributeAnswers() {}

  /**
   * The answers of a report, those to unknown questions included.
   *
   * @param answers values by code
   * @param definition the questions, as they are asked now
   * @return one entry a value, in the order of the submission
   */
  static List<ReportAttribute> of(Map<String, List<String>> answers, ServiceDefinition definition) {
    List<ReportAttribute> attributes = new ArrayList<>();
    answers.forEach((code, values) -> {
      Optional<Attribute> asked =
          definition.attributes().stream().filter(a -> a.code().equals(code)).findFirst();
      String label = asked.flatMap(Attribute::description).orElse("");
      for (String value : values) {
        attributes.add(
            new ReportAttribute(code, label, value, name(asked, value), JsonObject.EMPTY));
      }
    });
    return attributes;
  }

  private static String name(Optional<Attribute> asked, String key) {
    return asked.map(Attribute::values).orElse(List.of()).stream()
        .filter(v -> v.key().equals(key))
        .map(AttributeValue::name)
        .findFirst()
        .orElse("");
  }
}
