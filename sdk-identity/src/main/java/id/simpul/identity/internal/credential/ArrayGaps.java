package id.simpul.identity.internal.credential;

import id.simpul.identity.credential.ClaimPath;
import id.simpul.identity.credential.ClaimPath.Element;
import id.simpul.identity.credential.ClaimPath.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Arrays of which not every element was shown, so that an element stands further to the front than
 * when it was issued. Immutable.
 */
public final class ArrayGaps {
  private static final ArrayGaps NONE = new ArrayGaps(Map.of());

  /** By the path of the array: the positions of the elements that are there, as issued. */
  private final Map<ClaimPath, List<Integer>> positions;

  private ArrayGaps(Map<ClaimPath, List<Integer>> positions) {
    this.positions = positions;
  }

  static ArrayGaps of(List<Level> gapped) {
    if (gapped.isEmpty()) {
      return NONE;
    }
    Map<ClaimPath, List<Integer>> positions = new HashMap<>();
    gapped.forEach(array -> positions.put(array.path(), array.positions()));
    return new ArrayGaps(Map.copyOf(positions));
  }

  /**
   * Where something stands among what was shown.
   *
   * @param issued where it stood when it was issued
   * @return a path in the disclosed claims, or empty when an element on the way was not shown
   */
  public Optional<ClaimPath> amongShown(ClaimPath issued) {
    if (positions.isEmpty()) {
      return Optional.of(issued);
    }
    List<Step> steps = new ArrayList<>();
    for (Step step : issued.steps()) {
      List<Integer> there = positions.get(new ClaimPath(issued.steps().subList(0, steps.size())));
      if (there == null || !(step instanceof Element element)) {
        steps.add(step);
        continue;
      }
      int at = Collections.binarySearch(there, element.index());
      if (at < 0) {
        return Optional.empty();
      }
      steps.add(new Element(at));
    }
    return Optional.of(new ClaimPath(steps));
  }

  /** How many arrays have gaps. */
  @Override
  public String toString() {
    return positions.size() + " arrays with gaps";
  }
}
