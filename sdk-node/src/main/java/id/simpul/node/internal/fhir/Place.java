package id.simpul.node.internal.fhir;

import id.simpul.health.wire.ResourceKey;
import java.net.URI;
import java.util.List;

/**
 * Where the records of a node stand.
 *
 * @param base the base of its FHIR API, without a slash at its end
 */
record Place(URI base) {
  private static final String VERSION = "/_history/";

  String of(String resourceType) {
    return base + "/" + resourceType;
  }

  String of(ResourceKey key) {
    return of(key.resourceType()) + "/" + key.id();
  }

  String of(ResourceKey key, long version) {
    return of(key) + VERSION + version;
  }

  /** Where the versions of a resource are listed. */
  String history(ResourceKey key) {
    return of(key) + "/_history";
  }

  /**
   * A reference as it is compared: without a version, and without the base when it points here.
   *
   * @return {@code Patient/1}, or the URL of something elsewhere
   */
  String bare(String reference) {
    int version = reference.indexOf(VERSION);
    String whole = version < 0 ? reference : reference.substring(0, version);
    String start = base + "/";
    return whole.startsWith(start) ? whole.substring(start.length()) : whole;
  }

  /** Whether a reference, to something here or elsewhere, points at one of a kind. */
  static boolean pointsAt(String bare, String resourceType) {
    String[] steps = bare.split("/", -1);
    return steps.length >= 2 && steps[steps.length - 2].equals(resourceType);
  }

  /** The id a reference to something here ends in, or the reference itself. */
  static String idOf(String bare) {
    List<String> steps = List.of(bare.split("/", -1));
    return steps.size() == 2 ? steps.get(1) : bare;
  }
}
