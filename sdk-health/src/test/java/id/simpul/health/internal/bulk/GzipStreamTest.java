package id.simpul.health.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipStreamTest {
  private static final int HEADER = 10;

  /** A member with flags and what they announce after the ten bytes of a header. */
  private static byte[] member(int flags, byte[] announced) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(plain)) {
      gzip.write("uji".getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = plain.toByteArray();
    bytes[3] = (byte) flags;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, HEADER);
    out.write(announced);
    out.write(bytes, HEADER, bytes.length - HEADER);
    return out.toByteArray();
  }

  private static String read(byte[] bytes) throws IOException {
    try (GzipStream in = new GzipStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] name(int length) {
    byte[] name = new byte[length + 1];
    Arrays.fill(name, 0, length, (byte) 'a');
    return name;
  }

  @Test
  void read_everythingAHeaderMayHave_isPassedOver() throws IOException {
    assertThat(read(member(0, new byte[0]))).isEqualTo("uji");
    assertThat(read(member(2, new byte[2]))).isEqualTo("uji");
    assertThat(read(member(4, new byte[] {3, 0, 9, 9, 9}))).isEqualTo("uji");
    assertThat(read(member(8, name(7)))).isEqualTo("uji");
    assertThat(read(member(16, name(7)))).isEqualTo("uji");
  }

  @Test
  void read_name_isTakenAtTheLimitAndRefusedPastIt() throws IOException {
    assertThat(read(member(8, name(GzipStream.MAX_TEXT)))).isEqualTo("uji");
    assertThatThrownBy(() -> read(member(8, name(GzipStream.MAX_TEXT + 1))))
        .hasMessageContaining("name longer");
  }

  @Test
  void read_unknownFlagsOrMethod_isRefused() throws IOException {
    byte[] method = member(0, new byte[0]);
    method[2] = 7;

    assertThatThrownBy(() -> read(member(0x20, new byte[0]))).hasMessageContaining("flags");
    assertThatThrownBy(() -> read(method)).hasMessageContaining("not gzip");
  }

  @Test
  void read_oneByteAtATime_givesThemAll() throws IOException {
    try (GzipStream in = new GzipStream(new ByteArrayInputStream(member(0, new byte[0])))) {
      assertThat(in.read()).isEqualTo('u');
      assertThat(in.read(new byte[1], 0, 0)).isZero();
      assertThat(in.read()).isEqualTo('j');
      assertThat(in.read()).isEqualTo('i');
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void read_closedStream_isRefused() throws IOException {
    GzipStream in = new GzipStream(new ByteArrayInputStream(member(0, new byte[0])));
    in.close();
    in.close();

    assertThatThrownBy(in::read).hasMessageContaining("closed");
  }
}
