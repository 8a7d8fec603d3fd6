package id.simpul.benchmarks.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.jose.PublicJwk;
import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One call of everybody who is measured. */
@Tag("smoke")
final class ClientSetUpTest {
  private static CannedServer server;
  private static Variants variants;

  @BeforeAll
  static void serve() throws IOException {
    server = CannedServer.listen();
    String base = "http://127.0.0.1:" + server.port();
    SigningKey key = SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
    Answers answers = new SigningAnswers(new CannedAnswers(), base, key);
    Thread thread =
        new Thread(() -> {
          try {
            server.serve(answers);
          } catch (IOException | ClosedSelectorException e) {
            Thread.currentThread().interrupt();
          }
        });
    thread.setDaemon(true);
    thread.start();
    variants = new Variants(base, PublicJwk.of(key.publicKey()));
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void call_everyVariant_getsWhatItExpects(Kind kind) {
    for (String variant : Variants.ALL) {
      Caller caller = variants.of(variant, kind);

      assertThatCode(caller::call).as(variant).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void call_offline_getsWhatItExpects(Kind kind) {
    Offline offline = Offline.of(kind.word());

    assertThatCode(offline::callBare).doesNotThrowAnyException();
    assertThatCode(offline::callTyped).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void content_ofEveryKind_isAboutAsLargeAsSaid(Kind kind) {
    assertThat(kind.answer().length).isBetween(1350, 1650);
    if (kind != Kind.GET) {
      assertThat(kind.request().length).isBetween(1350, 1650);
    }
  }

  @Test
  void measure_caller_countsItsCalls() {
    try (Stopwatch stopwatch = new Stopwatch()) {
      Stopwatch.Reading reading = stopwatch.measure(() -> Thread.onSpinWait(), 2, 1);

      assertThat(reading.calls()).isGreaterThanOrEqualTo(2);
      assertThat(Stopwatch.Reading.read(reading.line())).isEqualTo(reading);
    }
  }
}
