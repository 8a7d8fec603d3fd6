package id.simpul.health.internal.satusehat;

import java.util.List;

/** References by what they end in: a server may write {@code Patient/P02} as an absolute URL. */
final class ReferenceTail {
  private static final String VERSION = "/_history/";

  private ReferenceTail() {}

  /**
   * The kind and id a reference ends in.
   *
   * @param reference relative, absolute, {@code urn:uuid:} or {@code #id}
   * @return {@code Patient/P02}, or the reference itself when it has no such end
   */
  static String of(String reference) {
    int version = reference.indexOf(VERSION);
    String bare = version < 0 ? reference : reference.substring(0, version);
    List<String> steps = List.of(bare.split("/", -1));
    return steps.size() < 2
        ? bare
        : String.join("/", steps.subList(steps.size() - 2, steps.size()));
  }

  /**
   * Whether two references end in the same kind and id.
   *
   * @param one a reference
   * @param other a reference
   * @return true when they do
   */
  static boolean same(String one, String other) {
    return of(one).equals(of(other));
  }
}
