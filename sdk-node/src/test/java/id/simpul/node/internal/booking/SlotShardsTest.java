package id.simpul.node.internal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.node.internal.booking.SlotShards.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How lines are put into files. */
final class SlotShardsTest {
  private static final int LINE = 1024;
  private static final int LINES = SlotShards.MAX_FILE_BYTES / LINE;

  private static List<Line> lines(int count) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] line = new byte[LINE];
      Arrays.fill(line, (byte) 'x');
      byte[] key = ("s-" + i + " ").getBytes(java.nio.charset.StandardCharsets.UTF_8);
      System.arraycopy(key, 0, line, 0, key.length);
      lines.add(new Line("s-" + i, line));
    }
    return lines;
  }

  private static long bytes(Map<String, byte[]> files) {
    return files.values().stream().mapToLong(file -> file.length).sum();
  }

  @Test
  void of_noLine_isOneEmptyFile() {
    assertThat(SlotShards.of("slots", List.of())).containsOnlyKeys("slots.ndjson");
  }

  @Test
  void of_asMuchAsOneFileHolds_isOneFileAndOneByteMoreIsTwo() {
    List<Line> lines = lines(LINES);
    assertThat(SlotShards.of("slots", lines)).containsOnlyKeys("slots.ndjson");

    lines.add(new Line("s-x", new byte[1]));
    Map<String, byte[]> files = SlotShards.of("slots", lines);

    assertThat(files).containsOnlyKeys("slots-1-of-2.ndjson", "slots-2-of-2.ndjson");
    assertThat(bytes(files)).isEqualTo(SlotShards.MAX_FILE_BYTES + 1L);
  }

  @Test
  void of_aLineMore_changesOneFileAlone() {
    List<Line> lines = lines(3 * LINES);
    Map<String, byte[]> before = SlotShards.of("slots", lines);
    lines.add(new Line("new", new byte[] {'\n'}));

    Map<String, byte[]> after = SlotShards.of("slots", lines);

    assertThat(after).hasSameSizeAs(before);
    assertThat(before.size()).isGreaterThan(2);
    assertThat(
            after.keySet().stream()
                .filter(name -> !Arrays.equals(before.get(name), after.get(name))))
        .hasSize(1);
    assertThat(after.values())
        .allSatisfy(file -> assertThat(file.length).isLessThanOrEqualTo(SlotShards.MAX_FILE_BYTES));
  }

  @Test
  void of_moreThanTheMostFilesHold_makesThemLarger() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      lines.add(new Line("same", new byte[SlotShards.MAX_FILE_BYTES]));
    }

    Map<String, byte[]> files = SlotShards.of("slots", lines);

    assertThat(files).hasSize(SlotShards.MAX_FILES);
    assertThat(bytes(files)).isEqualTo(2L * SlotShards.MAX_FILE_BYTES);
  }
}
