package id.simpul.core.value;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of an administrative region: province, regency or city, district (<i>kecamatan</i>), or
 * village (<i>desa</i> or <i>kelurahan</i>).
 *
 * <p>Two schemes exist and look alike, yet 166 codes of the one are another region's code in the
 * other, all five cities of Jakarta among them. So codes of two schemes are never equal, and codes
 * of two editions of one scheme are not equal either: a district may have been split between them.
 *
 * @param scheme who issued the code
 * @param edition the issue, for example {@code 2025}
 * @param code for {@link Scheme#KEMENDAGRI} dotted ({@code 15.71.01.1001}), for {@link Scheme#BPS}
 *     digits only ({@code 1571010001})
 */
public record RegionCode(Scheme scheme, String edition, String code) {
  private static final Pattern EDITION = Pattern.compile("[0-9]{4}(?:-[0-9]{1,2})?");

  /** Who issues codes. */
  public enum Scheme {
    /** The Ministry of Home Affairs (Kepmendagri on region codes). */
    KEMENDAGRI("[1-9][0-9](?:\\.[0-9]{2}(?:\\.[0-9]{2}(?:\\.[0-9]{4})?)?)?"),
    /** Statistics Indonesia (BPS, master file desa). */
    BPS("[1-9][0-9](?:[0-9]{2}(?:[0-9]{3}(?:[0-9]{3})?)?)?");

    private final Pattern grammar;

    Scheme(String grammar) {
      this.grammar = Pattern.compile(grammar);
    }
  }

  /** Checks the form; whether the region exists is for {@link RegionTable} to say. */
  public RegionCode {
    Objects.requireNonNull(scheme, "scheme");
    if (!EDITION.matcher(edition).matches()) {
      throw new IllegalArgumentException("An edition is a year, or a year and month");
    }
    if (!scheme.grammar.matcher(code).matches()) {
      throw new IllegalArgumentException("Not a region code of " + scheme);
    }
  }

  /** How far down a region stands. */
  public enum Level {
    /** Provinsi. */
    PROVINCE,
    /** Kabupaten or kota. */
    REGENCY,
    /** Kecamatan. */
    DISTRICT,
    /** Desa or kelurahan. */
    VILLAGE
  }

  /**
   * How far down the region stands.
   *
   * @return the level, read from the code's length
   */
  public Level level() {
    return switch (code.length()) {
      case 2 -> Level.PROVINCE;
      case 4, 5 -> Level.REGENCY;
      case 7, 8 -> Level.DISTRICT;
      default -> Level.VILLAGE;
    };
  }

  /**
   * The region this one lies in.
   *
   * @return the parent in the same scheme and edition, or empty for a province
   */
  public Optional<RegionCode> parent() {
    int cut;
    if (scheme == Scheme.KEMENDAGRI) {
      cut = code.lastIndexOf('.');
    } else {
      cut = code.length() == 2 ? -1 : code.length() == 4 ? 2 : code.length() - 3;
    }
    return cut < 0
        ? Optional.empty()
        : Optional.of(new RegionCode(scheme, edition, code.substring(0, cut)));
  }

  /**
   * Whether this region is the other or lies in it.
   *
   * @param other a region
   * @return false when schemes or editions differ
   */
  public boolean within(RegionCode other) {
    Optional<RegionCode> at = Optional.of(this);
    while (at.isPresent()) {
      if (at.get().equals(other)) {
        return true;
      }
      at = at.get().parent();
    }
    return false;
  }
}
