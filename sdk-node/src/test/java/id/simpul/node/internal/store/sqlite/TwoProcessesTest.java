package id.simpul.node.internal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.node.internal.store.ChainReport;
import id.simpul.node.internal.store.ChainVerifier;
import id.simpul.node.internal.store.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that share one database. */
final class TwoProcessesTest {
  private static final int COUNT = 300;

  @TempDir Path folder;

  @Test
  void compete_twoProcessesForTheSameKeysAndNonces_eachIsTakenOnce() throws Exception {
    Path file = folder.resolve("node.db");
    try (SqliteStore store =
            SqliteStore.open(
                SqliteOptions.builder(file).build(), Samples.vault(), () -> Samples.START);
        ChildJvm child =
            ChildJvm.start(
                StoreChild.class, "compete", file.toString(), "child", Integer.toString(COUNT))) {
      assertThat(child.nextLine()).isEqualTo("ready");
      child.send('\n');
      String[] mine = StoreChild.compete(store, "parent", COUNT).split(" ");
      String[] theirs = String.valueOf(child.nextLine()).substring("effects ".length()).split(" ");

      for (int what : new int[] {0, 1}) {
        assertThat(Integer.parseInt(mine[what]) + Integer.parseInt(theirs[what])).isEqualTo(COUNT);
      }
      assertThat(child.exitValue()).isZero();
      assertThat(store.head().sequence()).isEqualTo(COUNT);
      assertThat(new ChainVerifier(store).verify()).isEqualTo(new ChainReport.Intact(store.head()));
    }
  }
}
