package id.simpul.core.internal.schema;

import com.networknt.schema.Error;
import id.simpul.core.operation.Violation;
import tools.jackson.databind.JsonNode;

/**
 * Puts the validator's findings into our words. The validator's own messages quote the document, so
 * ours are made from the keyword and the schema alone.
 */
final class Findings {
  private Findings() {}

  static Violation violation(Error finding) {
    String keyword = finding.getKeyword();
    return new Violation(code(keyword), where(finding), message(finding, keyword));
  }

  private static String code(String keyword) {
    return switch (keyword) {
      case "required", "dependentRequired", "contains", "minContains" -> Violation.REQUIRED;
      case "type", "format", "pattern" -> Violation.TYPE;
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" ->
          Violation.RANGE;
      case "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "minProperties",
          "maxProperties",
          "maxContains" ->
          Violation.LENGTH;
      case "enum", "const", "oneOf" -> Violation.CHOICE;
      case "additionalProperties",
          "unevaluatedProperties",
          "unevaluatedItems",
          "propertyNames",
          "false" ->
          Violation.UNSUPPORTED;
      default -> Violation.CONFLICT;
    };
  }

  /** The place; for a missing member the place where it belongs. */
  private static String where(Error finding) {
    String at = finding.getInstanceLocation().toString();
    return switch (finding.getKeyword()) {
      case "required" -> at + "/" + escape(finding.getProperty());
      case "dependentRequired" -> at + "/" + escape(finding.getArguments()[0].toString());
      default -> at;
    };
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String message(Error finding, String keyword) {
    JsonNode rule = finding.getSchemaNode();
    return switch (keyword) {
      case "required", "dependentRequired" -> "a value is required";
      case "type" -> "must be of type " + rule;
      case "format" -> "must be written as " + rule;
      case "pattern" -> "must match the pattern " + rule;
      case "minimum" -> "must be at least " + rule;
      case "maximum" -> "must be at most " + rule;
      case "exclusiveMinimum" -> "must be greater than " + rule;
      case "exclusiveMaximum" -> "must be less than " + rule;
      case "multipleOf" -> "must be a multiple of " + rule;
      case "minLength" -> "at least " + rule + " characters are needed";
      case "maxLength" -> "at most " + rule + " characters are allowed";
      case "minItems" -> "at least " + rule + " items are needed";
      case "maxItems" -> "at most " + rule + " items are allowed";
      case "minProperties" -> "at least " + rule + " members are needed";
      case "maxProperties" -> "at most " + rule + " members are allowed";
      case "uniqueItems" -> "no item may occur twice";
      case "enum" -> "must be one of " + rule;
      case "const" -> "must be " + rule;
      case "oneOf" -> "must have exactly one of the forms the schema lists";
      case "additionalProperties", "unevaluatedProperties" ->
          "holds a member the schema does not name";
      case "false" -> "must not be there";
      default -> "breaks the rule " + keyword;
    };
  }
}
