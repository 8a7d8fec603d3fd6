package id.simpul.health.certificate.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.health.certificate.link.HealthLinkException.Reason;
import id.simpul.health.certificate.testing.Cost;
import id.simpul.health.internal.hcert.Deflate;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkEncryptionTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final LinkKey KEY = LinkKey.generate(RANDOM);
  private static final String GOOD =
      "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"cty\":\"application/fhir+json\"}";
  private static final String ZIPPED = GOOD.replace("}", ",\"zip\":\"DEF\"}");

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** As anybody else would, with any header. */
  private static String jwe(String header, byte[] content) {
    String head = base64(header.getBytes(StandardCharsets.UTF_8));
    byte[] nonce = new byte[12];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      byte[] key = Base64.getUrlDecoder().decode(KEY.text());
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      cipher.updateAAD(head.getBytes(StandardCharsets.US_ASCII));
      byte[] sealed = cipher.doFinal(content);
      int end = sealed.length - 16;
      return head
          + ".."
          + base64(nonce)
          + "."
          + base64(Arrays.copyOf(sealed, end))
          + "."
          + base64(Arrays.copyOfRange(sealed, end, sealed.length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void unreadable(String jwe) {
    HealthLinkException e =
        catchThrowableOfType(
            HealthLinkException.class, () -> LinkEncryption.decrypt(jwe, KEY, null));
    assertThat(e.reason()).isEqualTo(Reason.UNREADABLE);
    assertThat(e.code()).isEqualTo("health.link.unreadable");
  }

  @ParameterizedTest
  @ValueSource(strings = {LinkedFile.FHIR, LinkedFile.HEALTH_CARD, LinkedFile.API_ACCESS})
  void encrypt_file_isDecryptedAgain(String kind) {
    byte[] content = "{\"resourceType\":\"Bundle\"}".getBytes(StandardCharsets.UTF_8);
    String one = LinkEncryption.encrypt(new LinkedFile(kind, content), KEY, RANDOM);
    String other = LinkEncryption.encrypt(new LinkedFile(kind, content), KEY, RANDOM);

    LinkedFile file = LinkEncryption.decrypt(one, KEY, kind);

    assertThat(file.content()).isEqualTo(content);
    assertThat(file.contentType()).isEqualTo(kind);
    assertThat(file).hasToString(kind);
    assertThat(one.split("\\.")[2]).isNotEqualTo(other.split("\\.")[2]);
  }

  @Test
  void decrypt_compressedFile_isOpenedToALimit() {
    byte[] largest = new byte[LinkEncryption.MAX_FILE_BYTES];
    String zipped = jwe(ZIPPED, Deflate.RAW.deflate(largest));
    assertThat(LinkEncryption.decrypt(zipped, KEY, null).content()).hasSize(largest.length);
    unreadable(jwe(ZIPPED, Deflate.RAW.deflate(new byte[largest.length + 1])));
    assertThat(LinkEncryption.decrypt(jwe(GOOD, largest), KEY, null).content())
        .hasSize(largest.length);
    unreadable(jwe(GOOD, new byte[largest.length + 1]));
    unreadable(jwe(ZIPPED, "no stream".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void decrypt_bomb_isRefusedWithinItsBuffer() {
    String bomb = jwe(ZIPPED, Deflate.RAW.deflate(new byte[64 * 1024 * 1024]));
    long heap = Cost.bytes(() -> unreadable(bomb));
    System.out.printf(
        "bomb: file of a link of %d characters that opens to 64 MiB refused with %d bytes of"
            + " heap%n",
        bomb.length(), heap);
    assertThat(heap).isLessThan(LinkEncryption.MAX_FILE_BYTES + 8L * bomb.length());
  }

  @Test
  void encrypt_size_isLimited() {
    byte[] largest = new byte[LinkEncryption.MAX_FILE_BYTES];
    String jwe = LinkEncryption.encrypt(new LinkedFile(LinkedFile.FHIR, largest), KEY, RANDOM);
    assertThat(jwe).hasSizeLessThanOrEqualTo(LinkEncryption.MAX_LENGTH);
    LinkedFile more = new LinkedFile(LinkedFile.FHIR, new byte[largest.length + 1]);
    assertThatThrownBy(() -> LinkEncryption.encrypt(more, KEY, RANDOM))
        .isInstanceOf(HealthLinkException.class);
    unreadable("a".repeat(LinkEncryption.MAX_LENGTH + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"A256KW\",\"enc\":\"A256GCM\",\"cty\":\"application/fhir+json\"}",
        "{\"alg\":\"dir\",\"enc\":\"A128CBC-HS256\",\"cty\":\"application/fhir+json\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"cty\":\"text/html\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"cty\":\"application/fhir+json\",\"zip\":\"GZ\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"cty\":\"application/fhir+json\",\"crit\":[]}",
        "{\"alg\":\"dir\",\"alg\":\"dir\",\"enc\":\"A256GCM\",\"cty\":\"application/fhir+json\"}",
        "[]",
        ""
      })
  void decrypt_otherHeader_isRefused(String header) {
    unreadable(jwe(header, new byte[10]));
  }

  @Test
  void decrypt_otherKindThanTheManifests_isRefused() {
    String jwe = jwe(GOOD, new byte[1]);
    assertThatThrownBy(() -> LinkEncryption.decrypt(jwe, KEY, LinkedFile.HEALTH_CARD))
        .isInstanceOf(HealthLinkException.class);
    String without = jwe("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}", new byte[1]);
    assertThat(LinkEncryption.decrypt(without, KEY, LinkedFile.FHIR).contentType())
        .isEqualTo(LinkedFile.FHIR);
  }

  @Test
  void decrypt_anyByteChanged_isRefused() {
    String[] parts = jwe(GOOD, new byte[20]).split("\\.", -1);
    for (int part : new int[] {0, 2, 3, 4}) {
      byte[] bytes = Base64.getUrlDecoder().decode(parts[part]);
      for (int at = 0; at < bytes.length; at++) {
        byte[] other = bytes.clone();
        other[at] ^= 1;
        String[] changed = parts.clone();
        changed[part] = base64(other);
        unreadable(String.join(".", changed));
      }
    }
    LinkKey other = LinkKey.generate(RANDOM);
    String good = String.join(".", parts);
    assertThatThrownBy(() -> LinkEncryption.decrypt(good, other, null))
        .isInstanceOf(HealthLinkException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b.c", "a.b.c.d.e", "e30..AAAA.AAAA.AAAA", "e30=..A.A.A", "....."})
  void decrypt_otherForm_isRefused(String jwe) {
    unreadable(jwe);
  }

  @Test
  void linkedFile_otherKind_isNone() {
    assertThatThrownBy(() -> new LinkedFile("text/html", new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
