package id.simpul.node.internal.booking;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Lines in as many files as keep each small: a reader takes one in whole, and asks again only for
 * those in which something changed. A line stays in its file as long as there are as many files.
 */
final class SlotShards {
  /** How large a file becomes before there are more of them. */
  static final int MAX_FILE_BYTES = 1024 * 1024;

  /** The most files of one kind; a reader of ours reads 256 in all. */
  static final int MAX_FILES = 64;

  private SlotShards() {}

  /**
   * A line.
   *
   * @param key what it is about, which says where it goes
   * @param bytes the line with its end
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Line(String key, byte[] bytes) {}

  /**
   * The files.
   *
   * @param kind what their names begin with
   * @param lines what they hold
   * @return the files by name, at least one
   */
  static Map<String, byte[]> of(String kind, List<Line> lines) {
    int count = 1;
    List<byte[]> files = files(lines, count);
    while (count < MAX_FILES && files.stream().anyMatch(file -> file.length > MAX_FILE_BYTES)) {
      count *= 2;
      files = files(lines, count);
    }
    Map<String, byte[]> named = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      named.put(
          kind + (count == 1 ? "" : "-" + (i + 1) + "-of-" + count) + ".ndjson", files.get(i));
    }
    return named;
  }

  private static List<byte[]> files(List<Line> lines, int count) {
    List<ByteArrayOutputStream> files = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      files.add(new ByteArrayOutputStream());
    }
    for (Line line : lines) {
      files.get(shard(line.key(), count)).writeBytes(line.bytes());
    }
    return files.stream().map(ByteArrayOutputStream::toByteArray).toList();
  }

  // The same in every process and at every time.
  private static int shard(String key, int count) {
    CRC32 sum = new CRC32();
    sum.update(key.getBytes(StandardCharsets.UTF_8));
    return (int) (sum.getValue() % count);
  }
}
