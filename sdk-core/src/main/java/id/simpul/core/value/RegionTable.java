package id.simpul.core.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The regions that exist in one edition of one scheme: codes only, names come later. Immutable and
 * thread-safe; loading takes some tens of milliseconds, so keep the table.
 *
 * <p>The resource holds a line per district, {@code 15.71.01 1001-1008,1010}, villages as ranges of
 * their last four digits.
 */
public final class RegionTable {
  /** The edition of {@link #kemendagri2025()}, as a {@link RegionCode} names it. */
  public static final String EDITION_2025 = "2025";

  private static final String KEMENDAGRI_2025 = "/META-INF/simpul/regions/kemendagri-2025.txt";

  private final Set<RegionCode> codes;

  private RegionTable(Set<RegionCode> codes) {
    this.codes = codes;
  }

  /**
   * The Ministry of Home Affairs' codes of 2025: 38 provinces, 514 regencies and cities, 7,285
   * districts, 83,762 villages.
   *
   * @return the table
   */
  public static RegionTable kemendagri2025() {
    Set<RegionCode> codes = new LinkedHashSet<>();
    try (InputStream in = RegionTable.class.getResourceAsStream(KEMENDAGRI_2025)) {
      if (in == null) {
        throw new IllegalStateException("The region table is missing from simpul-core");
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          addDistrict(line, codes);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The region table cannot be read", e);
    }
    return new RegionTable(Collections.unmodifiableSet(new HashSet<>(codes)));
  }

  private static void addDistrict(String line, Set<RegionCode> codes) {
    int space = line.indexOf(' ');
    String district = space < 0 ? line : line.substring(0, space);
    RegionCode code = kemendagri(district);
    codes.add(code);
    code.parent().ifPresent(regency -> addWithParents(regency, codes));
    if (space < 0) {
      return;
    }
    for (String range : line.substring(space + 1).split(",", -1)) {
      String[] ends = range.split("-", -1);
      int last = Integer.parseInt(ends[ends.length - 1]);
      for (int serial = Integer.parseInt(ends[0]); serial <= last; serial++) {
        codes.add(kemendagri(district + "." + serial));
      }
    }
  }

  private static void addWithParents(RegionCode code, Set<RegionCode> codes) {
    if (codes.add(code)) {
      code.parent().ifPresent(parent -> addWithParents(parent, codes));
    }
  }

  private static RegionCode kemendagri(String code) {
    return new RegionCode(RegionCode.Scheme.KEMENDAGRI, EDITION_2025, code);
  }

  /**
   * Whether a region exists in this table.
   *
   * @param code the region; a code of another scheme or edition is never in it
   * @return true when it does
   */
  public boolean contains(RegionCode code) {
    return codes.contains(code);
  }

  /**
   * All codes.
   *
   * @return an unmodifiable set without order
   */
  public Set<RegionCode> codes() {
    return codes;
  }
}
