package id.simpul.node.internal.fhir;

import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Violation;
import id.simpul.node.internal.http.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version a change is meant for (FHIR R4, section 3.1.0.5): {@code If-Match: W/"3"}.
 *
 * @param version the version, 0 for whichever there is
 * @param where what names it
 */
record Precondition(long version, String where) {
  private static final Pattern ETAG = Pattern.compile("(?:W/)?\"([^\"]{1,64})\"");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final String IF_MATCH = "If-Match";

  static Precondition of(Headers headers) {
    return headers
        .first(IF_MATCH)
        .map(tag -> of(tag, IF_MATCH))
        .orElse(new Precondition(0, IF_MATCH));
  }

  /** Reads an entity tag. */
  static Precondition of(String tag, String where) {
    Matcher form = ETAG.matcher(tag.strip());
    if (!form.matches()) {
      throw Refusal.of(400, Violation.MALFORMED, where, "must be W/\"version\"");
    }
    long version = version(form.group(1));
    if (version == 0) {
      throw stale(where);
    }
    return new Precondition(version, where);
  }

  /** The number of a version; 0 for a text that names none of ours. */
  static long version(String versionId) {
    return NUMBER.matcher(versionId).matches() ? Long.parseLong(versionId) : 0;
  }

  boolean isGiven() {
    return version > 0;
  }

  void require(long current) {
    if (isGiven() && version != current) {
      throw stale(where);
    }
  }

  private static Refusal stale(String where) {
    return Refusal.of(
        412, Violation.CONFLICT, where, "the resource has another version; read it again");
  }
}
