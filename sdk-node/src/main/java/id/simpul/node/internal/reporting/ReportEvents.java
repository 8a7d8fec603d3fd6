package id.simpul.node.internal.reporting;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.value.GeoPoint;
import id.simpul.node.internal.store.EventType;
import id.simpul.reporting.DetailedStatus;
import id.simpul.reporting.Location;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.Reporter;
import id.simpul.reporting.ServiceCode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The payloads of a report's events, version by version. What has shipped is never changed; a new
 * shape is a new version. A payload holds nothing of the reporter: that is the identity row's.
 */
final class ReportEvents {
  /** A report was filed. */
  static final EventType SUBMITTED = new EventType("report.submitted", 1);

  /** A report moved to another status. */
  static final EventType STATUS_CHANGED = new EventType("report.status-changed", 1);

  private ReportEvents() {}

  /**
   * A filed report.
   *
   * @param id its public id
   * @param serviceCode the service
   * @param description what the citizen wrote, or empty
   * @param location where
   * @param attributes answers by code
   * @param mediaUrls pictures elsewhere
   */
  record Submitted(
      ReportId id,
      ServiceCode serviceCode,
      Optional<String> description,
      Location location,
      Map<String, List<String>> attributes,
      List<String> mediaUrls) {}

  /**
   * A move.
   *
   * @param status the new status
   * @param note what the officer wrote, or empty
   */
  record StatusChanged(DetailedStatus status, Optional<String> note) {}

  static byte[] submitted(ReportId id, NewReport report) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("report_id", id.value())
            .put("service_code", report.serviceCode().value())
            .putIfPresent("description", report.description().orElse(null));
    Location location = report.location();
    location
        .point()
        .ifPresent(p ->
            json.put("lat", p.latitude().toPlainString())
                .put("long", p.longitude().toPlainString()));
    json.putIfPresent("address_string", location.address().orElse(null))
        .putIfPresent("address_id", location.addressId().orElse(null));
    if (!report.attributes().isEmpty()) {
      JsonObject.Builder attributes = JsonObject.builder();
      report.attributes().forEach((code, v) -> attributes.put(code, JsonArray.ofStrings(v)));
      json.put("attributes", attributes.build());
    }
    if (!report.mediaUrls().isEmpty()) {
      json.put(
          "media_urls",
          JsonArray.ofStrings(report.mediaUrls().stream().map(URI::toString).toList()));
    }
    return Json.toBytes(json.build());
  }

  static Submitted readSubmitted(byte[] payload) {
    JsonObject json = object(payload);
    Location location = Location.UNKNOWN;
    Optional<String> lat = text(json, "lat");
    Optional<String> lon = text(json, "long");
    if (lat.isPresent() && lon.isPresent()) {
      location = location.withPoint(GeoPoint.of(lat.get(), lon.get()));
    }
    location =
        location
            .withAddress(text(json, "address_string").orElse(null))
            .withAddressId(text(json, "address_id").orElse(null));
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    if (json.get("attributes").orElse(null) instanceof JsonObject given) {
      given.members().forEach((code, values) -> attributes.put(code, texts(values)));
    }
    return new Submitted(
        new ReportId(text(json, "report_id").orElseThrow()),
        new ServiceCode(text(json, "service_code").orElseThrow()),
        text(json, "description"),
        location,
        attributes,
        json.get("media_urls").map(ReportEvents::texts).orElse(List.of()));
  }

  static byte[] statusChanged(StatusChanged change) {
    return Json.toBytes(
        JsonObject.builder()
            .put("status", change.status().code())
            .putIfPresent("note", change.note().orElse(null))
            .build());
  }

  static StatusChanged readStatusChanged(byte[] payload) {
    JsonObject json = object(payload);
    return new StatusChanged(
        new DetailedStatus(text(json, "status").orElseThrow()), text(json, "note"));
  }

  /**
   * The reporter, for the identity row.
   *
   * @param reporter who reports
   * @return JSON, to be encrypted
   */
  static byte[] identity(Reporter reporter) {
    return Json.toBytes(
        JsonObject.builder()
            .putIfPresent("email", reporter.email().orElse(null))
            .putIfPresent("device_id", reporter.deviceId().orElse(null))
            .putIfPresent("account_id", reporter.accountId().orElse(null))
            .putIfPresent("first_name", reporter.firstName().orElse(null))
            .putIfPresent("last_name", reporter.lastName().orElse(null))
            .putIfPresent("phone", reporter.phone().orElse(null))
            .build());
  }

  private static JsonObject object(byte[] payload) {
    try {
      if (Json.read(payload, Limits.DEFAULT) instanceof JsonObject object) {
        return object;
      }
    } catch (FormatException e) {
      throw new IllegalStateException("The log holds a payload that is not JSON", e);
    }
    throw new IllegalStateException("The log holds a payload that is not an object");
  }

  private static Optional<String> text(JsonObject json, String name) {
    return json.get(name).map(v -> v instanceof JsonString s ? s.value() : null);
  }

  private static List<String> texts(JsonValue values) {
    return values instanceof JsonArray array
        ? array.items().stream()
            .filter(JsonString.class::isInstance)
            .map(v -> ((JsonString) v).value())
            .toList()
        : List.of();
  }
}
