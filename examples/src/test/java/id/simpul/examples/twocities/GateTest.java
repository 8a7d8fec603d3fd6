package id.simpul.examples.twocities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GateTest {
  @Test
  @Timeout(60)
  void pass_closedGateThatIsOpened_goesOn() throws Exception {
    Gate gate = new Gate(Duration.ofSeconds(30));
    gate.close();
    FutureTask<String> passed = new FutureTask<>(gate::pass, "passed");
    Thread worker = new Thread(passed);
    worker.start();
    Poll.until(
        Duration.ofMillis(1),
        Duration.ofSeconds(30),
        () -> worker.getState() == Thread.State.TIMED_WAITING || passed.isDone(),
        () -> new StoryException("Worker", "neither waits nor passes", "gate"));
    assertThat(passed).isNotDone();

    gate.open();

    assertThat(passed.get()).isEqualTo("passed");
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
