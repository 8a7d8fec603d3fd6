package id.simpul.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Contracts;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.SchemaId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sends a transcript's request to a node, and compares the answer. */
final class NodeSide {
  // A compact JWS; its payload is what stands between the dots.
  private static final Pattern TOKEN =
      Pattern.compile("eyJ[A-Za-z0-9_-]+\\.(eyJ[A-Za-z0-9_-]+)\\.[A-Za-z0-9_-]+");

  private static final SchemaId STATEMENT = new SchemaId("federation/v1/entity-statement");
  private static final SchemaId RESIDENT = new SchemaId("credentials/v1/resident");

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
    node.answered(answer);
    assertThat(received.interim()).isEqualTo(transcript.interim());
    assertThat(answer.canonical())
        .matches(values.pattern(transcript.answer().canonical(), answer.bodyBytes().length));
    checkPayloads(transcript, answer, values);
    return answer;
  }

  /** Compares what a transcript says of the tokens in an answer. */
  static void checkPayloads(Transcript transcript, Message answer, Placeholders values) {
    List<String> shown = transcript.payloads();
    List<String> said = payloads(answer.body());
    assertThat(said).hasSameSizeAs(shown);
    for (int i = 0; i < said.size(); i++) {
      assertThat(said.get(i)).matches(values.pattern(shown.get(i), said.get(i).length()));
    }
  }

  /** What the tokens in a text say. */
  static List<String> payloads(String text) {
    return TOKEN
        .matcher(text)
        .results()
        .map(found -> Base64.getUrlDecoder().decode(found.group(1)))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .toList();
  }

  /** Plays a transcript of an operation; a JSON answer must also keep its schema. */
  Message play(Transcript transcript, Operation<?, ?> operation) throws IOException {
    Message answer = play(transcript);
    Optional<SchemaId> schema =
        answer.body().isEmpty()
            ? Optional.empty()
            : Coverage.successes(operation).contains(answer.status())
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
    for (String payload : payloads(answer.body())) {
      schemaOf(payload, answer).ifPresent(s -> check(s, payload));
    }
    return answer;
  }

  private void check(SchemaId schema, String payload) {
    assertThat(contracts.check(schema, payload.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private static Optional<SchemaId> schemaOf(String payload, Message answer) {
    if (isTypeOf("application/entity-statement+jwt", answer)) {
      return Optional.of(STATEMENT);
    }
    return payload.contains("\"vct\"") ? Optional.of(RESIDENT) : Optional.empty();
  }

  private static boolean isTypeOf(String mediaType, Message answer) {
    return answer.header("Content-Type").equals(Optional.of(mediaType));
  }
}
