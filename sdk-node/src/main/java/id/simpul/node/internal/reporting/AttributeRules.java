package id.simpul.node.internal.reporting;

import id.simpul.core.operation.FieldReader;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Violation;
import id.simpul.reporting.Attribute;
import id.simpul.reporting.AttributeValue;
import id.simpul.reporting.Datatype;
import id.simpul.reporting.ServiceDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a service's definition asks of a report's attributes (GeoReport v2, GET Service Definition).
 * Attributes the definition does not know are kept, because partners send their own.
 */
final class AttributeRules {
  private static final long LARGEST_NUMBER = 1_000_000_000_000_000L;

  private AttributeRules() {}

  /**
   * Checks attributes.
   *
   * @param definition what is asked
   * @param attributes what was given, values by code
   * @return every violation
   */
  static List<Violation> check(ServiceDefinition definition, Map<String, List<String>> attributes) {
    List<Violation> violations = new ArrayList<>();
    for (Attribute asked : definition.attributes()) {
      List<String> given = attributes.getOrDefault(asked.code(), List.of());
      if (!asked.variable()) {
        continue;
      }
      String where = "attribute[" + asked.code() + "]";
      if (given.isEmpty()) {
        if (asked.required()) {
          violations.add(new Violation(Violation.REQUIRED, where, "this service needs an answer"));
        }
      } else {
        violations.addAll(check(asked, where, given));
      }
    }
    return violations;
  }

  private static List<Violation> check(Attribute asked, String where, List<String> given) {
    if (given.size() > 1 && !asked.datatype().equals(Datatype.MULTIVALUELIST)) {
      return List.of(new Violation(Violation.CONFLICT, where, "takes one value"));
    }
    if (asked.datatype().equals(Datatype.SINGLEVALUELIST)
        || asked.datatype().equals(Datatype.MULTIVALUELIST)) {
      List<String> keys = asked.values().stream().map(AttributeValue::key).toList();
      return keys.containsAll(given)
          ? List.of()
          : List.of(
              new Violation(Violation.CHOICE, where, "must be one of " + String.join(", ", keys)));
    }
    FieldReader reader = new FieldReader(Params.builder().add(where, given.get(0)).build());
    if (asked.datatype().equals(Datatype.NUMBER)) {
      reader.number(where, -LARGEST_NUMBER, LARGEST_NUMBER);
    } else if (asked.datatype().equals(Datatype.DATETIME)) {
      reader.dateTime(where);
    }
    return reader.violations();
  }
}
