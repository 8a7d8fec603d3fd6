package id.simpul.examples.twocities;

import java.time.LocalDate;

/**
 * An invented resident of Kota Jambi, and the dose they were given in Jakarta.
 *
 * @param record the id of the record of the dose at Jakarta's node
 * @param date the day of the dose
 */
record Vaccinated(String record, LocalDate date) {
  /** A NIK of region 99, which no region is. */
  static final String NIK = "9971010107900001";

  /** A name nobody has. */
  static final String GIVEN = "Kalomi";

  /** A name nobody has. */
  static final String FAMILY = "Tuvoya";

  /** The day that the NIK says, too. */
  static final LocalDate BIRTH = LocalDate.of(1990, 7, 1);

  /** What the vaccine's box says. */
  static final String LOT = "LOT-7";

  static String name() {
    return GIVEN + " " + FAMILY;
  }
}
