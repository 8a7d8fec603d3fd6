package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.TrustException.Reason;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusListTest {
  private static StatusList read(String json) {
    return StatusList.of(StatusTokens.json(json));
  }

  private static void assertMalformed(String json) {
    assertThat(StatusTokens.refusal(() -> read(json)).reason())
        .as(json)
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void get_firstExampleOfTheDraft_readsTheLowestBitFirst() {
    StatusList list = read(StatusTokens.LIST);
    int[] expected = {1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1};
    assertThat(list.size()).isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(list.get(i).value()).as("index %d", i).isEqualTo(expected[i]);
    }
  }

  @Test
  void get_secondExampleOfTheDraft_readsTheLowestBitsFirst() {
    StatusList list = read("{\"bits\":2,\"lst\":\"eNo76fITAAPfAgc\"}");
    int[] expected = {1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3};
    assertThat(list.size()).isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(list.get(i).value()).as("index %d", i).isEqualTo(expected[i]);
    }
  }

  @Test
  void get_outOfBounds_isUnknown() {
    StatusList list = read(StatusTokens.LIST);
    assertThat(list.get(15)).isEqualTo(TokenStatus.INVALID);
    for (long index : new long[] {16, -1, Integer.MAX_VALUE, 1L << 32, Long.MAX_VALUE}) {
      assertThat(StatusTokens.refusal(() -> list.get(index)).reason())
          .isEqualTo(Reason.STATUS_UNKNOWN);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void set_atRandom_isReadBackAndNothingElseChanges(int bits) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int[] expected = new int[5000];
    StatusList.Builder builder = StatusList.builder(bits, expected.length);
    for (int i = 0; i < 20_000; i++) {
      int index = random.nextInt(expected.length);
      expected[index] = random.nextInt(1 << bits);
      builder.set(index, new TokenStatus(expected[index]));
    }
    StatusList list = StatusList.of(builder.build().toJson());
    for (int i = 0; i < expected.length; i++) {
      assertThat(list.get(i).value()).as("seed %d, index %d", seed, i).isEqualTo(expected[i]);
    }
    assertThat(list).isEqualTo(builder.build()).hasSameHashCodeAs(builder.build());
    assertThat(list.toString()).isEqualTo("status list of 5000 x " + bits + " bits");
  }

  @Test
  void toBuilder_changed_leavesTheListAlone() {
    StatusList list = StatusList.builder(2, 100).set(7, TokenStatus.SUSPENDED).build();
    StatusList.Builder builder = list.toBuilder();
    StatusList changed = builder.set(7, TokenStatus.VALID).build();
    builder.set(8, TokenStatus.INVALID);
    assertThat(list.get(7)).isEqualTo(TokenStatus.SUSPENDED);
    assertThat(changed.get(7)).isEqualTo(TokenStatus.VALID);
    assertThat(changed.get(8)).isEqualTo(TokenStatus.VALID);
    assertThat(changed).isNotEqualTo(list).isEqualTo(StatusList.builder(2, 100).build());
    assertThat(StatusList.builder(1, 200).build()).isNotEqualTo(changed);
  }

  @Test
  void builder_entriesThatFillNoByte_areRoundedUp() {
    assertThat(StatusList.builder(1, 1).build().size()).isEqualTo(8);
    assertThat(StatusList.builder(1, 9).build().size()).isEqualTo(16);
    assertThat(StatusList.builder(4, 3).build().size()).isEqualTo(4);
    assertThat(StatusList.builder(8, 3).build().size()).isEqualTo(3);
  }

  @Test
  void builder_shape_isChecked() {
    int most = StatusList.MAX_BYTES;
    assertThat(StatusList.builder(8, most).build().size()).isEqualTo(most);
    assertThat(StatusList.builder(1, most * 8).build().size()).isEqualTo(most * 8);
    for (int[] shape : new int[][] {{8, most + 1}, {1, most * 8 + 1}, {1, 0}, {2, -1}}) {
      assertThatIllegalArgumentException().isThrownBy(() -> StatusList.builder(shape[0], shape[1]));
    }
    for (int bits : new int[] {0, 3, 5, 16, -1}) {
      assertThatIllegalArgumentException().isThrownBy(() -> StatusList.builder(bits, 8));
    }
  }

  @Test
  void set_pastTheListOrItsBits_isRefused() {
    StatusList.Builder builder = StatusList.builder(2, 8).set(7, new TokenStatus(3));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.set(8, TokenStatus.VALID));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.set(-1, TokenStatus.VALID));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.set(0, new TokenStatus(4)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3", "5", "6", "7", "9", "16", "1.0", "1e0", "-1", "\"1\"", "null"})
  void of_otherBits_isMalformed(String bits) {
    assertMalformed("{\"bits\":" + bits + ",\"lst\":\"eNrbuRgAAhcBXQ\"}");
  }

  @Test
  void of_brokenMembers_isMalformed() {
    assertMalformed("{\"lst\":\"eNrbuRgAAhcBXQ\"}");
    assertMalformed("{\"bits\":1}");
    assertMalformed("{\"bits\":1,\"lst\":null}");
    assertMalformed("{\"bits\":1,\"lst\":[]}");
    assertMalformed("{\"bits\":1,\"lst\":\"\"}");
    assertMalformed("{\"bits\":1,\"lst\":\"eNrbuRgAAhcBXQ==\"}");
    assertMalformed("{\"bits\":1,\"lst\":\"eNrbuRgAAhcBX Q\"}");
    assertMalformed("{\"bits\":1,\"lst\":\"eNrbuRgAAhcBXR\"}");
  }

  @Test
  void of_otherMembers_areIgnored() {
    JsonObject json =
        JsonObject.builder()
            .putAll(StatusTokens.json(StatusTokens.LIST))
            .put("aggregation_uri", "https://jambi.example/status")
            .put("x", JsonNumber.of(1))
            .build();
    assertThat(StatusList.of(json)).isEqualTo(read(StatusTokens.LIST));
  }
}
