package id.simpul.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.simpul.core.value.Secret;
import id.simpul.identity.TrustException.Reason;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymKeysTest {
  private static final String PLANTED = "PLANTEDplantedPLANTEDplantedPLANTEDplanted";

  @TempDir private Path folder;

  private static PseudonymKey key() {
    return PseudonymKey.generate(new SecureRandom());
  }

  private static PseudonymKey parse(int bytes) {
    byte[] secret = new byte[bytes];
    secret[0] = (byte) bytes;
    return PseudonymKey.parse(
        Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(secret)));
  }

  private static Throwable refusal(Runnable work) {
    Throwable thrown = catchThrowable(work::run);
    assertThat(thrown).isExactlyInstanceOf(TrustException.class);
    assertThat(((TrustException) thrown).reason()).isEqualTo(Reason.KEY_UNUSABLE);
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(PLANTED);
    return thrown;
  }

  @Test
  void parse_lengthAtTheLimits_isTakenAndOneByteBeyondIsNot() {
    assertThat(parse(PseudonymKey.MIN_BYTES).id()).matches("[0-9a-f]{16}");
    assertThat(parse(PseudonymKey.MAX_BYTES).id()).isNotEqualTo(parse(PseudonymKey.MIN_BYTES).id());
    refusal(() -> parse(PseudonymKey.MIN_BYTES - 1));
    refusal(() -> parse(PseudonymKey.MAX_BYTES + 1));
  }

  @Test
  void parse_otherTexts_areRefusedAndNotShown() {
    for (String text :
        List.of(PLANTED + "=", PLANTED + "/+", PLANTED, "{\"k\":\"" + PLANTED + "\"}", " ")) {
      refusal(() -> PseudonymKey.parse(Secret.of(text)));
    }
  }

  @Test
  void save_thenLoad_isTheSameKey() throws IOException {
    PseudonymKey key = key();
    Path file = folder.resolve("key");
    key.save(file);
    PseudonymKey loaded = PseudonymKey.load(file);
    assertThat(loaded).isEqualTo(key).hasSameHashCodeAs(key).isNotEqualTo(key());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).doesNotContain(key.id());
    refusal(() -> key.save(file));
  }

  @Test
  void load_fileOpenToOthers_isRefused() throws IOException {
    Path file = folder.resolve("key");
    key().save(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(refusal(() -> PseudonymKey.load(file))).hasMessageContaining(file.toString());
  }

  @Test
  void load_fileAtTheLimit_isTakenAndOneByteMoreIsNot() throws IOException {
    Path file = folder.resolve("key");
    key().save(file);
    String text = Files.readString(file);
    Files.writeString(file, text + " ".repeat(PseudonymKey.MAX_FILE_BYTES - text.length()));
    assertThat(PseudonymKey.load(file)).isNotNull();
    Files.writeString(file, text + " ".repeat(PseudonymKey.MAX_FILE_BYTES - text.length() + 1));
    refusal(() -> PseudonymKey.load(file));
    refusal(() -> PseudonymKey.load(folder.resolve("none")));
  }

  @Test
  void toString_showsTheIdAlone() {
    PseudonymKey key = key();
    assertThat(key).hasToString("pseudonym key " + key.id());
    assertThat(PseudonymKeys.of(key).toString()).contains(key.id());
  }

  @Test
  void rotate_moreThanAreKept_dropsTheOldest() {
    List<PseudonymKey> keys = Stream.generate(PseudonymKeysTest::key).limit(6).toList();
    PseudonymKeys rotated = PseudonymKeys.of(keys.get(0));
    for (PseudonymKey next : keys.subList(1, 6)) {
      rotated = rotated.rotate(next);
    }
    assertThat(rotated.current()).isEqualTo(keys.get(5));
    assertThat(rotated.previous())
        .containsExactly(keys.get(4), keys.get(3), keys.get(2), keys.get(1));
    assertThat(rotated.all()).hasSize(1 + PseudonymKeys.MAX_PREVIOUS);
  }

  @Test
  void create_tooManyOrTheSameTwice_isRefused() {
    PseudonymKey key = key();
    List<PseudonymKey> five =
        Stream.generate(PseudonymKeysTest::key).limit(PseudonymKeys.MAX_PREVIOUS + 1).toList();
    assertThat(new PseudonymKeys(key, five.subList(1, 5)).all()).hasSize(5);
    assertThatIllegalArgumentException().isThrownBy(() -> new PseudonymKeys(key, five));
    assertThatIllegalArgumentException().isThrownBy(() -> new PseudonymKeys(key, List.of(key)));
    PseudonymKey other = five.get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PseudonymKeys(key, List.of(other, other)));
    assertThatIllegalArgumentException().isThrownBy(() -> PseudonymKeys.of(key).rotate(key));
  }
}
