package id.simpul.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.simpul.core.value.Secret;
import id.simpul.identity.TrustException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {
  private static final byte[] MESSAGE = "laporan".getBytes(StandardCharsets.UTF_8);

  /** RFC 8410, section 10.3, first key: version 1. */
  private static final String RFC8410_KEY =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """;

  /** RFC 8410, section 10.3, second key: version 2, with attributes and its public key. */
  private static final String RFC8410_KEY_WITH_PUBLIC_KEY =
      """
      -----BEGIN PRIVATE KEY-----
      MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      oB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrB
      Z9w7lshQhqowtrbLDFw4rXAxZuE=
      -----END PRIVATE KEY-----
      """;

  @TempDir private Path folder;

  private static SigningKey key(SignatureAlgorithm algorithm) {
    return SigningKeys.generate(algorithm, new SecureRandom());
  }

  private static void refused(ThrowingCallable call, String what) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(Reason.KEY_UNUSABLE))
        .hasMessageContaining(what);
  }

  static void writeOwnerOnly(Path file, String content) throws IOException {
    Files.writeString(file, content);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void load_privateJwk_isTheKey() throws IOException {
    Path file = folder.resolve("key.jwk");
    writeOwnerOnly(
        file,
        """
        {"kty":"OKP","crv":"Ed25519","kid":"any","use":"sig","key_ops":["sign"],
         "d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
         "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
        """);
    assertThat(SigningKeys.load(file).keyId())
        .isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "01"
      })
  void parse_p256ScalarOutOfRange_isRefused(String hex) {
    String d = Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(hex));
    String jwk =
        """
        {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
         "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","d":"%s"}
        """
            .formatted(d);
    assertThatThrownBy(() -> SigningKeys.parse(Secret.of(jwk))).isInstanceOf(TrustException.class);
  }

  @Test
  void parse_atTheSizeLimitAndOnePast_isTakenAndRefused() {
    String full = RFC8410_KEY + " ".repeat(SigningKeys.MAX_FILE_BYTES - RFC8410_KEY.length());
    assertThat(SigningKeys.parse(Secret.of(full))).isNotNull();
    refused(() -> SigningKeys.parse(Secret.of(full + " ")), "larger than 16384 bytes");
  }

  @Test
  void save_keyThatIsNotInMemory_isRefused() {
    SigningKey local = key(SignatureAlgorithm.ED25519);
    SigningKey device =
        new SigningKey() {
          @Override
          public SignatureAlgorithm algorithm() {
            return local.algorithm();
          }

          @Override
          public VerificationKey publicKey() {
            return local.publicKey();
          }

          @Override
          public byte[] sign(byte[] message) {
            return local.sign(message);
          }
        };
    refused(() -> SigningKeys.save(device, folder.resolve("key.pem")), "is not held in memory");
    assertThat(folder.resolve("key.pem")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void generate_eachAlgorithm_signsWhatItsPublicKeyVerifies(SignatureAlgorithm algorithm) {
    SigningKey key = key(algorithm);
    byte[] signature = key.sign(MESSAGE);
    assertThat(signature).hasSize(algorithm.signatureLength());
    assertThat(key.algorithm()).isEqualTo(algorithm);
    assertThat(key.publicKey().algorithm()).isEqualTo(algorithm);
    assertThat(key.publicKey().verify(MESSAGE, signature)).isTrue();
    assertThat(key.publicKey().verify(new byte[0], signature)).isFalse();
    assertThat(key(algorithm).publicKey().verify(MESSAGE, signature)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void saveAndLoad_eachAlgorithm_isTheSameKey(SignatureAlgorithm algorithm) {
    SigningKey key = key(algorithm);
    Path file = folder.resolve("key.pem");
    SigningKeys.save(key, file);
    SigningKey loaded = SigningKeys.load(file);
    assertThat(loaded.publicKey()).isEqualTo(key.publicKey());
    assertThat(loaded.sign(MESSAGE)).isEqualTo(key.sign(MESSAGE));
  }

  @Test
  void save_onPosix_isForTheOwnerAlone() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = folder.resolve("key.pem");
    SigningKeys.save(key(SignatureAlgorithm.ED25519), file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rw-r-----",
        "rw-----w-",
        "rw----r--",
        "rw--w----",
        "rw---x---",
        "rw------x",
        "rw-rw-rw-"
      })
  void load_openToGroupOrOthers_isRefused(String permissions) throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = folder.resolve("key.pem");
    SigningKeys.save(key(SignatureAlgorithm.ES256), file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    refused(() -> SigningKeys.load(file), "open to group or others");
  }

  @ParameterizedTest
  @ValueSource(strings = {"r--------", "rw-------", "rwx------"})
  void load_openToOwnerAlone_isTaken(String permissions) throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = folder.resolve("key.pem");
    SigningKeys.save(key(SignatureAlgorithm.ES256), file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    assertThat(SigningKeys.load(file).algorithm()).isEqualTo(SignatureAlgorithm.ES256);
  }

  @Test
  void save_fileIsThere_isRefusedAndLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("key.pem"), "kept");
    refused(() -> SigningKeys.save(key(SignatureAlgorithm.ES256), file), "as a new file");
    assertThat(file).hasContent("kept");
  }

  @Test
  void load_noSuchFile_isRefused() {
    refused(() -> SigningKeys.load(folder.resolve("none.pem")), "does not exist");
  }

  @Test
  void load_aFolder_isRefused() throws IOException {
    Path file = Files.createDirectory(folder.resolve("d"));
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
    refused(() -> SigningKeys.load(file), "cannot be read");
  }

  @Test
  void load_atTheSizeLimitAndOnePast_isTakenAndRefused() throws IOException {
    Path file = folder.resolve("key.pem");
    SigningKeys.save(key(SignatureAlgorithm.ED25519), file);
    String pem = Files.readString(file);
    Files.writeString(file, pem + " ".repeat(SigningKeys.MAX_FILE_BYTES - pem.length()));
    assertThat(SigningKeys.load(file)).isNotNull();
    Files.writeString(file, pem + " ".repeat(SigningKeys.MAX_FILE_BYTES - pem.length() + 1));
    refused(() -> SigningKeys.load(file), "larger than 16384 bytes");
  }

  @Test
  void parse_rfc8410Keys_areOneKey() {
    SigningKey key = SigningKeys.parse(Secret.of(RFC8410_KEY));
    assertThat(SigningKeys.parse(Secret.of(RFC8410_KEY_WITH_PUBLIC_KEY)).keyId())
        .isEqualTo(key.keyId());
  }

  @Test
  void parse_publicKeyOfAnotherKey_isRefused() {
    String swapped = RFC8410_KEY_WITH_PUBLIC_KEY.replace("rXAxZuE=", "rXAxZuA=");
    refused(() -> SigningKeys.parse(Secret.of(swapped)), "is no unencrypted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\n=\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----\n",
        "-----BEGIN EC PRIVATE KEY-----\nMAA=\n-----END EC PRIVATE KEY-----\n"
      })
  void parse_noKey_isRefused(String text) {
    refused(() -> SigningKeys.parse(Secret.of(text)), "is no unencrypted");
  }

  @Test
  void parse_somethingAfterTheKey_isRefused() {
    refused(() -> SigningKeys.parse(Secret.of(RFC8410_KEY + RFC8410_KEY)), "is no unencrypted");
  }

  @ParameterizedTest
  @EnumSource
  void parse_truncatedKeys_areRefused(SignatureAlgorithm algorithm) throws IOException {
    Path file = folder.resolve("key.pem");
    SigningKeys.save(key(algorithm), file);
    String pem = Files.readString(file);
    for (int end = 1; end < pem.length() - 1; end++) {
      String cut = pem.substring(0, end);
      refused(() -> SigningKeys.parse(Secret.of(cut)), "is no unencrypted");
    }
  }

  @ParameterizedTest
  @EnumSource
  void opensslReads_whatWeSave(SignatureAlgorithm algorithm) throws Exception {
    Path file = folder.resolve("key.pem");
    SigningKeys.save(key(algorithm), file);
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
    if (algorithm == SignatureAlgorithm.ML_DSA_65) {
      String known = openssl("list", "-signature-algorithms");
      assumeTrue(known.contains("ML-DSA-65"), "openssl is older than 3.5");
    }
    openssl("pkey", "-check", "-noout", "-in", file.toString());
  }

  private static String openssl(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("/usr/bin/openssl"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
