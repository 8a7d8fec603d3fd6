package id.simpul.node.internal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.node.internal.store.ChainReport;
import id.simpul.node.internal.store.ChainVerifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that share one database. */
final class ProcessesTest {
  private static final int COUNT = 300;

  @TempDir Path folder;

  @Test
  void compete_twoProcessesForTheSameKeysAndNonces_eachIsTakenOnce() throws Exception {
    Path file = folder.resolve("node.db");
    try (SqliteStore store = StoreChild.open(file);
        ChildJvm child =
            ChildJvm.start(
                StoreChild.class, "compete", file.toString(), "child", Integer.toString(COUNT))) {
      assertThat(child.nextLine()).isEqualTo("ready");
      child.send('\n');
      String[] mine = StoreChild.compete(store, "parent", COUNT).split(" ", 0);
      String[] theirs =
          String.valueOf(child.nextLine()).substring("effects ".length()).split(" ", 0);

      for (int what : new int[] {0, 1}) {
        assertThat(Integer.parseInt(mine[what]) + Integer.parseInt(theirs[what])).isEqualTo(COUNT);
      }
      assertThat(child.exitValue()).isZero();
      assertThat(store.head().sequence()).isEqualTo(COUNT);
      assertThat(new ChainVerifier(store).verify()).isEqualTo(new ChainReport.Intact(store.head()));
    }
  }

  @Test
  void open_processesAtOnceOnANewFile_allWork() throws Exception {
    Path file = folder.resolve("new.db");
    List<ChildJvm> children = new ArrayList<>();
    try {
      for (String name : new String[] {"a", "b", "c", "d"}) {
        children.add(ChildJvm.start(StoreChild.class, "race", file.toString(), name));
      }
      for (ChildJvm child : children) {
        assertThat(child.nextLine()).isEqualTo("ready");
      }
      for (ChildJvm child : children) {
        child.send('\n');
      }
      for (ChildJvm child : children) {
        assertThat(child.nextLine()).isEqualTo("appended");
        assertThat(child.exitValue()).isZero();
      }
    } finally {
      children.forEach(ChildJvm::close);
    }
  }
}
