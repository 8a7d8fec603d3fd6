package id.simpul.health.reconciliation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many findings of each class there were, and how many statements older versions had left.
 *
 * @param findings a number for every class, unmodifiable
 * @param superseded statements that are not the newest of their record; they stay in the set
 */
public record Tally(Map<MatchClass, Integer> findings, int superseded) {

  /** Copies the numbers and fills in zeros. */
  public Tally {
    Map<MatchClass, Integer> all = new EnumMap<>(MatchClass.class);
    for (MatchClass each : MatchClass.values()) {
      all.put(each, findings.getOrDefault(each, 0));
    }
    findings = Collections.unmodifiableMap(all);
  }

  /**
   * How many findings there were of a class.
   *
   * @param classification a class
   * @return zero or more
   */
  public int count(MatchClass classification) {
    return findings.getOrDefault(classification, 0);
  }
}
