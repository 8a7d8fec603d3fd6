package id.simpul.examples.twocities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.TransportException.Kind;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FilingTest {
  private static final List<SampleReport> ONE = SampleReports.jambi().subList(0, 1);

  private final FakeNode node = new FakeNode();

  private Filing filing(int workers) {
    return new Filing(node, Set.of(), new Gate(Duration.ofSeconds(10)), workers);
  }

  @Test
  void start_answerLost_isSentAgainWithTheSameKeyAndContent() {
    node.failingWith(Kind.IO, Kind.TIMEOUT);
    try (Filing filing = filing(1)) {
      Filed filed = Filing.result(filing.start(ONE).get(0));

      assertThat(node.byKey()).containsOnlyKeys(filed.key());
      assertThat(filed.id()).isEqualTo("id-" + filed.key());
      assertThat(filing.unknown()).containsExactly(ONE.get(0).description());
      assertThat(filing.acknowledged()).isEqualTo(1);
      assertThat(filing.inFlight()).isZero();
    }
  }

  @Test
  void start_connectionRefused_isNotUnknown() {
    node.failingWith(Kind.CONNECT);
    try (Filing filing = filing(1)) {
      Filing.result(filing.start(ONE).get(0));

      assertThat(filing.unknown()).isEmpty();
    }
  }

  @Test
  void start_lossesAndAcknowledgements_tellsOfEachAcknowledgement() {
    node.failingWith(Kind.IO, Kind.CONNECT);
    List<SampleReport> samples = SampleReports.jambi();
    AtomicInteger told = new AtomicInteger();
    try (Filing filing = filing(8)) {
      filing.start(samples, told::incrementAndGet).forEach(Filing::result);
    }

    assertThat(told).hasValue(samples.size());
  }

  @Test
  void start_nodeThatNeverAnswers_givesUp() {
    node.failingWith(Collections.nCopies(Filing.MAX_ATTEMPTS, Kind.IO).toArray(Kind[]::new));
    try (Filing filing = filing(1)) {
      Future<Filed> future = filing.start(ONE).get(0);

      assertThatThrownBy(() -> Filing.result(future))
          .isInstanceOf(StoryException.class)
          .hasMessageContaining("was not acknowledged");
    }
  }

  @Test
  void start_allSamples_haveKeysOfTheirOwn() {
    List<SampleReport> samples = SampleReports.jambi();
    try (Filing filing = filing(8)) {
      filing.start(samples).forEach(Filing::result);
    }

    assertThat(node.byKey()).hasSameSizeAs(samples);
  }
}
