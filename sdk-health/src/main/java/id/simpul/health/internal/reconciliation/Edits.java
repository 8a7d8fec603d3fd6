package id.simpul.health.internal.reconciliation;

/** Slips of a typist: one character wrong, missing, too many, or two neighbours swapped. */
public final class Edits {
  private Edits() {}

  /** Whether two texts differ, and by one slip only (Damerau distance 1). */
  public static boolean one(String a, String b) {
    if (a.equals(b) || Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int at = firstDifference(a, b);
    if (a.length() != b.length()) {
      String shorter = a.length() < b.length() ? a : b;
      String longer = a.length() < b.length() ? b : a;
      return shorter.regionMatches(at, longer, at + 1, shorter.length() - at);
    }
    if (a.regionMatches(at + 1, b, at + 1, a.length() - at - 1)) {
      return true;
    }
    return at + 1 < a.length()
        && a.charAt(at) == b.charAt(at + 1)
        && a.charAt(at + 1) == b.charAt(at)
        && a.regionMatches(at + 2, b, at + 2, a.length() - at - 2);
  }

  /** The index of the first character that differs, or the shorter text's length. */
  public static int firstDifference(String a, String b) {
    int at = 0;
    int end = Math.min(a.length(), b.length());
    while (at < end && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at;
  }
}
