package id.simpul.node.internal.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoreException.Kind;
import id.simpul.node.internal.store.StreamId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IdentityVaultTest {
  private static final StreamId STREAM = new StreamId("stream-a");
  private static final byte[] PLAIN = "{\"name\":\"Tester\"}".getBytes(StandardCharsets.UTF_8);

  private final IdentityVault vault = IdentityVault.of(key("k1", 1), List.of());

  @Test
  void open_sealed_returnsThePlainBytes() {
    SealedIdentity sealed = vault.seal(STREAM, PLAIN);

    assertThat(sealed.keyId()).isEqualTo("k1");
    assertThat(vault.open(STREAM, sealed)).isEqualTo(PLAIN);
    assertThat(vault.open(STREAM, vault.seal(STREAM, new byte[0]))).isEmpty();
  }

  @Test
  void seal_twice_looksDifferentAndHidesThePlainBytes() {
    byte[] first = vault.seal(STREAM, PLAIN).bytes();

    assertThat(first).isNotEqualTo(vault.seal(STREAM, PLAIN).bytes());
    assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("Tester");
  }

  @Test
  void open_underAnotherStream_isRefused() {
    SealedIdentity sealed = vault.seal(STREAM, PLAIN);

    assertRefused(Kind.IDENTITY_UNREADABLE, new StreamId("stream-b"), sealed);
  }

  @Test
  void open_anyBitFlippedOrByteCut_isRefused() {
    byte[] sealed = vault.seal(STREAM, PLAIN).bytes();
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] flipped = sealed.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertRefused(Kind.IDENTITY_UNREADABLE, STREAM, new SealedIdentity("k1", flipped));
    }
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertRefused(Kind.IDENTITY_UNREADABLE, STREAM, new SealedIdentity("k1", cut));
    }
  }

  @Test
  void open_earlierKey_stillOpensWhileTheNewOneSeals() {
    SealedIdentity old = vault.seal(STREAM, PLAIN);
    IdentityVault rotated = IdentityVault.of(key("k2", 2), List.of(key("k1", 1)));

    assertThat(rotated.open(STREAM, old)).isEqualTo(PLAIN);
    assertThat(rotated.seal(STREAM, PLAIN).keyId()).isEqualTo("k2");
    assertRefused(Kind.IDENTITY_KEY_UNKNOWN, STREAM, rotated.seal(STREAM, PLAIN));
  }

  @Test
  void open_otherKeyOfTheSameName_isRefused() {
    IdentityVault other = IdentityVault.of(key("k1", 9), List.of());

    assertRefused(Kind.IDENTITY_UNREADABLE, STREAM, other.seal(STREAM, PLAIN));
  }

  @Test
  void of_twoKeysOfOneName_isRefused() {
    assertThatThrownBy(() -> IdentityVault.of(key("k1", 1), List.of(key("k1", 2))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void identityKey_lengthsAtAndPastTheLimits_areTakenAndRefused() {
    key("k".repeat(IdentityKey.MAX_ID_LENGTH), 1);
    byte[] right = new byte[IdentityKey.LENGTH];
    for (String id : List.of("", "k".repeat(IdentityKey.MAX_ID_LENGTH + 1))) {
      assertThatThrownBy(() -> IdentityKey.of(id, right))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (int length : new int[] {0, 16, IdentityKey.LENGTH - 1, IdentityKey.LENGTH + 1}) {
      assertThatThrownBy(() -> IdentityKey.of("k", new byte[length]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void toString_keyAndIdentity_showNoSecret() {
    byte[] key = new byte[IdentityKey.LENGTH];
    Arrays.fill(key, (byte) 'S');

    assertThat(IdentityKey.of("k1", key)).hasToString("IdentityKey[k1, <redacted>]");
    assertThat(vault.seal(STREAM, PLAIN).toString()).startsWith("SealedIdentity[key k1, ");
  }

  private void assertRefused(Kind kind, StreamId stream, SealedIdentity sealed) {
    assertThatThrownBy(() -> vault.open(stream, sealed))
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageNotContaining("Tester");
  }

  private static IdentityKey key(String id, int fill) {
    byte[] key = new byte[IdentityKey.LENGTH];
    Arrays.fill(key, (byte) fill);
    return IdentityKey.of(id, key);
  }
}
