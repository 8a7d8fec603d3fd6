package id.simpul.examples.twocities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GateTest {
  @Test
  void pass_closedGateThatIsOpened_goesOn() {
    Gate gate = new Gate(Duration.ofSeconds(30));
    gate.close();
    CompletableFuture<Void> passed = CompletableFuture.runAsync(gate::pass);
    assertThat(passed).isNotDone();

    gate.open();

    assertThat(passed).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void pass_gateThatStaysClosed_endsAtItsLimit() {
    Gate gate = new Gate(Duration.ofMillis(1));
    gate.close();

    assertThatThrownBy(gate::pass)
        .isInstanceOf(StoryException.class)
        .hasMessageContaining("waited too long");
  }
}
