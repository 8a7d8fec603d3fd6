package id.simpul.identity.peers;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Thousands of changed tokens before us and two peers. Where a peer says otherwise, a row of the
 * page of differences says why; nothing else may differ. ML-DSA-65 no peer has.
 */
class DifferentialTest {
  private static final int TOKENS = 3000;
  private static final long SEED = 20261102;

  /** A changed token, and what of it peers may see differently. */
  private record Case(String token, Set<Change> changes) {
    static Case of(Setting setting, List<Change> possible, Random random) {
      Set<Change> changes = EnumSet.noneOf(Change.class);
      int count = 1 + (random.nextInt(3) == 0 ? 1 : 0) + (random.nextInt(9) == 0 ? 1 : 0);
      while (changes.size() < count) {
        changes.add(possible.get(random.nextInt(possible.size())));
      }
      Draft draft = new Draft(setting);
      changes.forEach(change -> change.apply(draft, random));
      return new Case(draft.toToken(), changes);
    }

    List<String> rules() {
      return changes.stream().flatMap(change -> change.rules().stream()).toList();
    }
  }

  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, Integer> explained = new TreeMap<>();
  private final List<String> unexplained = new ArrayList<>();

  @Test
  void everyDifference_isExplained() throws IOException {
    List<Difference> table = Difference.table();
    compare(table, SignatureAlgorithm.ED25519);
    compare(table, SignatureAlgorithm.ES256);
    System.out.printf("differential: %s; differences on %s%n", counts, explained);
    assertThat(unexplained).as("seed %d", SEED).isEmpty();
    assertThat(counts.get("tokens")).isEqualTo(2 * TOKENS);
    assertThat(counts.get("taken by us")).isBetween(TOKENS / 10, TOKENS);
    assertThat(explained.keySet()).isEqualTo(expected(table));
  }

  private void compare(List<Difference> table, SignatureAlgorithm algorithm) {
    Setting setting = Setting.of(algorithm);
    OurPeer us = new OurPeer(setting);
    List<Peer> peers = List.of(new NimbusPeer(setting), new Jose4jPeer(setting));
    Random random = new Random(SEED);
    for (int i = 0; i < TOKENS; i++) {
      Case changed = Case.of(setting, Change.of(algorithm), random);
      Optional<Reason> ours = us.refusal(changed.token());
      counts.merge("tokens", 1, Integer::sum);
      counts.merge(ours.isEmpty() ? "taken by us" : "refused by us", 1, Integer::sum);
      for (Peer peer : peers) {
        if (peer.takes(changed.token()) != ours.isEmpty()) {
          explain(table, changed, peer, ours);
        }
      }
    }
  }

  private void explain(List<Difference> table, Case changed, Peer peer, Optional<Reason> ours) {
    Optional<Difference> why =
        table.stream()
            .filter(difference -> changed.rules().contains(difference.rule()))
            .filter(difference -> difference.explains(peer, ours))
            .findFirst();
    if (why.isPresent()) {
      explained.merge(why.get().rule() + " with " + peer.name(), 1, Integer::sum);
    } else {
      unexplained.add(
          peer.name()
              + " against "
              + ours.map(Reason::name).orElse("taken")
              + ": "
              + changed.changes()
              + " "
              + changed.token());
    }
  }

  /** A row nobody needs is not true any more. */
  private static Set<String> expected(List<Difference> table) {
    Set<String> expected = new TreeSet<>();
    for (Difference difference : table) {
      // What Java's own provider takes, which jose4j asks, differs between its versions.
      if (!difference.rule().equals("signature-length") || Runtime.version().feature() == 17) {
        difference.peers().forEach(peer -> expected.add(difference.rule() + " with " + peer));
      }
    }
    return expected;
  }

  @Test
  void everyRule_isInTheTable() throws IOException {
    Set<String> named =
        EnumSet.allOf(Change.class).stream()
            .flatMap(change -> change.rules().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(Difference.table())
        .extracting(Difference::rule)
        .containsExactlyInAnyOrderElementsOf(named);
  }
}
