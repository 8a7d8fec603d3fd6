package id.simpul.health.internal.fhir;

import java.util.Set;

/** What a literal reference says of the type it points at. */
final class References {
  private References() {}

  /**
   * Whether a reference may point at one of some types.
   *
   * @param reference {@code Patient/1}, {@code https://x/Patient/1/_history/2}, {@code Patient?x=y}
   * @param targets names of types, empty for any
   * @return false when it names a type that is not among them
   */
  static boolean mayBe(String reference, Set<String> targets) {
    if (targets.isEmpty()) {
      return true;
    }
    String type = typeIn(reference);
    return type.isEmpty() || targets.contains(type);
  }

  /** The type a reference names, or {@code ""}. */
  static String typeIn(String reference) {
    int query = reference.indexOf('?');
    String path = query < 0 ? reference : reference.substring(0, query) + "/";
    int history = path.indexOf("/_history/");
    path = history < 0 ? path : path.substring(0, history);
    int end = path.lastIndexOf('/');
    if (end < 0) {
      return "";
    }
    String type = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    boolean name = !type.isEmpty() && type.charAt(0) >= 'A' && type.charAt(0) <= 'Z';
    for (int i = 1; name && i < type.length(); i++) {
      name = (type.charAt(i) | 0x20) >= 'a' && (type.charAt(i) | 0x20) <= 'z';
    }
    return name ? type : "";
  }
}
