package id.simpul.node.internal.fhir;

import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.Bundle;
import id.simpul.node.internal.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions a change is meant for (FHIR R4, section 3.1.0.5, and RFC 9110, sections 13.1.1 and
 * 13.1.2): {@code If-Match: W/"3"}, any of several, or {@code *} for whichever there is; and those
 * it is not meant for, by {@code If-None-Match}.
 *
 * @param matching the versions of which it must be one, or empty for whichever there is; a tag of
 *     nobody's is version {@value #NOBODYS}
 * @param others the versions of which it must be none, or empty for no such condition
 * @param where what names the matching versions
 * @param whereOthers what names the others
 */
record Precondition(List<Long> matching, List<Long> others, String where, String whereOthers) {
  /** The version of a tag that this node never gave. */
  static final long NOBODYS = -1;

  // Of *, which is whichever version there is.
  private static final long ANY = 0;

  private static final String TAG = "(?:W/)?\"([^\"]{1,64})\"";
  private static final Pattern ETAG = Pattern.compile(TAG);
  private static final Pattern ETAGS = Pattern.compile(TAG + "(?:\\s*,\\s*" + TAG + "){0,19}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final String IF_MATCH = "If-Match";
  private static final String IF_NONE_MATCH = "If-None-Match";

  /** Copies the lists. */
  Precondition {
    matching = matching.contains(ANY) ? List.of() : List.copyOf(matching);
    others = List.copyOf(others);
  }

  static Precondition of(Headers headers) {
    return new Precondition(
        versions(headers, IF_MATCH), versions(headers, IF_NONE_MATCH), IF_MATCH, IF_NONE_MATCH);
  }

  private static List<Long> versions(Headers headers, String field) {
    List<String> lines = headers.all(field);
    return lines.isEmpty() ? List.of() : versions(String.join(", ", lines), field);
  }

  /**
   * Reads the tags of an entry, which are what the fields of a single request would be.
   *
   * @param request what is to be done with the entry's resource
   * @param where the request as a FHIRPath
   */
  static Precondition of(Bundle.Request request, String where) {
    String matching = where + ".ifMatch";
    String others = where + ".ifNoneMatch";
    return new Precondition(
        request.ifMatch().map(tags -> versions(tags, matching)).orElse(List.of()),
        request.ifNoneMatch().map(tags -> versions(tags, others)).orElse(List.of()),
        matching,
        others);
  }

  private static List<Long> versions(String text, String where) {
    String tags = text.strip();
    if (tags.equals("*")) {
      return List.of(ANY);
    }
    if (!ETAGS.matcher(tags).matches()) {
      throw Refusal.of(400, Violation.MALFORMED, where, "must be W/\"version\"");
    }
    List<Long> versions = new ArrayList<>();
    for (Matcher each = ETAG.matcher(tags); each.find(); ) {
      versions.add(Optional.of(version(each.group(1))).filter(v -> v > 0).orElse(NOBODYS));
    }
    return versions;
  }

  /** The number of a version; 0 for a text that names none of ours. */
  static long version(String versionId) {
    return NUMBER.matcher(versionId).matches() ? Long.parseLong(versionId) : 0;
  }

  /** Whether it names a version: then a change is not tried anew when that is overtaken. */
  boolean isGiven() {
    return !matching.isEmpty();
  }

  void require(long current) {
    if (isGiven() && !matching.contains(current)) {
      throw stale(where, "the resource has another version; read it again");
    }
    if (others.contains(ANY) || others.contains(current)) {
      throw stale(whereOthers, "the resource is there, in a version that is not meant");
    }
  }

  private static Refusal stale(String where, String message) {
    return Refusal.of(412, Violation.CONFLICT, where, message);
  }
}
