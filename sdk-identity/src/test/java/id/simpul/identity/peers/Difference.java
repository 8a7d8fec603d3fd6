package id.simpul.identity.peers;

import id.simpul.identity.TrustException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A row of {@code docs/jose-differences.md}: on this rule these peers say otherwise than we do.
 *
 * @param rule its name
 * @param peers who says otherwise
 * @param reasons for what we refuse, empty when we take it
 */
record Difference(String rule, List<String> peers, Set<Reason> reasons) {
  private static final String PAGE = "docs/jose-differences.md";
  private static final String TAKEN = "taken";

  /** All rows of the page. */
  static List<Difference> table() throws IOException {
    Path page = Path.of(System.getProperty("simpul.root", "..")).resolve(PAGE);
    List<Difference> table = new ArrayList<>();
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith("| `")) {
        table.add(row(line.split("\\|")));
      }
    }
    return table;
  }

  private static Difference row(String[] cells) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    words(cells[4]).filter(word -> !word.equals(TAKEN)).map(Reason::valueOf).forEach(reasons::add);
    return new Difference(
        words(cells[1]).findFirst().orElseThrow(), words(cells[3]).toList(), reasons);
  }

  private static Stream<String> words(String cell) {
    return Arrays.stream(cell.replace("`", "").split(",")).map(String::strip);
  }

  /** Whether it explains that a peer says the opposite of us. */
  boolean explains(Peer peer, Optional<Reason> ours) {
    return peers.contains(peer.name()) && ours.map(reasons::contains).orElse(reasons.isEmpty());
  }
}
