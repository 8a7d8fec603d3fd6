package id.simpul.health.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineSourceTest {
  private static final int MAX = 100_000;

  private static LineSource lines(String text) {
    return new LineSource(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), MAX);
  }

  @Test
  void next_lineFarTooLong_holdsNoMoreThanTheLongestAllowed() throws IOException {
    try (LineSource lines = lines("a".repeat(50 * MAX) + "\nb")) {
      assertThat(lines.next()).isTrue();
      assertThat(lines.isTooLong()).isTrue();
      assertThat(lines.room()).isLessThanOrEqualTo(MAX + 1);
      assertThat(lines.next()).isTrue();
      assertThat(lines.bytes()).containsExactly('b');
      assertThat(lines.offset()).isEqualTo(50L * MAX + 1);
      assertThat(lines.next()).isFalse();
    }
  }

  @Test
  void next_lineAtTheLimit_isWholeWithEitherEnd() throws IOException {
    try (LineSource lines = lines("a".repeat(MAX) + "\r\n" + "b".repeat(MAX) + "\n")) {
      assertThat(lines.next()).isTrue();
      assertThat(lines.bytes()).hasSize(MAX).containsOnly('a');
      assertThat(lines.next()).isTrue();
      assertThat(lines.bytes()).hasSize(MAX).containsOnly('b');
      assertThat(lines.isTooLong()).isFalse();
      assertThat(lines.number()).isEqualTo(2);
    }
  }
}
