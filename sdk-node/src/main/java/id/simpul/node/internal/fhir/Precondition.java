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
 */
record Precondition(long version) {
  private static final Pattern ETAG = Pattern.compile("(?:W/)?\"([^\"]{1,64})\"");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final String IF_MATCH = "If-Match";

  static Precondition of(Headers headers) {
    return headers.first(IF_MATCH).map(Precondition::of).orElse(new Precondition(0));
  }

  /** Reads an entity tag. */
  static Precondition of(String tag) {
    Matcher form = ETAG.matcher(tag.strip());
    if (!form.matches()) {
      throw Refusal.of(400, Violation.MALFORMED, IF_MATCH, "must be W/\"version\"");
    }
    long version = version(form.group(1));
    if (version == 0) {
      throw stale();
    }
    return new Precondition(version);
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
      throw stale();
    }
  }

  private static Refusal stale() {
    return Refusal.of(
        412, Violation.CONFLICT, IF_MATCH, "the resource has another version; read it again");
  }
}
