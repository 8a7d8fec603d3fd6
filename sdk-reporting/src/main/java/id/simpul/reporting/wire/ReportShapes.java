package id.simpul.reporting.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.value.GeoPoint;
import id.simpul.reporting.DetailedStatus;
import id.simpul.reporting.Location;
import id.simpul.reporting.Report;
import id.simpul.reporting.ReportAttribute;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportNote;
import id.simpul.reporting.ReportStatus;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.internal.Document;
import id.simpul.reporting.internal.Field;
import id.simpul.reporting.internal.ListType;
import id.simpul.reporting.internal.ObjectType;
import id.simpul.reporting.internal.Place;
import id.simpul.reporting.internal.Scalars;
import id.simpul.reporting.internal.Shape;
import id.simpul.reporting.internal.Single;
import id.simpul.reporting.internal.Values;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The documents of GET Service Requests and GET Service Request. */
final class ReportShapes {
  private static final String DETAILED_STATUS = "detailed_status";

  // Fields of a submission that say who filed it: never in a report, whoever sends them.
  private static final Set<String> PERSONAL =
      Set.of("email", "phone", "first_name", "last_name", "device_id", "account_id");

  private static final Field<ReportNote, OffsetDateTime> NOTE_AT =
      Field.of("datetime", Scalars.TIME, n -> n.at().orElse(null));
  private static final Field<ReportNote, String> NOTE_TYPE =
      Field.of("type", Scalars.TEXT, n -> n.type().orElse(null));
  private static final Field<ReportNote, String> NOTE_SUMMARY =
      Field.of("summary", Scalars.TEXT, n -> n.summary().orElse(null));
  private static final Field<ReportNote, String> NOTE_DESCRIPTION =
      Field.of("description", Scalars.TEXT, n -> n.description().orElse(null));
  private static final Shape<ReportNote> NOTE =
      new Shape<>(
          List.of(NOTE_AT, NOTE_TYPE, NOTE_SUMMARY, NOTE_DESCRIPTION),
          ReportShapes::note,
          ReportNote::extra);

  private static final Field<ReportAttribute, String> ATTRIBUTE_LABEL =
      Field.of("label", Scalars.TEXT, a -> orNull(a.label()));
  private static final Field<ReportAttribute, String> ATTRIBUTE_NAME =
      Field.of("name", Scalars.TEXT, a -> orNull(a.name()));
  private static final Field<ReportAttribute, String> ATTRIBUTE_VALUE =
      Field.of("value", Scalars.TEXT, a -> orNull(a.value()));
  private static final Field<ReportAttribute, String> ATTRIBUTE_CODE =
      Field.of("code", Scalars.WORD, a -> orNull(a.code()));
  private static final Shape<ReportAttribute> ATTRIBUTE =
      new Shape<>(
          List.of(ATTRIBUTE_LABEL, ATTRIBUTE_NAME, ATTRIBUTE_VALUE, ATTRIBUTE_CODE),
          ReportShapes::attribute,
          ReportAttribute::extra);

