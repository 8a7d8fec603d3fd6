package id.simpul.node.internal.fhir;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Params;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.wire.ResourceKey;
import id.simpul.node.internal.store.FhirPage;
import id.simpul.node.internal.store.StoredResource;
import id.simpul.node.internal.store.StoredVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what was found as bundles (FHIR R4, sections 3.1.1.1.4 and 3.1.0.11). Thread-safe. */
final class SearchBundles {
  private final Place place;

  SearchBundles(Place place) {
    this.place = place;
  }

  /**
   * A page of a search, with links to itself, the first and the next. The link of the first page to
   * itself always names what was searched for, as section 3.1.1.7 wants it.
   */
  Bundle searchset(SearchReader.Understood search, FhirPage page, PageLinks pages) {
    String kind = search.search().type();
    Params applied = search.applied();
    List<JsonValue> links = new ArrayList<>();
    String first = pages.at(kind, applied, null);
    links.add(
        link(
            "self",
            search
                .search()
                .page()
                .previous()
                .map(after -> pages.at(kind, applied, after))
                .orElseGet(() -> PageLinks.url(place.of(kind), applied))));
    links.add(link("first", first));
    List<StoredResource> found = page.found();
    if (page.more() && !found.isEmpty()) {
      String last = found.get(found.size() - 1).version().key().id();
      links.add(link("next", pages.at(kind, applied, last)));
    }
    List<JsonValue> entries = new ArrayList<>();
    for (StoredResource each : found) {
      entries.add(
          entry(each).put("search", JsonObject.builder().put("mode", "match").build()).build());
    }
    JsonObject.Builder bundle = bundle(Bundle.SEARCHSET);
    page.total().ifPresent(total -> bundle.put("total", JsonNumber.of(total)));
    return made(bundle.put("link", new JsonArray(links)), entries);
  }

  /**
   * A page of the versions of one resource, with links to itself and the next.
   *
   * @param key the resource
   * @param applied the parameters that were understood
   * @param after the version before the page, or null for the first
   * @param page what there is
   */
  Bundle history(ResourceKey key, Params applied, @Nullable String after, FhirPage page) {
    String base = place.history(key);
    List<JsonValue> links = new ArrayList<>();
    links.add(link("self", PageLinks.url(base, PageLinks.page(applied, after))));
    List<StoredResource> versions = page.found();
    if (page.more() && !versions.isEmpty()) {
      long last = versions.get(versions.size() - 1).version().version();
      links.add(link("next", PageLinks.url(base, PageLinks.page(applied, Long.toString(last)))));
    }
    List<JsonValue> entries = new ArrayList<>();
    for (StoredResource each : versions) {
      StoredVersion version = each.version();
      boolean first = version.version() == 1;
      String kind = version.key().resourceType();
      entries.add(
          entry(each)
              .put(
                  "request",
                  JsonObject.builder()
                      .put("method", first ? "POST" : "PUT")
                      .put("url", first ? kind : kind + "/" + version.key().id())
                      .build())
              .put(
                  "response",
                  JsonObject.builder()
                      .put("status", first ? "201" : "200")
                      .put("etag", etag(version))
                      .put("lastModified", Records.time(version.lastUpdated()))
                      .build())
              .build());
    }
    JsonObject.Builder bundle = bundle(Bundle.HISTORY);
    page.total().ifPresent(total -> bundle.put("total", JsonNumber.of(total)));
    return made(bundle.put("link", new JsonArray(links)), entries);
  }

  /** What became of each entry of a transaction. */
  Bundle transactionResponse(List<StoredVersion> versions) {
    List<JsonValue> entries = new ArrayList<>();
    for (StoredVersion version : versions) {
      entries.add(
          JsonObject.builder()
              .put(
                  "response",
                  JsonObject.builder()
                      .put("status", version.version() == 1 ? "201 Created" : "200 OK")
                      .put("location", place.of(version.key(), version.version()))
                      .put("etag", etag(version))
                      .put("lastModified", Records.time(version.lastUpdated()))
                      .build())
              .build());
    }
    return made(bundle("transaction-response"), entries);
  }

  static String etag(StoredVersion version) {
    return etag(Long.toString(version.version()));
  }

  /** The entity tag of a version. */
  static String etag(String versionId) {
    return "W/\"" + versionId + "\"";
  }

  private static JsonObject.Builder bundle(String type) {
    return JsonObject.builder().put("resourceType", "Bundle").put("type", type);
  }

  private static Bundle made(JsonObject.Builder bundle, List<JsonValue> entries) {
    if (!entries.isEmpty()) {
      bundle.put("entry", new JsonArray(entries));
    }
    return Bundle.TYPE.read(bundle.build());
  }

  private JsonObject.Builder entry(StoredResource stored) {
    return JsonObject.builder()
        .put("fullUrl", place.of(stored.version().key()))
        .put("resource", Records.shown(stored).json());
  }

  private static JsonObject link(String relation, String url) {
    return JsonObject.builder().put("relation", relation).put("url", url).build();
  }
}
