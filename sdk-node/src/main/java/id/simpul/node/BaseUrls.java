package id.simpul.node;

import id.simpul.core.operation.Violation;
import id.simpul.identity.EntityId;
import java.net.URI;
import java.util.List;

/** The one rule for every URL a node is known by. */
final class BaseUrls {
  private BaseUrls() {}

  static URI withoutSlash(URI value) {
    String text = value.toString();
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : value;
  }

  static void check(
      URI url, String setting, boolean insecureLoopbackAllowed, List<Violation> violations) {
    EntityId id;
    try {
      id = new EntityId(url.toString());
    } catch (IllegalArgumentException e) {
      violations.add(
          new Violation(
              Violation.TYPE, setting, "must be an https URL without query, fragment and user"));
      return;
    }
    if (id.isInsecureLoopback() && !insecureLoopbackAllowed) {
      violations.add(
          new Violation(
              Violation.UNSUPPORTED,
              setting,
              "plain http is for development: use https, or set"
                  + " allow-insecure-loopback-for-development on this machine alone"));
    }
  }
}