  private static final Field<Report, ReportId> ID =
      Field.of("service_request_id", Codes.REPORT_ID, Report::id);
  private static final Field<Report, ReportStatus> STATUS =
      Field.of("status", Codes.STATUS, Report::status);
  private static final Field<Report, String> STATUS_NOTES =
      Field.of("status_notes", Scalars.TEXT, r -> r.statusNotes().orElse(null));
  private static final Field<Report, String> SERVICE_NAME =
      Field.of("service_name", Scalars.TEXT, r -> r.serviceName().orElse(null));
  private static final Field<Report, ServiceCode> SERVICE_CODE =
      Field.of("service_code", Codes.SERVICE_CODE, Report::serviceCode);
  private static final Field<Report, String> DESCRIPTION =
      Field.of("description", Scalars.TEXT, r -> r.description().orElse(null));
  private static final Field<Report, String> AGENCY_RESPONSIBLE =
      Field.of("agency_responsible", Scalars.TEXT, r -> r.agencyResponsible().orElse(null));
  private static final Field<Report, String> SERVICE_NOTICE =
      Field.of("service_notice", Scalars.TEXT, r -> r.serviceNotice().orElse(null));
  private static final Field<Report, OffsetDateTime> REQUESTED =
      Field.of("requested_datetime", Scalars.TIME, Report::requestedAt);
  private static final Field<Report, OffsetDateTime> UPDATED =
      Field.of("updated_datetime", Scalars.TIME, r -> r.updatedAt().orElse(null));
  private static final Field<Report, OffsetDateTime> EXPECTED =
      Field.of("expected_datetime", Scalars.TIME, r -> r.expectedAt().orElse(null));
  private static final Field<Report, String> ADDRESS =
      Field.of("address", Scalars.TEXT, r -> r.location().address().orElse(null));
  private static final Field<Report, String> ADDRESS_ID =
      Field.of("address_id", Scalars.WORD, r -> r.location().addressId().orElse(null));
  private static final Field<Report, String> ZIPCODE =
      Field.of("zipcode", Scalars.WORD, r -> r.zipcode().orElse(null));
  private static final Field<Report, BigDecimal> LAT =
      Field.of("lat", Scalars.DECIMAL, r -> coordinate(r, GeoPoint::latitude));
  private static final Field<Report, BigDecimal> LONG =
      Field.of("long", Scalars.DECIMAL, r -> coordinate(r, GeoPoint::longitude));
  private static final Field<Report, String> MEDIA_URL =
      Field.of("media_url", Scalars.WORD, r -> r.mediaUrl().orElse(null));
  private static final Field<Report, JsonObject> EXTENDED =
      Field.of("extended_attributes", ObjectType.ANY, ReportShapes::extended);
  private static final Field<Report, List<ReportAttribute>> ATTRIBUTES =
      Field.of(
          "attributes",
          ListType.of("attribute", ATTRIBUTE),
          r -> r.attributes().isEmpty() ? null : r.attributes());
  private static final Field<Report, List<ReportNote>> NOTES =
      Field.of("notes", ListType.of("note", NOTE), r -> r.notes().isEmpty() ? null : r.notes());

  // FixMyStreet and a few others call the element service_request.
  private static final ListType<Report> LIST =
      ListType.of(
              "request",
              new Shape<>(
                  List.of(
                      ID,
                      STATUS,
                      STATUS_NOTES,
                      SERVICE_NAME,
                      SERVICE_CODE,
                      DESCRIPTION,
                      AGENCY_RESPONSIBLE,
                      SERVICE_NOTICE,
                      REQUESTED,
                      UPDATED,
                      EXPECTED,
                      ADDRESS,
                      ADDRESS_ID,
                      ZIPCODE,
                      LAT,
                      LONG,
                      MEDIA_URL,
                      EXTENDED,
                      ATTRIBUTES,
                      NOTES),
                  ReportShapes::report,
                  r -> impersonal(r.extra())))
          .orItem("service_request");

  static final Document<List<Report>> REPORTS = new Document<>("service_requests", LIST);
  static final Document<Report> REPORT = new Document<>("service_requests", new Single<>(LIST));

  private ReportShapes() {}

  private interface Coordinate {
    BigDecimal of(GeoPoint point);
  }

  private static @Nullable BigDecimal coordinate(Report report, Coordinate coordinate) {
    Optional<GeoPoint> point = report.location().point();
    return point.isPresent() ? coordinate.of(point.get()) : null;
  }

