package id.simpul.reporting.wire;

import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Parameter.In;
import id.simpul.core.operation.Parameter.Kind;
import java.util.List;
import java.util.Optional;

/** The form fields of POST Service Request. */
final class NewReportFields {
  static final String SERVICE_CODE = "service_code";
  static final String ADDRESS_STRING = "address_string";
  static final String ADDRESS_ID = "address_id";
  static final String DESCRIPTION = "description";
  static final String EMAIL = "email";
  static final String DEVICE_ID = "device_id";
  // FixMyStreet's spelling of device_id.
  static final String DEVICE_ID_TOO = "deviceid";
  static final String ACCOUNT_ID = "account_id";
  static final String FIRST_NAME = "first_name";
  static final String LAST_NAME = "last_name";
  static final String PHONE = "phone";
  static final String MEDIA_URL = "media_url";
  // Klarschiff's field for a picture in base64.
  static final String MEDIA = "media";

  private static final String ATTRIBUTE = "attribute[";

  static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.required(In.FORM, SERVICE_CODE, Kind.TEXT, "What kind of report it is."),
          field(Queries.LAT, Kind.NUMBER, "Latitude; comes with long. One location is required."),
          field(Queries.LONG, Kind.NUMBER, "Longitude; comes with lat."),
          field(ADDRESS_STRING, Kind.TEXT, "An address in words, instead of or beside lat, long."),
          field(ADDRESS_ID, Kind.TEXT, "An id in the node's own register of addresses."),
          field(DESCRIPTION, Kind.TEXT, "What is reported; at most 4000 characters."),
          field(EMAIL, Kind.TEXT, "The reporter's e-mail address."),
          field(DEVICE_ID, Kind.TEXT, "The device the report comes from."),
          field(ACCOUNT_ID, Kind.TEXT, "The reporter's account at the node."),
          field(FIRST_NAME, Kind.TEXT, "The reporter's first name."),
          field(LAST_NAME, Kind.TEXT, "The reporter's last name."),
          field(PHONE, Kind.TEXT, "The reporter's telephone number."),
          field(MEDIA_URL, Kind.TEXT, "Where a picture can be fetched; may be repeated."),
          field(
              "attribute[...]",
              Kind.TEXT,
              "An answer to a question of the service; attribute[code][] for each of several."),
          field("api_key", Kind.TEXT, "The caller's key, unless the request is signed."));

  private NewReportFields() {}

  private static Parameter field(String name, Kind kind, String description) {
    return Parameter.optional(In.FORM, name, kind, description);
  }

  static String attribute(String code) {
    return ATTRIBUTE + code + "]";
  }

  static boolean isAttribute(String name) {
    return name.startsWith("attribute");
  }

  /**
   * The code in a field's name: {@code attribute[code]}, {@code attribute[code][]} as the standard
   * has it for several answers, or {@code attribute[code][0]} as PHP writes them.
   */
  static Optional<String> attributeCode(String name) {
    int end = name.indexOf(']');
    if (!name.startsWith(ATTRIBUTE) || end <= ATTRIBUTE.length()) {
      return Optional.empty();
    }
    return isIndex(name, end + 1)
        ? Optional.of(name.substring(ATTRIBUTE.length(), end))
        : Optional.empty();
  }

  private static boolean isIndex(String name, int start) {
    if (start == name.length()) {
      return true;
    }
    if (name.charAt(start) != '[' || name.charAt(name.length() - 1) != ']') {
      return false;
    }
    for (int i = start + 1; i < name.length() - 1; i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
