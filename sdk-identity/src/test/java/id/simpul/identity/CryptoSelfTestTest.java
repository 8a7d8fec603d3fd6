package id.simpul.identity;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class CryptoSelfTestTest {
  @Test
  void run_thisLibrary_passes() {
    assertThatCode(CryptoSelfTest::run).doesNotThrowAnyException();
  }
}
