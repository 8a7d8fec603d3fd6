package id.simpul.node.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
  private final List<String> closed = new ArrayList<>();

  private Closing.Part failing(String name) {
    return () -> {
      closed.add(name);
      throw new IllegalStateException(name);
    };
  }

  @Test
  void inOrder_partsThatFail_allAreClosedAndTheFirstFailureIsThrown() {
    assertThatThrownBy(
            () -> Closing.inOrder(failing("server"), () -> closed.add("reading"), failing("store")))
        .hasMessage("server")
        .satisfies(e ->
            assertThat(e.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("store"));
    assertThat(closed).containsExactly("server", "reading", "store");
  }

  @Test
  void inOrder_noFailure_returns() {
    Closing.inOrder(() -> closed.add("server"), () -> closed.add("store"));

    assertThat(closed).containsExactly("server", "store");
  }
}
