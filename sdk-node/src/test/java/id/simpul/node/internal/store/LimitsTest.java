package id.simpul.node.internal.store;

import static id.simpul.node.internal.store.Samples.START;
import static id.simpul.node.internal.store.Samples.entry;
import static id.simpul.node.internal.store.Samples.moved;
import static id.simpul.node.internal.store.Samples.stream;
import static id.simpul.node.internal.store.Samples.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every limit of the store's values, at the limit and one past it. */
final class LimitsTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        text("stream id", StreamId.MAX_LENGTH, StreamId::new),
        text("event type", EventType.MAX_NAME_LENGTH, name -> new EventType(name, 1)),
        text(
            "actor",
            NewEvent.MAX_ACTOR_LENGTH,
            actor -> new NewEvent(Samples.SUBMITTED, START, actor, new byte[0])),
        text("status", StatusEntry.MAX_STATUS_LENGTH, status -> new StatusEntry(status, START)),
        text("public id", ReportEntry.MAX_ID_LENGTH, id -> ReportEntry.of(id, "001", START)),
        text("service code", ReportEntry.MAX_ID_LENGTH, code -> ReportEntry.of("a", code, START)),
        text("token", ReportEntry.MAX_ID_LENGTH, token -> entry("a").withToken(token)),
        text(
            "caller",
            IdempotencyKey.MAX_CALLER_LENGTH,
            caller -> new IdempotencyKey(caller, "o", "k")),
        text(
            "operation",
            IdempotencyKey.MAX_OPERATION_LENGTH,
            operation -> new IdempotencyKey("c", operation, "k")),
        text("key", IdempotencyKey.MAX_KEY_LENGTH, key -> new IdempotencyKey("c", "o", key)),
        text("scope", NonceUse.MAX_SCOPE_LENGTH, scope -> new NonceUse(scope, "n", START)),
        text("nonce", NonceUse.MAX_NONCE_LENGTH, nonce -> new NonceUse("s", nonce, START)));
  }

  private static Arguments text(String name, int max, Function<String, Object> make) {
    return arguments(name, max, make);
  }

  @ParameterizedTest(name = "{0} of at most {1}")
  @MethodSource("texts")
  void text_atAndPastItsLimit_isTakenAndRefused(
      String name, int max, Function<String, Object> make) {
    assertThat(make.apply("x".repeat(max))).isNotNull();
    assertThatThrownBy(() -> make.apply("x".repeat(max + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Integer.toString(max))
        .hasMessageNotContaining("xx");
    assertThatThrownBy(() -> make.apply("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void payload_atAndPastItsLimit_isTakenAndRefused() {
    assertThat(payload(NewEvent.MAX_PAYLOAD_BYTES).payloadLength())
        .isEqualTo(NewEvent.MAX_PAYLOAD_BYTES);
    assertThatThrownBy(() -> payload(NewEvent.MAX_PAYLOAD_BYTES + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void identity_atAndPastItsLimit_isTakenAndRefused() {
    byte[] most = new byte[Submission.MAX_IDENTITY_BYTES];
    assertThat(submission("a").withIdentity(most).identity()).contains(most);
    assertThatThrownBy(() -> submission("a").withIdentity(new byte[most.length + 1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void append_eventsAtAndPastTheLimit_areTakenAndRefused() {
    List<NewEvent> most =
        IntStream.range(0, StreamAppend.MAX_EVENTS).mapToObj(i -> moved("m")).toList();
    List<NewEvent> more = Stream.concat(most.stream(), Stream.of(moved("m"))).toList();

    assertThat(StreamAppend.of(stream("a"), 1, most).events()).hasSize(StreamAppend.MAX_EVENTS);
    for (List<NewEvent> wrong : List.of(more, List.<NewEvent>of())) {
      assertThatThrownBy(() -> StreamAppend.of(stream("a"), 1, wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void numbers_belowTheirLeast_areRefused() {
    for (ThrowingMake make :
        List.<ThrowingMake>of(
            () -> new EventType("a", 0),
            () -> new Position(0, stream("a"), 1),
            () -> new Position(1, stream("a"), 0),
            () -> new ChainHead(-1, Digest.ZERO),
            () -> Digest.ofBytes(new byte[Digest.LENGTH - 1]),
            () -> Digest.ofBytes(new byte[Digest.LENGTH + 1]),
            () -> new BoundingBox(1, 0, 0, 0),
            () -> new BoundingBox(0, 1, 0, 0),
            () -> new BoundingBox(Double.NaN, 0, 0, 0))) {
      assertThatThrownBy(make::make).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private interface ThrowingMake {
    Object make();
  }

  private static NewEvent payload(int length) {
    return new NewEvent(Samples.SUBMITTED, START, "a", new byte[length]);
  }

  @Test
  void toString_valuesWithContent_showNone() {
    Submission submission =
        Samples.submission("a")
            .withIdentity("{\"name\":\"Tester\"}".getBytes(StandardCharsets.UTF_8))
            .once(Samples.once("secret-key", "content"));

    assertThat(submission + " " + submission.idempotency() + " " + submission.event())
        .doesNotContain("Tester")
        .doesNotContain("secret-key")
        .doesNotContain("{");
    assertThat(new NonceUse("peer", "secret-nonce", START).toString())
        .doesNotContain("secret-nonce");
  }
}
