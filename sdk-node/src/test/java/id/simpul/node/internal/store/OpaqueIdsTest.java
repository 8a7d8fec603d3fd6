package id.simpul.node.internal.store;

import static id.simpul.node.internal.store.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OpaqueIdsTest {
  private final SettableClock clock = new SettableClock(START);
  private final OpaqueIds ids = new OpaqueIds(clock);

  @Test
  void next_anyTime_isTwentySixCharactersOfTheAlphabet() {
    assertThat(ids.next()).matches("[0-9a-hjkmnp-tv-z]{" + OpaqueIds.LENGTH + "}");
  }

  @Test
  void next_laterTime_sortsAfterwards() {
    String before = ids.next();
    clock.advance(Duration.ofMillis(1));

    assertThat(ids.next()).isGreaterThan(before);
  }

  @Test
  void next_manyAtOneTime_allDifferInTheirRandomPart() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      seen.add(ids.next().substring(10));
    }
    assertThat(seen).hasSize(100_000);
  }

  @Test
  void next_every16Characters_useTheWholeAlphabetEvenly() {
    int[] counts = new int[128];
    for (int i = 0; i < 20_000; i++) {
      ids.next().substring(10).chars().forEach(c -> counts[c]++);
    }
    for (char c : "0123456789abcdefghjkmnpqrstvwxyz".toCharArray()) {
      assertThat(counts[c]).isBetween(9_000, 11_000);
    }
  }
}
