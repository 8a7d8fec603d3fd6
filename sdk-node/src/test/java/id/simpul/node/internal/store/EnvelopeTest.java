package id.simpul.node.internal.store;

import static id.simpul.node.internal.store.Samples.START;
import static id.simpul.node.internal.store.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EnvelopeTest {
  private static final Digest ONE = digest("one");
  private static final Digest TWO = digest("two");
  private static final EventType TYPE = new EventType("a.b", 1);

  private final Envelope envelope = with(new Position(7, stream("x"), 3), TYPE, "actor", ONE, TWO);

  @Test
  void digest_sameMembers_isTheSame() {
    assertThat(envelope.digest())
        .isEqualTo(with(new Position(7, stream("x"), 3), TYPE, "actor", ONE, TWO).digest());
  }

  @Test
  void digest_knownEnvelope_isWhatItAlwaysWas() {
    // Computed by another program from the description of Envelope.digest().
    assertThat(envelope.digest())
        .hasToString("1fcb56b16c5268b76517879b247d663a02a0dc717864d6191b2edb94c90dfef1");
  }

  @Test
  void digest_anyMemberChanged_differs() {
    Position position = envelope.position();
    for (Envelope other :
        List.of(
            with(new Position(8, stream("x"), 3), TYPE, "actor", ONE, TWO),
            with(new Position(7, stream("y"), 3), TYPE, "actor", ONE, TWO),
            with(new Position(7, stream("x"), 4), TYPE, "actor", ONE, TWO),
            with(position, new EventType("a.c", 1), "actor", ONE, TWO),
            with(position, new EventType("a.b", 2), "actor", ONE, TWO),
            with(position, TYPE, "actos", ONE, TWO),
            with(position, TYPE, "actor", TWO, TWO),
            with(position, TYPE, "actor", ONE, ONE),
            new Envelope(position, TYPE, START.plusNanos(1000), START, "actor", ONE, TWO),
            new Envelope(position, TYPE, START, START.plusNanos(1000), "actor", ONE, TWO))) {
      assertThat(other.digest()).isNotEqualTo(envelope.digest());
    }
  }

  @Test
  void digest_textMovedFromOneMemberToTheNext_differs() {
    Position position = envelope.position();

    assertThat(with(position, new EventType("ab", 1), "c", ONE, TWO).digest())
        .isNotEqualTo(with(position, new EventType("a", 1), "bc", ONE, TWO).digest());
  }

  @Test
  void digest_lessThanAMicrosecondApart_isTheSame() {
    Envelope finer =
        new Envelope(envelope.position(), TYPE, START.plusNanos(999), START, "actor", ONE, TWO);

    assertThat(finer).isEqualTo(envelope);
    assertThat(finer.digest()).isEqualTo(envelope.digest());
  }

  private static Envelope with(
      Position position, EventType type, String actor, Digest payload, Digest previous) {
    return new Envelope(position, type, START, START, actor, payload, previous);
  }

  private static Digest digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
