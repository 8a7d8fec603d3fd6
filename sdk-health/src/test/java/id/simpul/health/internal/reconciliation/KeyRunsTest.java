package id.simpul.health.internal.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyRunsTest {
  private static Set<List<Integer>> runs(KeyRuns index) {
    Set<List<Integer>> runs = new HashSet<>();
    index.forEach(
        (items, count) -> runs.add(IntStream.of(Arrays.copyOf(items, count)).boxed().toList()));
    return runs;
  }

  @Test
  void forEach_keysAlikeInTheirUpperBits_areToldApart() {
    long[] keys = {1, 2, 1, 3, 2, Long.MIN_VALUE, 4};
    KeyRuns index = new KeyRuns((item, variant) -> keys[item]);
    for (int item = 0; item < keys.length; item++) {
      index.add(item, 0);
    }

    assertThat(runs(index)).containsExactlyInAnyOrder(List.of(0, 2), List.of(1, 4));
  }

  @Test
  void forEach_itemUnderTwoVariantsOfOneKey_isShownOnce() {
    KeyRuns index = new KeyRuns((item, variant) -> 7);
    index.add(0, 0);
    index.add(0, 1);
    index.add(5, 1);

    assertThat(runs(index)).containsExactly(List.of(0, 5));
  }

  @Test
  void forEach_moreItemsThanItBeganWith_showsAll() {
    int last = KeyRuns.MAX_ITEMS - 1;
    KeyRuns index = new KeyRuns((item, variant) -> -1);
    for (int item = last - 999; item <= last; item++) {
      index.add(item, KeyRuns.MAX_VARIANTS - 1);
    }

    assertThat(runs(index))
        .containsExactly(IntStream.rangeClosed(last - 999, last).boxed().toList());
  }

  @Test
  void join_candidates_areTakenOnlyWhereThereIsOneOnEitherSide() {
    BitSet ambiguous = new BitSet();
    DisjointSets sets = new DisjointSets(100);
    UniquePairs pairs = new UniquePairs(ambiguous);
    pairs.add(0, 1);
    pairs.add(0, 1);
    pairs.add(2, 3);
    pairs.add(2, 4);
    for (int i = 10; i < 90; i += 2) {
      pairs.add(i, i + 1);
    }

    pairs.join(sets);

    assertThat(sets.root(1)).isZero();
    assertThat(sets.root(3)).isEqualTo(3);
    assertThat(sets.root(4)).isEqualTo(4);
    assertThat(sets.root(89)).isEqualTo(88);
    assertThat(ambiguous.stream().boxed()).containsExactly(2, 3, 4);
  }
}