  /** The detailed status, and whatever else came in the same object. */
  private static @Nullable JsonObject extended(Report report) {
    Optional<DetailedStatus> detailed = report.detailedStatus();
    if (detailed.isEmpty()) {
      return null;
    }
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put(DETAILED_STATUS, Codes.DETAILED_STATUS.toJson(detailed.get()));
    JsonValue kept = report.extra().members().get(EXTENDED.toString());
    if (kept instanceof JsonObject more) {
      more.members().forEach(members::putIfAbsent);
    }
    return new JsonObject(members);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static ReportAttribute attribute(Values<ReportAttribute> v) {
    return new ReportAttribute(
        v.getOr(ATTRIBUTE_CODE, ""),
        v.getOr(ATTRIBUTE_LABEL, ""),
        v.getOr(ATTRIBUTE_VALUE, ""),
        v.getOr(ATTRIBUTE_NAME, ""),
        v.extra());
  }

  private static ReportNote note(Values<ReportNote> v) {
    return ReportNote.builder()
        .at(v.get(NOTE_AT))
        .type(v.get(NOTE_TYPE))
        .summary(v.get(NOTE_SUMMARY))
        .description(v.get(NOTE_DESCRIPTION))
        .extra(v.extra())
        .build();
  }

  private static Report report(Values<Report> v) throws FormatException {
    Report.Builder report =
        Report.builder(
            v.require(ID), v.require(STATUS), v.require(SERVICE_CODE), v.require(REQUESTED));
    report
        .statusNotes(v.get(STATUS_NOTES))
        .serviceName(v.get(SERVICE_NAME))
        .description(v.get(DESCRIPTION))
        .agencyResponsible(v.get(AGENCY_RESPONSIBLE))
        .serviceNotice(v.get(SERVICE_NOTICE))
        .updatedAt(v.get(UPDATED))
        .expectedAt(v.get(EXPECTED))
        .zipcode(v.get(ZIPCODE))
        .mediaUrl(v.get(MEDIA_URL))
        .attributes(v.getOr(ATTRIBUTES, List.of()))
        .notes(v.getOr(NOTES, List.of()))
        .location(
            Location.UNKNOWN
                .withPoint(point(v))
                .withAddress(v.get(ADDRESS))
                .withAddressId(v.get(ADDRESS_ID)))
        .detailedStatus(detailedStatus(v));
    return report.extra(impersonal(v.extra())).build();
  }

  private static JsonObject impersonal(JsonObject extra) {
    if (Collections.disjoint(extra.members().keySet(), PERSONAL)) {
      return extra;
    }
    Map<String, JsonValue> members = new LinkedHashMap<>(extra.members());
    members.keySet().removeAll(PERSONAL);
    return new JsonObject(members);
  }

  /** A point that is none, such as one coordinate alone, is kept but not trusted. */
  private static @Nullable GeoPoint point(Values<Report> v) {
    BigDecimal latitude = v.get(LAT);
    BigDecimal longitude = v.get(LONG);
    if (latitude != null
        && longitude != null
        && within(latitude, GeoPoint.MAX_LATITUDE)
        && within(longitude, GeoPoint.MAX_LONGITUDE)) {
      return new GeoPoint(latitude, longitude);
    }
    if (latitude != null) {
      v.keep(LAT.toString(), JsonNumber.of(latitude));
    }
    if (longitude != null) {
      v.keep(LONG.toString(), JsonNumber.of(longitude));
    }
    return null;
  }

  private static boolean within(BigDecimal degrees, int max) {
    return degrees.abs().compareTo(BigDecimal.valueOf(max)) <= 0;
  }

  private static @Nullable DetailedStatus detailedStatus(Values<Report> v) throws FormatException {
    JsonObject extended = v.get(EXTENDED);
    if (extended == null) {
      return null;
    }
    Map<String, JsonValue> rest = new LinkedHashMap<>(extended.members());
    JsonValue status = rest.remove(DETAILED_STATUS);
    if (!rest.isEmpty()) {
      v.keep(EXTENDED.toString(), new JsonObject(rest));
    }
    Place at = v.at().child(EXTENDED.toString()).child(DETAILED_STATUS);
    return status == null ? null : Codes.DETAILED_STATUS.fromJson(status, at);
  }
}
