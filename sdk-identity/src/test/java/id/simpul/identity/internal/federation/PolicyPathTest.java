package id.simpul.identity.internal.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyPathTest {
  @ParameterizedTest
  @CsvSource({
    "client_name#id, client_name#id",
    "'a b', a?b",
    "'!~', !~",
    "'\u007f', ?",
    "'\u001b[2J', ?[2J",
    "'\u202enama', ?nama"
  })
  void printable_nameSomebodyChose_isVisibleAscii(String name, String shown) {
    assertThat(PolicyPath.printable(name)).isEqualTo(shown);
  }
}
