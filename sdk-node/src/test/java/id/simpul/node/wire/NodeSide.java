package id.simpul.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Contracts;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.SchemaId;
import java.io.IOException;
import java.util.Optional;

/** Sends a transcript's request to a node, and compares the answer. */
final class NodeSide {
  private static final int SUCCESS = 200;

  private final TownNode node;
  private final Contracts contracts = new Contracts();

  NodeSide(TownNode node) {
    this.node = node;
  }

  /** Plays a transcript and returns what the node answered. */
  Message play(Transcript transcript) throws IOException {
    Placeholders values = node.prepare(transcript.givens());
    Message request = values.fill(transcript.request());
    RawHttp.Received received = RawHttp.exchange(node.port(), request.bytes());
    Message answer = received.answer();
    assertThat(received.interim()).isEqualTo(transcript.interim());
    assertThat(answer.canonical())
        .matches(values.pattern(transcript.answer().canonical(), answer.bodyBytes().length));
    return answer;
  }

  /** Plays a transcript of an operation; a JSON answer must also keep its schema. */
  Message play(Transcript transcript, Operation<?, ?> operation) throws IOException {
    Message answer = play(transcript);
    Optional<SchemaId> schema =
        answer.status() == SUCCESS
            ? operation.output().stream()
                .filter(f -> isTypeOf(f.mediaType().toString(), answer))
                .findFirst()
                .orElseThrow()
                .schema()
            : operation.errors().stream()
                .filter(f -> isTypeOf(f.mediaType().toString(), answer))
                .findFirst()
                .orElseThrow()
                .schema();
    schema.ifPresent(s -> assertThat(contracts.check(s, answer.bodyBytes())).isEmpty());
    return answer;
  }

  private static boolean isTypeOf(String mediaType, Message answer) {
    return answer.header("Content-Type").equals(Optional.of(mediaType));
  }
}
