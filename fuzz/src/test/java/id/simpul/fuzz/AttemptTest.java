package id.simpul.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** The harness notices what it is there to notice. */
class AttemptTest {
  private static final byte[] INPUT = {1, 2};

  @Test
  void run_undeclaredException_isAFinding() {
    assertThatThrownBy(() ->
            Attempt.run(
                input -> {
                  throw new IllegalStateException("broken");
                },
                INPUT))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void run_escapedIoException_isAFinding() {
    assertThatThrownBy(() ->
            Attempt.run(
                input -> {
                  throw new IOException("broken");
                },
                INPUT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("declare");
  }

  @Test
  void run_slowTarget_isAFinding() {
    assertThatThrownBy(() -> Attempt.run(input -> burn(Attempt.MAX_TIME.toNanos()), INPUT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("took");
  }

  private static void burn(long nanos) {
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() + nanos;
    long spins = 0;
    while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() <= end) {
      spins++;
    }
    assertThat(spins).isPositive();
  }

  @Test
  void run_targetThatChangesItsInput_leavesTheSeedAlone() {
    byte[] seed = INPUT.clone();
    Attempt.run(input -> input[0] = 9, seed);
    assertThat(seed).isEqualTo(INPUT);
  }

  @Test
  void keepsSilent_quotingCause_isAFinding() {
    Throwable quoting =
        new IOException("quiet", new IOException("no " + Invariant.PLANTED_NIK + " here"));
    assertThatThrownBy(() -> Invariant.keepsSilent(quoting)).isInstanceOf(AssertionError.class);
  }

  @Test
  void keepsSilent_silentChain_passes() {
    Invariant.keepsSilent(new IOException("quiet", new IOException()));
  }

  @Test
  void named_unknownTarget_isRefused() {
    assertThatThrownBy(() -> FuzzTargets.named("nothing"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
