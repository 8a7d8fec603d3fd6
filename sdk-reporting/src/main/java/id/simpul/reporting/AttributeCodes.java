package id.simpul.reporting;

/** The form of an attribute's code in a submission. */
final class AttributeCodes {
  private AttributeCodes() {}

  // A bracket would end the code too early in attribute[code].
  static boolean wellFormed(String code) {
    if (code.isBlank() || code.length() > NewReport.MAX_ATTRIBUTE_CODE_LENGTH) {
      return false;
    }
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '[' || c == ']' || Character.isISOControl(c)) {
        return false;
      }
    }
    return true;
  }
}
