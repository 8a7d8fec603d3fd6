package id.simpul.node.internal.fhir;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import id.simpul.health.wire.ResourceKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the entries of a transaction are called, and what takes the place of these names (FHIR R4,
 * section 3.1.0.11.2): in references, in URIs and URLs, and in the links of a narrative. Canonical
 * URLs stay, and so do identifiers, which are texts. A relative reference is read as section
 * 2.36.4.1 has it: beside the entry that says it. What points at nothing here is left as it is, but
 * for names that mean nothing outside.
 */
final class TransactionNames {
  private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
  private static final Pattern RESTFUL =
      Pattern.compile("(https?://.+)/[A-Z][A-Za-z]{0,63}/[A-Za-z0-9.-]{1,64}");
  private static final Pattern LINK = Pattern.compile("((?:href|src)\\s*=\\s*[\"'])([^\"'<>]*)");
  private static final String VERSION = "/_history/";
  private static final String URN = "urn:";

  // The elements of the types uri, url, oid and uuid in the resources that are kept.
  private static final Set<String> URIS =
      Set.of(
          "implicitRules",
          "source",
          "system",
          "url",
          "valueOid",
          "valueUri",
          "valueUrl",
          "valueUuid");

  private final Place place;
  private final Map<String, Target> targets = new HashMap<>();

  TransactionNames(Place place) {
    this.place = place;
  }

  /**
   * What an entry becomes.
   *
   * @param key its resource
   * @param version the version that is written
   */
  record Target(ResourceKey key, long version) {}

  /**
   * Takes a name.
   *
   * @return false when another entry has it
   */
  boolean add(String fullUrl, Target target) {
    return targets.putIfAbsent(fullUrl, target) == null;
  }

  /**
   * What an entry says, with the names replaced.
   *
   * @param resource the resource as it was sent
   * @param fullUrl the entry's own name, {@code ""} for none
   * @param where the resource as a FHIRPath
   * @param violations takes what points at nothing
   */
  JsonValue resolved(
      JsonObject resource, String fullUrl, String where, List<Violation> violations) {
    Matcher own = RESTFUL.matcher(fullUrl);
    String root = own.matches() ? own.group(1) : place.base().toString();
    return new Walk(root, violations).resolved(resource, "", where);
  }

  private static String text(ResourceKey key) {
    return key.resourceType() + "/" + key.id();
  }

  /** One resource. */
  private final class Walk {
    private final String root;
    private final List<Violation> violations;

    Walk(String root, List<Violation> violations) {
      this.root = root;
      this.violations = violations;
    }

    JsonValue resolved(JsonValue value, String name, String where) {
      if (value instanceof JsonObject object) {
        JsonObject.Builder members = JsonObject.builder();
        object
            .members()
            .forEach((n, member) -> members.put(n, resolved(member, n, where + "." + n)));
        return members.build();
      }
      if (value instanceof JsonArray array) {
        List<JsonValue> items = new ArrayList<>();
        for (int i = 0; i < array.items().size(); i++) {
          items.add(resolved(array.items().get(i), name, where + "[" + i + "]"));
        }
        return new JsonArray(items);
      }
      return value instanceof JsonString text
          ? new JsonString(resolved(text.value(), name, where))
          : value;
    }

    private String resolved(String text, String name, String where) {
      if (name.equals("reference")) {
        return reference(text, where);
      }
      if (name.equals("div")) {
        return LINK.matcher(text)
            .replaceAll(link ->
                Matcher.quoteReplacement(
                    link.group(1) + named(link.group(2)).orElse(link.group(2))));
      }
      return URIS.contains(name) ? named(text).orElse(text) : text;
    }

    private Optional<String> named(String text) {
      return Optional.ofNullable(targets.get(text)).map(target -> text(target.key()));
    }

    private String reference(String text, String where) {
      int history = text.indexOf(VERSION);
      String bare = history < 0 ? text : text.substring(0, history);
      boolean absolute = ABSOLUTE.matcher(bare).matches();
      Target target = targets.get(absolute ? bare : root + "/" + bare);
      if (target != null) {
        // Which version of a new resource is meant is known only now. A record that was there
        // has others, and whoever names one of them means that one.
        boolean named = history >= 0 && target.version() > 1 && !bare.startsWith(URN);
        String version = history < 0 ? "" : VERSION + target.version();
        return named ? text : text(target.key()) + version;
      }
      if (text.startsWith(URN)) {
        violations.add(
            new Violation(Violation.NOT_FOUND, where, "points at nothing within the transaction"));
      } else if (place.bare(text).indexOf('?') >= 0
          && !ABSOLUTE.matcher(place.bare(text)).matches()) {
        violations.add(
            new Violation(
                Violation.UNSUPPORTED, where, "a search as a reference is not taken here"));
      }
      return text;
    }
  }
}
