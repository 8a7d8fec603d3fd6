package id.simpul.health.internal.hcert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeflateTest {
  private static final int MAX = 1000;
  private static final byte[] PLAIN = new byte[MAX];

  private static void refused(Deflate kind, byte[] stream, String reason) {
    assertThatThrownBy(() -> kind.inflate(stream, MAX))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @EnumSource
  void inflate_limit_isExact(Deflate kind) throws FormatException {
    assertThat(kind.inflate(kind.deflate(PLAIN), MAX)).isEqualTo(PLAIN);
    refused(kind, kind.deflate(new byte[MAX + 1]), "opens to more than 1000 bytes");
    assertThat(kind.inflate(kind.deflate(new byte[0]), MAX)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void inflate_cutOff_isRefusedAtEveryByte(Deflate kind) {
    byte[] stream =
        kind.deflate("HC1 is whole or it is nothing".getBytes(StandardCharsets.US_ASCII));
    for (int length = 0; length < stream.length; length++) {
      refused(kind, Arrays.copyOf(stream, length), "compressed stream");
    }
  }

  @ParameterizedTest
  @EnumSource
  void inflate_somethingAfterTheEnd_isRefused(Deflate kind) {
    byte[] stream = kind.deflate(PLAIN);
    refused(kind, Arrays.copyOf(stream, stream.length + 1), "after its end");
  }

  @Test
  void inflate_wrongCheckSum_isRefused() {
    byte[] stream = Deflate.ZLIB.deflate(PLAIN);
    for (int i = 1; i <= 4; i++) {
      byte[] changed = stream.clone();
      changed[stream.length - i] ^= 1;
      refused(Deflate.ZLIB, changed, "is no such stream");
    }
  }

  @Test
  void inflate_presetDictionary_isRefused() {
    Deflater deflater = new Deflater();
    deflater.setDictionary(new byte[] {1, 2, 3});
    deflater.setInput(PLAIN);
    deflater.finish();
    byte[] buffer = new byte[MAX];
    int length = deflater.deflate(buffer);
    deflater.end();

    refused(Deflate.ZLIB, Arrays.copyOf(buffer, length), "preset dictionary");
  }

  @Test
  void inflate_theOtherKind_isRefused() {
    refused(Deflate.ZLIB, Deflate.RAW.deflate(PLAIN), "is no such stream");
    refused(Deflate.RAW, Deflate.ZLIB.deflate(PLAIN), "compressed stream");
  }

  @ParameterizedTest
  @ValueSource(ints = {Deflater.NO_COMPRESSION, Deflater.BEST_SPEED, Deflater.BEST_COMPRESSION})
  void inflate_everyLevel_isTaken(int level) throws FormatException {
    Deflater deflater = new Deflater(level);
    deflater.setInput(PLAIN);
    deflater.finish();
    byte[] buffer = new byte[2 * MAX];
    int length = deflater.deflate(buffer);
    deflater.end();

    assertThat(Deflate.ZLIB.inflate(Arrays.copyOf(buffer, length), MAX)).isEqualTo(PLAIN);
  }
}
