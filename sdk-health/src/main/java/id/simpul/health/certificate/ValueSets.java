package id.simpul.health.certificate;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The codes that are known, by the field they stand in, such as {@code v/vp}. A code that is not
 * among them is a warning, because lists grow while certificates are carried about; a field without
 * a list is not looked at. Immutable, thread-safe.
 */
public final class ValueSets {
  private static final Set<String> DISEASES = Set.of("840539006");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Map<String, Set<String>> codes;

  private ValueSets(Map<String, Set<String>> codes) {
    this.codes = Map.copyOf(codes);
  }

  /**
   * Diseases, vaccines, their manufacturers, kinds and results of tests, as the eHealth Network
   * published them, and the countries of ISO 3166-1. There is no list of test devices ({@code
   * t/ma}), which changes by the week: {@link #with} adds one.
   *
   * @return the lists this version came with
   */
  public static ValueSets standard() {
    return new ValueSets(Map.of())
        .with("v/tg", DISEASES)
        .with("t/tg", DISEASES)
        .with("r/tg", DISEASES)
        .with("v/co", COUNTRIES)
        .with("t/co", COUNTRIES)
        .with("r/co", COUNTRIES)
        .with("v/vp", EuVaccines.PROPHYLAXES)
        .with("v/mp", EuVaccines.PRODUCTS)
        .with("v/ma", EuVaccines.MANUFACTURERS)
        .with("t/tt", Set.of("LP6464-4", "LP217198-3"))
        .with("t/tr", Set.of(HealthEvent.Result.NOT_DETECTED, HealthEvent.Result.DETECTED));
  }

  /**
   * These lists with another one for a field.
   *
   * @param field group and member, for example {@code t/ma}
   * @param known all codes of the field
   * @return a copy
   */
  public ValueSets with(String field, Collection<String> known) {
    Map<String, Set<String>> more = new HashMap<>(codes);
    more.put(field, Set.copyOf(known));
    return new ValueSets(more);
  }

  boolean knows(String field, String code) {
    Set<String> known = codes.get(field);
    return known == null || known.contains(code);
  }
}
