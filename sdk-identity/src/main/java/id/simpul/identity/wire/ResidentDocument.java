package id.simpul.identity.wire;

import id.simpul.core.ValidationException;
import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.core.value.Nik;
import id.simpul.core.value.RegionCode;
import id.simpul.identity.credential.resident.Resident;
import id.simpul.identity.internal.issuance.Members;
import id.simpul.identity.issuance.IssuanceGrant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** A resident as JSON, between a population office and its node. Personal from end to end. */
public final class ResidentDocument {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_NODES = 64;
  private static final Limits LIMITS =
      new Limits(
          IssuanceGrant.MAX_CONTENT_BYTES,
          MAX_DEPTH,
          Members.MAX_LENGTH,
          MAX_NODES,
          MAX_DEPTH,
          MAX_NODES);

  private ResidentDocument() {}

  /**
   * Writes a resident.
   *
   * @param resident the resident
   * @return JSON in UTF-8
   */
  public static byte[] write(Resident resident) {
    return Json.toBytes(json(resident));
  }

  /**
   * Reads a resident.
   *
   * @param json UTF-8
   * @return the resident
   * @throws FormatException when a member is missing or wrong; its message holds no value
   */
  public static Resident read(byte[] json) throws FormatException {
    return read(Members.of(Json.read(json, LIMITS)));
  }

  static JsonObject json(Resident resident) {
    return JsonObject.builder()
        .put("nik", resident.nik().reveal())
        .put("name", resident.name())
        .put("birthdate", resident.birthDate().toString())
        .put("address", resident.address())
        .put(
            "region",
            JsonObject.builder()
                .put("scheme", resident.region().scheme().name().toLowerCase(Locale.ROOT))
                .put("edition", resident.region().edition())
                .put("code", resident.region().code())
                .build())
        .build();
  }

  static Resident read(Members members) throws FormatException {
    Nik nik =
        Nik.parse(members.text("nik"))
            .orElseThrow(() -> new FormatException("/nik", "is no plausible NIK"));
    Resident.Builder resident =
        Resident.builder()
            .nik(nik)
            .name(members.text("name"))
            .birthDate(date(members.text("birthdate")))
            .address(members.text("address"))
            .region(region(members.object("region")));
    try {
      return resident.build();
    } catch (ValidationException e) {
      throw new FormatException("/" + e.violations().get(0).where(), "is not what it should be", e);
    }
  }

  private static LocalDate date(String text) throws FormatException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      // Its message quotes the date, so it does not go on.
      throw new FormatException("/birthdate", "is no date such as 2001-12-31");
    }
  }

  private static RegionCode region(Members members) throws FormatException {
    try {
      return new RegionCode(
          RegionCode.Scheme.valueOf(members.text("scheme").toUpperCase(Locale.ROOT)),
          members.text("edition"),
          members.text("code"));
    } catch (IllegalArgumentException e) {
      throw new FormatException("/region", "is no region");
    }
  }
}
