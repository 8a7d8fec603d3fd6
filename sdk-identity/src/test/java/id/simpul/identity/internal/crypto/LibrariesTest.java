package id.simpul.identity.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.SignatureAlgorithm;
import java.security.Security;
import java.security.Signature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LibrariesTest {
  private static String refusal(LoadedLibrary library, SignatureAlgorithm algorithm) {
    List<String> why = new ArrayList<>();
    assertThatThrownBy(() -> Libraries.tested(library, algorithm))
        .isInstanceOfSatisfying(LibraryUnavailableException.class, e -> why.add(e.why()));
    return why.get(0);
  }

  /** Java's own provider stands for any library that is too weak. */
  @Test
  void tested_libraryThatFails_isRefusedWithTheQuestion() {
    SignatureBackend weak =
        new JcaBackend(
            Security.getProvider("SunEC"),
            JcaNames.plain("EC", "EC", "SHA256withECDSAinP1363Format"));
    LoadedLibrary library = new LoadedLibrary("1", Map.of(SignatureAlgorithm.ES256, weak));
    assertThat(refusal(library, SignatureAlgorithm.ES256))
        .isEqualTo("it failed its self-test at: r is 5 and s is 1 in two bytes");
    assertThat(refusal(library, SignatureAlgorithm.ED25519))
        .isEqualTo("it does not have this algorithm");
  }

  @Test
  void take_moreThanAreKept_makesMore() throws Exception {
    AtomicInteger made = new AtomicInteger();
    EnginePool pool =
        new EnginePool(() -> {
          made.incrementAndGet();
          return Signature.getInstance("SHA256withECDSA");
        });
    Set<Signature> taken = new HashSet<>();
    for (int i = 0; i < EnginePool.KEPT + 1; i++) {
      taken.add(pool.take());
    }
    assertThat(taken).hasSize(EnginePool.KEPT + 1);
    taken.forEach(pool::giveBack);
    for (int i = 0; i < EnginePool.KEPT; i++) {
      assertThat(taken).contains(pool.take());
    }
    assertThat(made).hasValue(EnginePool.KEPT + 1);
    assertThat(taken).doesNotContain(pool.take());
  }
}
