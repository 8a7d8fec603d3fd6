package id.simpul.examples.twocities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what was acknowledged with what the node holds, one by one. Immutable.
 *
 * @param acknowledged how many reports were acknowledged
 * @param stored how many reports the node holds
 * @param lost ids that were acknowledged and are not there, or were given to two reports
 * @param doubled ids that are there twice, or that nobody has a receipt for
 * @param changed ids whose description is not the one that was filed
 */
public record Tally(
    int acknowledged, int stored, List<String> lost, List<String> doubled, List<String> changed) {
  /** Copies the lists. */
  public Tally {
    lost = List.copyOf(lost);
    doubled = List.copyOf(doubled);
    changed = List.copyOf(changed);
  }

  /**
   * One report as one side knows it.
   *
   * @param id the node's id of it
   * @param description what the citizen wrote
   */
  public record Item(String id, String description) {}

  /**
   * Compares both sides.
   *
   * @param acknowledged one item for each report that was acknowledged
   * @param stored one item for each report the node holds
   * @return what differs
   */
  public static Tally of(List<Item> acknowledged, List<Item> stored) {
    Map<String, String> there = new HashMap<>();
    List<String> doubled = new ArrayList<>();
    for (Item item : stored) {
      if (there.put(item.id(), item.description()) != null) {
        doubled.add(item.id());
      }
    }
    Set<String> seen = new HashSet<>();
    List<String> lost = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Item item : acknowledged) {
      String description = there.get(item.id());
      // Two reports under one id are one report too few.
      if (!seen.add(item.id()) || description == null) {
        lost.add(item.id());
      } else if (!description.equals(item.description())) {
        changed.add(item.id());
      }
    }
    there.keySet().stream().filter(id -> !seen.contains(id)).sorted().forEach(doubled::add);
    return new Tally(acknowledged.size(), stored.size(), lost, doubled, changed);
  }

  /**
   * Whether every report that was acknowledged is there once and as it was filed.
   *
   * @return false when anything is lost, doubled or changed
   */
  public boolean holds() {
    return lost.isEmpty() && doubled.isEmpty() && changed.isEmpty();
  }

  /**
   * The verdict in a line.
   *
   * @return {@code 0 lost, 0 doubled} when all is well
   */
  public String verdict() {
    return lost.size() + " lost, " + doubled.size() + " doubled";
  }
}
