package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.Base64Url;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decompression bombs and broken streams: each is cut at the one limit, and memory with it. */
class StatusListBombTest {
  private static final byte[] SMALL = {(byte) 0xB9, (byte) 0xA3};

  private static void assertMalformed(byte[] stream, String reason) {
    assertThatThrownBy(() -> StatusZlib.inflate(stream, StatusList.MAX_BYTES))
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED))
        .hasMessageContaining(reason);
  }

  /** What this thread takes from the heap meanwhile, of which the most may be in use at once. */
  private static long allocatedBy(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(id);
    work.run();
    return threads.getThreadAllocatedBytes(id) - before;
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100, 1000, 100_000_000})
  void inflate_ratioAtTheLimit_isTakenAndOneByteMoreIsNot(int ratio) {
    byte[] most = Bombs.compressible(StatusList.MAX_BYTES, ratio);
    byte[] stream = Bombs.deflate(most, Deflater.BEST_SPEED);
    assertThat(StatusZlib.inflate(stream, StatusList.MAX_BYTES)).isEqualTo(most);
    byte[] more = Bombs.compressible(StatusList.MAX_BYTES + 1, ratio);
    assertMalformed(Bombs.deflate(more, Deflater.BEST_SPEED), "opens to more than 16777216 bytes");
  }

  @Test
  void inflate_gibibyteBomb_isCutAndTakesNoMemory() {
    byte[] bomb = Bombs.gibibyte();
    assertThat(bomb.length).isLessThan(2 * Bombs.MIB);
    long allocated = allocatedBy(() -> assertMalformed(bomb, "opens to more than"));
    assertThat(allocated).isLessThan(Bombs.MIB);
  }

  @Test
  void inflate_largestList_takesItsOwnSizeAndLittleMore() {
    byte[] stream = Bombs.deflate(new byte[StatusList.MAX_BYTES], Deflater.BEST_COMPRESSION);
    long allocated = allocatedBy(() -> StatusZlib.inflate(stream, StatusList.MAX_BYTES));
    assertThat(allocated).isLessThan(StatusList.MAX_BYTES + Bombs.MIB);
  }

  @Test
  void verify_bombInASignedToken_isRefusedWithinTwiceTheLimit() {
    byte[] bomb = Arrays.copyOf(Bombs.gibibyte(), 1_000_000);
    JsonObject list =
        JsonObject.builder()
            .put("bits", JsonNumber.of(1))
            .put("lst", Base64Url.encode(bomb))
            .build();
    JsonObject over = JsonObject.builder().put("status_list", list).build();
    String token = StatusTokens.token(StatusTokens.claims(over));
    StatusListVerifier verifier = new StatusListVerifier(InstantSource.fixed(StatusTokens.NOW));
    long allocated =
        allocatedBy(() -> {
          TrustException refusal =
              StatusTokens.refusal(() -> verifier.verify(token, StatusTokens.SOURCE));
          assertThat(refusal).hasMessageContaining("opens to more than");
        });
    assertThat(allocated).isLessThan(2L * StatusList.MAX_BYTES);
  }

  @Test
  void inflate_everyValidHeader_isTaken() {
    byte[] stream = Bombs.deflate(SMALL, Deflater.NO_COMPRESSION);
    for (int window = 0; window < 8; window++) {
      for (int level = 0; level < 4; level++) {
        int cmf = window << 4 | 8;
        int flg = level << 6;
        flg += (31 - (cmf * 256 + flg) % 31) % 31;
        stream[0] = (byte) cmf;
        stream[1] = (byte) flg;
        assertThat(StatusZlib.inflate(stream, 2)).as("%02x%02x", cmf, flg).isEqualTo(SMALL);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void inflate_everyLevel_isTaken(int level) {
    byte[] bytes = Bombs.compressible(100_000, 3);
    assertThat(StatusZlib.inflate(Bombs.deflate(bytes, level), bytes.length)).isEqualTo(bytes);
    assertThatThrownBy(() -> StatusZlib.inflate(Bombs.deflate(bytes, level), bytes.length - 1))
        .isInstanceOf(TrustException.class);
  }

  @Test
  void inflate_everyPrefixOfAStream_isCutOff() {
    byte[] stream = StatusZlib.deflate(Bombs.compressible(2000, 4));
    for (int length = 0; length < stream.length; length++) {
      assertMalformed(Arrays.copyOf(stream, length), "is cut off");
    }
  }

  @Test
  void inflate_trailingBytes_areRefused() {
    byte[] stream = StatusZlib.deflate(SMALL);
    assertMalformed(Bombs.concat(stream, (byte) 0), "has bytes after its end");
    assertMalformed(Bombs.concat(stream, stream), "has bytes after its end");
  }

  @Test
  void inflate_presetDictionary_isRefused() {
    Deflater deflater = new Deflater();
    deflater.setDictionary(SMALL);
    deflater.setInput(SMALL);
    deflater.finish();
    byte[] stream = new byte[100];
    int length = deflater.deflate(stream);
    deflater.end();
    assertMalformed(Arrays.copyOf(stream, length), "needs a preset dictionary");
  }

  @Test
  void inflate_otherFormats_areRefused() {
    byte[] stream = StatusZlib.deflate(SMALL);
    byte[] raw = Arrays.copyOfRange(stream, 2, stream.length - 4);
    assertMalformed(raw, "is no zlib stream");
    assertMalformed(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0}, "is no zlib stream");
    assertMalformed(SMALL, "is no zlib stream");
    byte[] wrongSum = stream.clone();
    wrongSum[stream.length - 1] ^= 1;
    assertMalformed(wrongSum, "is no zlib stream");
  }

  @Test
  void deflate_oneBitOfAListSet_staysSmall() {
    byte[] list = new byte[StatusListTerms.MAX_LIST_BYTES];
    list[12345] = 4;
    assertThat(StatusZlib.deflate(list).length).isLessThan(list.length / 500);
  }
}
