package id.simpul.identity.credential.resident;

import id.simpul.core.ValidationException;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonObject;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.RegionCode;
import id.simpul.identity.credential.ClaimPath;
import id.simpul.identity.credential.CredentialContent;
import id.simpul.identity.internal.credential.RegionZones;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * The credential of a resident, ready to issue: every claim is for the holder to show or to keep,
 * and two of them answer the usual questions, so that "of age, lives in this city" is proved
 * without a NIK, a birth date or an address.
 */
public final class ResidentCredential {
  /** The {@code vct}; a change that a reader could notice gets another version. */
  public static final String TYPE = "https://simpul.id/credentials/resident/v1";

  /** The age at which a resident gets an identity card (UU 24/2013, article 63). */
  public static final int AGE = 17;

  /** {@code nik}: the NIK. */
  public static final ClaimPath NIK = ClaimPath.of("nik");

  /** {@code name}: the name as registered (OpenID Connect Core, section 5.1). */
  public static final ClaimPath NAME = ClaimPath.of("name");

  /** {@code birthdate}: the birth date, {@code 2001-12-31} (OpenID Connect Core, section 5.1). */
  public static final ClaimPath BIRTH_DATE = ClaimPath.of("birthdate");

  /** {@code address}: the address in {@code formatted} (OpenID Connect Core, section 5.1.1). */
  public static final ClaimPath ADDRESS = ClaimPath.of("address");

  /** {@code region}: the smallest region known, with its scheme and edition. */
  public static final ClaimPath REGION = ClaimPath.of("region");

  /**
   * {@code age_over_17}: whether the resident was 17 years old or older on the day of issue. It
   * stays false when the birthday comes after that day.
   */
  public static final ClaimPath AGE_OVER_17 = ClaimPath.of("age_over_17");

  /** {@code domicile_region}: the regency or city of {@link #REGION}. */
  public static final ClaimPath DOMICILE_REGION = ClaimPath.of("domicile_region");

  private ResidentCredential() {}

  /**
   * The content of the credential of one resident, to be bound to a key and given a status.
   *
   * @param resident what the register says
   * @param clock says what day it is where the resident lives
   * @return the content, every claim selectively disclosable
   * @throws ValidationException when the birth date lies in the future
   */
  public static CredentialContent of(Resident resident, InstantSource clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), RegionZones.of(resident.region()));
    if (resident.birthDate().isAfter(today)) {
      throw new ValidationException(
          "Resident",
          List.of(new Violation(Violation.RANGE, "birthDate", "does not lie in the future")));
    }
    boolean over = ChronoUnit.YEARS.between(resident.birthDate(), today) >= AGE;
    return CredentialContent.builder()
        .selective("nik", resident.nik().reveal())
        .selective("name", resident.name())
        .selective("birthdate", resident.birthDate().toString())
        .selective("address", JsonObject.builder().put("formatted", resident.address()).build())
        .selective("region", json(resident.region()))
        .selective("age_over_17", JsonBoolean.of(over))
        .selective("domicile_region", json(regency(resident.region())))
        .build();
  }

  private static RegionCode regency(RegionCode region) {
    RegionCode at = region;
    while (at.level() != RegionCode.Level.REGENCY) {
      at = at.parent().orElseThrow();
    }
    return at;
  }

  private static JsonObject json(RegionCode region) {
    return JsonObject.builder()
        .put("scheme", region.scheme().name().toLowerCase(Locale.ROOT))
        .put("edition", region.edition())
        .put("code", region.code())
        .build();
  }
}
