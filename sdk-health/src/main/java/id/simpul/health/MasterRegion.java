package id.simpul.health;

import java.util.Objects;

/**
 * A region as master data lists it.
 *
 * @param code Kemendagri's code without dots, {@code 110301}
 * @param parentCode the code of the region it lies in, {@code ""} for a province
 * @param bpsCode the statistics office's code, {@code ""} when there is none
 * @param name its name
 */
public record MasterRegion(String code, String parentCode, String bpsCode, String name) {

  /** The levels of regions. */
  public enum Level {
    /** Provinces, asked for by their own codes. */
    PROVINCES("provinces", "codes"),
    /** Cities and regencies of provinces. */
    CITIES("cities", "province_codes"),
    /** Districts of cities. */
    DISTRICTS("districts", "city_codes"),
    /** Villages of districts. */
    VILLAGES("sub-districts", "district_codes");

    private final String word;
    private final String parameter;

    Level(String word, String parameter) {
      this.word = word;
      this.parameter = parameter;
    }

    /**
     * What the level is called in paths.
     *
     * @return a word
     */
    public String word() {
      return word;
    }

    /**
     * The parameter that takes the codes.
     *
     * @return its name
     */
    public String parameter() {
      return parameter;
    }
  }

  /** Checks that all members are given. */
  public MasterRegion {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(parentCode, "parentCode");
    Objects.requireNonNull(bpsCode, "bpsCode");
    Objects.requireNonNull(name, "name");
  }
}
