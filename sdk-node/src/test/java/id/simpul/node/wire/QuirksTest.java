package id.simpul.node.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Plays what real clients send to the node, although no document says that they should. */
class QuirksTest {
  @TempDir static Path data;
  private static TownNode node;

  @BeforeAll
  static void start() {
    node = TownNode.start(data);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @TestFactory
  Stream<DynamicTest> quirks() {
    List<Transcript> quirks = Transcript.below(Transcript.folder().resolve("quirks"));
    assertThat(quirks).isNotEmpty();
    NodeSide side = new NodeSide(node);
    return quirks.stream().map(quirk -> dynamicTest(quirk.name(), () -> side.play(quirk)));
  }
}
