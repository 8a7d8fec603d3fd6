package id.simpul.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.value.Secret;
import id.simpul.identity.CryptoReport.Choice;
import id.simpul.identity.CryptoReport.NotChosen;
import id.simpul.identity.internal.crypto.LocalVerificationKey;
import id.simpul.identity.testing.EveryLibrary;
import id.simpul.identity.testing.ReportMain;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CryptoProvidersTest {
  private static final byte[] MESSAGE = "laporan".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  static Stream<Arguments> everyLibraryAndAlgorithm() {
    return Arrays.stream(CryptoLibrary.values())
        .flatMap(library ->
            Arrays.stream(SignatureAlgorithm.values())
                .map(algorithm -> Arguments.of(library, algorithm)));
  }

  private static SigningKey key(SignatureAlgorithm algorithm) {
    return SigningKeys.generate(algorithm, new SecureRandom());
  }

  private static CryptoLibrary chosen(CryptoProviders providers, SignatureAlgorithm algorithm) {
    return providers.report().choices().stream()
        .filter(choice -> choice.algorithm() == algorithm)
        .map(Choice::library)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void detect_allLibrariesThere_takesTheFastestOfEachAlgorithm() {
    EveryLibrary.on(CryptoLibrary.CORRETTO);
    EveryLibrary.on(CryptoLibrary.CONSCRYPT);
    CryptoProviders providers = CryptoProviders.detect();
    System.out.println(providers);
    assertThat(chosen(providers, SignatureAlgorithm.ED25519)).isEqualTo(CryptoLibrary.CORRETTO);
    assertThat(chosen(providers, SignatureAlgorithm.ES256)).isEqualTo(CryptoLibrary.CORRETTO);
    assertThat(chosen(providers, SignatureAlgorithm.ML_DSA_65)).isEqualTo(CryptoLibrary.CONSCRYPT);
    for (Choice choice : providers.report().choices()) {
      assertThat(choice.version()).matches("\\d+\\.\\d+\\.\\d+");
      assertThat(choice.others())
          .hasSize(2)
          .allMatch(other -> other.reason().equals("it comes after " + choice.library()))
          .noneMatch(other -> other.library() == choice.library());
    }
    assertThat(providers.toString().lines())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("Ed25519 by Amazon Corretto Crypto Provider ");
  }

  @Test
  void bouncyCastle_always_isBouncyCastleForAll() {
    CryptoReport report = CryptoProviders.bouncyCastle().report();
    assertThat(report.choices())
        .extracting(Choice::algorithm)
        .containsExactly(SignatureAlgorithm.values());
    assertThat(report.choices())
        .allMatch(choice -> choice.library() == CryptoLibrary.BOUNCY_CASTLE)
        .flatExtracting(Choice::others)
        .extracting(NotChosen::reason)
        .containsOnly("it was not asked for");
  }

  @Test
  void with_oneAlgorithm_leavesTheOthers() {
    EveryLibrary.on(CryptoLibrary.CONSCRYPT);
    CryptoProviders before = CryptoProviders.bouncyCastle();
    CryptoProviders after = before.with(SignatureAlgorithm.ES256, CryptoLibrary.CONSCRYPT);
    assertThat(chosen(after, SignatureAlgorithm.ES256)).isEqualTo(CryptoLibrary.CONSCRYPT);
    assertThat(chosen(after, SignatureAlgorithm.ED25519)).isEqualTo(CryptoLibrary.BOUNCY_CASTLE);
    assertThat(chosen(before, SignatureAlgorithm.ES256)).isEqualTo(CryptoLibrary.BOUNCY_CASTLE);
  }

  @Test
  void detect_registersNothing() {
    List<String> before = Arrays.stream(Security.getProviders()).map(Object::toString).toList();
    CryptoProviders.detect();
    assertThat(Arrays.stream(Security.getProviders()).map(Object::toString))
        .containsExactlyElementsOf(before);
  }

  @ParameterizedTest
  @MethodSource("everyLibraryAndAlgorithm")
  void bind_key_isTheSameKeyInOtherHands(CryptoLibrary library, SignatureAlgorithm algorithm) {
    CryptoProviders providers = EveryLibrary.on(library);
    SigningKey key = key(algorithm);
    SigningKey bound = providers.bind(key);
    VerificationKey boundPublic = providers.bind(key.publicKey());
    assertThat(bound.keyId()).isEqualTo(key.keyId());
    assertThat(bound.algorithm()).isEqualTo(algorithm);
    assertThat(boundPublic).isEqualTo(key.publicKey()).hasSameHashCodeAs(key.publicKey());
    byte[] theirs = bound.sign(MESSAGE);
    byte[] ours = key.sign(MESSAGE);
    assertThat(theirs).hasSize(algorithm.signatureLength());
    for (VerificationKey verifier : List.of(key.publicKey(), bound.publicKey(), boundPublic)) {
      assertThat(verifier.verify(MESSAGE, theirs)).isTrue();
      assertThat(verifier.verify(MESSAGE, ours)).isTrue();
      assertThat(verifier.verify(new byte[0], ours)).isFalse();
    }
    assertThat(bound.toString()).isEqualTo(key.toString());
  }

  @ParameterizedTest
  @MethodSource("everyLibraryAndAlgorithm")
  void bind_boundKey_canBeSavedAndBoundBack(CryptoLibrary library, SignatureAlgorithm algorithm) {
    SigningKey bound = EveryLibrary.on(library).bind(key(algorithm));
    Path file = folder.resolve("key.pem");
    SigningKeys.save(bound, file);
    assertThat(SigningKeys.load(file).publicKey()).isEqualTo(bound.publicKey());
    SigningKey back = CryptoProviders.bouncyCastle().bind(bound);
    assertThat(back.sign(MESSAGE)).isEqualTo(SigningKeys.load(file).sign(MESSAGE));
  }

  @ParameterizedTest
  @MethodSource("everyLibraryAndAlgorithm")
  void verify_anotherLength_isRefusedWithoutAnException(
      CryptoLibrary library, SignatureAlgorithm algorithm) {
    SigningKey key = EveryLibrary.on(library).bind(key(algorithm));
    byte[] good = key.sign(MESSAGE);
    for (int length = 0; length < good.length + 80; length++) {
      byte[] other = Arrays.copyOf(good, length);
      assertThat(key.publicKey().verify(MESSAGE, other)).isEqualTo(length == good.length);
    }
    assertThat(key.publicKey().verify(MESSAGE, new byte[good.length])).isFalse();
    byte[] ones = new byte[good.length];
    Arrays.fill(ones, (byte) -1);
    assertThat(key.publicKey().verify(MESSAGE, ones)).isFalse();
    assertThat(key.publicKey().verify(MESSAGE, good)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("everyLibraryAndAlgorithm")
  void verify_beginningOfABuffer_isAllThatIsSigned(
      CryptoLibrary library, SignatureAlgorithm algorithm) {
    SigningKey key = EveryLibrary.on(library).bind(key(algorithm));
    byte[] signature = key.sign(MESSAGE);
    byte[] buffer = Arrays.copyOf(MESSAGE, MESSAGE.length + 7);
    LocalVerificationKey publicKey = (LocalVerificationKey) key.publicKey();
    for (int length = 0; length <= buffer.length; length++) {
      assertThat(publicKey.verify(buffer, length, signature)).isEqualTo(length == MESSAGE.length);
    }
    assertThat(publicKey.verify(buffer, MESSAGE.length, new byte[signature.length])).isFalse();
    assertThat(publicKey.verify(buffer, MESSAGE.length, new byte[0])).isFalse();
  }

  /** More threads than a key keeps engines. */
  @ParameterizedTest
  @MethodSource("everyLibraryAndAlgorithm")
  void signAndVerify_manyThreads_agree(CryptoLibrary library, SignatureAlgorithm algorithm)
      throws Exception {
    SigningKey key = EveryLibrary.on(library).bind(key(algorithm));
    int threads = 32;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        byte[] message = ("laporan " + t).getBytes(StandardCharsets.UTF_8);
        results.add(
            pool.submit(() -> {
              int wrong = 0;
              for (int i = 0; i < 20; i++) {
                byte[] signature = key.sign(message);
                wrong += key.publicKey().verify(message, signature) ? 0 : 1;
                wrong += key.publicKey().verify(MESSAGE, signature) ? 1 : 0;
              }
              return wrong;
            }));
      }
      for (Future<Integer> result : results) {
        assertThat(result.get()).isZero();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource
  void bind_keyOfAnother_isLeftAlone(SignatureAlgorithm algorithm) {
    SigningKey local = key(algorithm);
    VerificationKey foreignPublic =
        new VerificationKey() {
          @Override
          public SignatureAlgorithm algorithm() {
            return algorithm;
          }

          @Override
          public String keyId() {
            return local.keyId();
          }

          @Override
          public boolean verify(byte[] message, byte[] signature) {
            return false;
          }
        };
    SigningKey device =
        new SigningKey() {
          @Override
          public SignatureAlgorithm algorithm() {
            return algorithm;
          }

          @Override
          public VerificationKey publicKey() {
            return foreignPublic;
          }

          @Override
          public byte[] sign(byte[] message) {
            return local.sign(message);
          }
        };
    CryptoProviders providers = CryptoProviders.detect();
    assertThat(providers.bind(device)).isSameAs(device);
    assertThat(providers.bind(foreignPublic)).isSameAs(foreignPublic);
  }

  /** Keys read from outside keep what they were read from. */
  @ParameterizedTest
  @EnumSource
  void bind_keyReadFromPkcs8_signs(CryptoLibrary library) {
    String pem =
        """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
        -----END PRIVATE KEY-----
        """;
    SigningKey key = SigningKeys.parse(Secret.of(pem));
    byte[] signature = EveryLibrary.on(library).bind(key).sign(MESSAGE);
    assertThat(Base64.getEncoder().encodeToString(signature))
        .isEqualTo(Base64.getEncoder().encodeToString(key.sign(MESSAGE)));
  }

  @Test
  void with_libraryThatIsNotThere_isRefused() throws Exception {
    List<String> lines = run(classPathWithout("Corretto", "conscrypt"), List.of());
    assertThat(lines)
        .contains("refused Amazon Corretto Crypto Provider KEY_UNUSABLE")
        .contains("refused Conscrypt KEY_UNUSABLE");
    for (String line : lines.subList(0, 3)) {
      assertThat(line)
          .contains(" by Bouncy Castle ")
          .contains("not Amazon Corretto Crypto Provider: it is not on the class path")
          .contains("not Conscrypt: it is not on the class path");
    }
  }

  @Test
  void detect_oneLibraryThere_takesItForAll() throws Exception {
    EveryLibrary.on(CryptoLibrary.CONSCRYPT);
    List<String> lines = run(classPathWithout("Corretto"), List.of());
    assertThat(lines.subList(0, 3)).allSatisfy(l -> assertThat(l).contains(" by Conscrypt "));
    assertThat(lines.get(0))
        .contains("not Amazon Corretto Crypto Provider: it is not on the class path")
        .contains("not Bouncy Castle: it comes after Conscrypt");
  }

  /** Corretto unpacks its native code into a temporary folder; here that is a file. */
  @Test
  void detect_nativeCodeThatDoesNotLoad_isPassedOver() throws Exception {
    Path file = Files.createFile(folder.resolve("no-folder"));
    List<String> options = List.of("-Djava.io.tmpdir=" + file);
    List<String> lines = run(classPathWithout("conscrypt"), options);
    for (String line : lines.subList(0, 3)) {
      assertThat(line)
          .contains(" by Bouncy Castle ")
          .contains("not Amazon Corretto Crypto Provider: its native code does not load here")
          .contains("not Conscrypt: it is not on the class path");
    }
    assertThat(lines).contains("refused Amazon Corretto Crypto Provider KEY_UNUSABLE");
  }

  private static String classPathWithout(String... jars) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(classPath.split(File.pathSeparator))
        .filter(entry ->
            Arrays.stream(jars).noneMatch(Path.of(entry).getFileName().toString()::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static List<String> run(String classPath, List<String> options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, ReportMain.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output.lines().toList();
  }

  @Test
  void with_null_isRefusedAtOnce() {
    CryptoProviders providers = CryptoProviders.bouncyCastle();
    assertThatThrownBy(() -> providers.with(SignatureAlgorithm.ES256, null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> providers.with(null, CryptoLibrary.BOUNCY_CASTLE))
        .isInstanceOf(NullPointerException.class);
  }
}
