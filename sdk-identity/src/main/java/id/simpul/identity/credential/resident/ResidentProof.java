package id.simpul.identity.credential.resident;

import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.value.Nik;
import id.simpul.core.value.RegionCode;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.credential.ClaimPath;
import id.simpul.identity.credential.VerifiedCredential;
import id.simpul.identity.credential.VerifiedPresentation;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a resident chose to prove of himself. What was not disclosed is empty, and nothing may be
 * concluded from that. Immutable; {@code toString} shows nothing.
 */
public final class ResidentProof {
  private final @Nullable Nik nik;
  private final @Nullable String name;
  private final @Nullable LocalDate birthDate;
  private final @Nullable String address;
  private final @Nullable RegionCode region;
  private final @Nullable Boolean ageOver17;
  private final @Nullable RegionCode domicileRegion;

  private ResidentProof(VerifiedCredential credential) {
    Claims claims = new Claims(credential);
    nik = claims.read(ResidentCredential.NIK, ResidentProof::nik);
    name = claims.read(ResidentCredential.NAME, ResidentProof::text);
    birthDate = claims.read(ResidentCredential.BIRTH_DATE, ResidentProof::date);
    address = claims.read(ResidentCredential.ADDRESS, ResidentProof::formatted);
    region = claims.read(ResidentCredential.REGION, ResidentProof::region);
    ageOver17 = claims.read(ResidentCredential.AGE_OVER_17, ResidentProof::flag);
    domicileRegion = claims.read(ResidentCredential.DOMICILE_REGION, ResidentProof::region);
  }

  /**
   * Reads a presentation. A credential without key binding is no proof, because whoever copied it
   * could show it.
   *
   * @param presentation a verified presentation of a {@link ResidentCredential}
   * @return what it proves
   * @throws TrustException {@code NOT_ALLOWED} when it is of another type, {@code MALFORMED} when
   *     its issuer put something else into a claim than belongs there
   */
  public static ResidentProof of(VerifiedPresentation presentation) {
    VerifiedCredential credential = presentation.credential();
    if (!credential.type().equals(ResidentCredential.TYPE)) {
      throw new TrustException(
          Reason.NOT_ALLOWED, credential.toString(), "is no credential of a resident", "vct");
    }
    return new ResidentProof(credential);
  }

  /**
   * The population number.
   *
   * @return the NIK, or empty when it was not disclosed
   */
  public Optional<Nik> nik() {
    return Optional.ofNullable(nik);
  }

  /**
   * The name as registered.
   *
   * @return the name, or empty when it was not disclosed
   */
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /**
   * The birth date as registered.
   *
   * @return the date, or empty when it was not disclosed
   */
  public Optional<LocalDate> birthDate() {
    return Optional.ofNullable(birthDate);
  }

  /**
   * The address as it is written on a letter.
   *
   * @return the address, or empty when it was not disclosed
   */
  public Optional<String> address() {
    return Optional.ofNullable(address);
  }

  /**
   * The smallest region known.
   *
   * @return the region, or empty when it was not disclosed
   */
  public Optional<RegionCode> region() {
    return Optional.ofNullable(region);
  }

  /**
   * Whether the resident was 17 years old or older when the credential was issued.
   *
   * @return the answer, or empty when it was not disclosed
   */
  public Optional<Boolean> ageOver17() {
    return Optional.ofNullable(ageOver17);
  }

  /**
   * The regency or city where the resident lived when the credential was issued.
   *
   * @return the regency or city, or empty when it was not disclosed
   */
  public Optional<RegionCode> domicileRegion() {
    return Optional.ofNullable(domicileRegion);
  }

  private static Optional<Nik> nik(JsonValue value) {
    return text(value).flatMap(Nik::parse);
  }

  private static Optional<String> text(JsonValue value) {
    return value instanceof JsonString string ? Optional.of(string.value()) : Optional.empty();
  }

  private static Optional<LocalDate> date(JsonValue value) {
    try {
      return text(value).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> formatted(JsonValue value) {
    return value instanceof JsonObject address
        ? address.get("formatted").flatMap(ResidentProof::text)
        : Optional.empty();
  }

  private static Optional<Boolean> flag(JsonValue value) {
    return value instanceof JsonBoolean flag ? Optional.of(flag.value()) : Optional.empty();
  }

  private static Optional<RegionCode> region(JsonValue value) {
    if (!(value instanceof JsonObject region)
        || !(region.members().get("scheme") instanceof JsonString scheme)
        || !(region.members().get("edition") instanceof JsonString edition)
        || !(region.members().get("code") instanceof JsonString code)) {
      return Optional.empty();
    }
    try {
      RegionCode.Scheme known = RegionCode.Scheme.valueOf(scheme.value().toUpperCase(Locale.ROOT));
      return Optional.of(new RegionCode(known, edition.value(), code.value()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Nothing of the resident. */
  @Override
  public String toString() {
    return "resident proof";
  }

  /** Claims of one credential, each of which is absent or of its own form. */
  private record Claims(VerifiedCredential credential) {
    <T> @Nullable T read(ClaimPath path, Function<JsonValue, Optional<T>> form) {
      JsonValue value = credential.claim(path).orElse(null);
      if (value == null) {
        return null;
      }
      return form.apply(value)
          .orElseThrow(() ->
              new TrustException(
                  Reason.MALFORMED,
                  credential.toString(),
                  "is not what belongs there",
                  path.toString()));
    }
  }
}
