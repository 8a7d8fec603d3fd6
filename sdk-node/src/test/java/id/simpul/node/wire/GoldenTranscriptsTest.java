package id.simpul.node.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.simpul.core.ApiException;
import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Operation;
import id.simpul.health.vaccination.wire.SchedulingLinksV1;
import id.simpul.health.vaccination.wire.VaccinationV1;
import id.simpul.health.wire.BulkDataV2;
import id.simpul.health.wire.CertificatesV1;
import id.simpul.health.wire.FhirR4;
import id.simpul.health.wire.HealthCertificatesV1;
import id.simpul.identity.wire.FederationV1;
import id.simpul.identity.wire.IssuanceV1;
import id.simpul.identity.wire.PresentationV1;
import id.simpul.identity.wire.SimpulCredentialsV1;
import id.simpul.identity.wire.StatusListV1;
import id.simpul.node.NodeLimits;
import id.simpul.node.wire.Coverage.Cell;
import id.simpul.node.wire.Coverage.Side;
import id.simpul.reporting.wire.GeoReportV2;
import id.simpul.reporting.wire.SimpulReportsV1;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays every golden transcript twice: its request to a node, whose answer must be the
 * transcript's, and its answer to a client, whose request must be the transcript's. Then every
 * operation must have been seen in every format with every outcome.
 */
class GoldenTranscriptsTest {
  /** What a transcript with a 503 starts from. */
  static final String CROWDED = "as many requests under way as the node takes";

  @TempDir static Path data;
  private static TownNode node;
  private static NodeSide nodeSide;

  // What the library speaks with entities that are more than a node of ours; see decision 14.
  private static final Set<Operation<?, ?>> UNSERVED =
      Set.of(
          FederationV1.RESOLVE,
          FederationV1.GET_TRUST_MARK_STATUS,
          FederationV1.LIST_TRUST_MARKED,
          FederationV1.GET_TRUST_MARK);

  // What the library asks of servers that are not ours: a node serves nothing under these names.
  private static final Set<String> OF_OTHERS =
      Set.of(
          "satusehat.v1",
          "kfa.v2",
          "masterdata.v1",
          "health-cards.v1",
          "health-links.v1",
          "trust-lists.v1.documents");
  private static final Pattern ENTRY = Pattern.compile("^\\| `([a-z0-9.-]+)` \\|");

  private final List<Operation<?, ?>> operations =
      Stream.of(
              GeoReportV2.OPERATIONS,
              SimpulReportsV1.OPERATIONS,
              FederationV1.OPERATIONS,
              IssuanceV1.OPERATIONS,
              StatusListV1.OPERATIONS,
              PresentationV1.OPERATIONS,
              SimpulCredentialsV1.OPERATIONS,
              FhirR4.OPERATIONS,
              BulkDataV2.NODE_OPERATIONS,
              VaccinationV1.OPERATIONS,
              SchedulingLinksV1.OPERATIONS,
              HealthCertificatesV1.OPERATIONS,
              List.<Operation<?, ?>>of(
                  CertificatesV1.GET_TRUST_LIST, CertificatesV1.GET_REVOKED_CERTIFICATES))
          .<Operation<?, ?>>flatMap(List::stream)
          .toList();
  private final Coverage coverage = new Coverage(operations, UNSERVED);

  @BeforeAll
  static void start() {
    node = TownNode.start(data);
    nodeSide = new NodeSide(node);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void matrix_everyRegisteredOperation_isInItOrOfOtherServers() throws IOException {
    String register = Files.readString(Transcript.folder().resolveSibling("docs/register.md"));
    String section = register.split("\n## Operations\n", 2)[1].split("\n## ", 2)[0];
    List<String> registered =
        section
            .lines()
            .map(ENTRY::matcher)
            .filter(Matcher::find)
            .map(entry -> entry.group(1))
            .filter(id -> OF_OTHERS.stream().noneMatch(o -> id.startsWith(o + ".")))
            .toList();

    assertThat(operations).extracting(Operation::id).containsAll(registered);
  }

  @TestFactory
  Stream<DynamicNode> transcripts() {
    List<Transcript> all = new ArrayList<>();
    for (Transcript transcript : Transcript.below(Transcript.folder())) {
      if (!transcript.part(0).equals("quirks")) {
        all.add(transcript);
      }
    }
    return Stream.of(
        dynamicContainer(
            "the node answers",
            all.stream().filter(t -> !isCrowded(t) && isServed(t)).map(this::node)),
        dynamicTest("the node answers in a crowd", () -> inCrowd(all)),
        dynamicContainer(
            "the client understands",
            all.stream().filter(t -> Coverage.isRead(cell(t))).map(this::client)),
        dynamicTest("nothing is missing", this::nothingIsMissing));
  }

  private static boolean isCrowded(Transcript transcript) {
    return transcript.givens().contains(CROWDED);
  }

  private boolean isServed(Transcript transcript) {
    return !UNSERVED.contains(operation(transcript));
  }

  private DynamicTest node(Transcript transcript) {
    return dynamicTest(transcript.name(), () -> playNode(transcript));
  }

  private void playNode(Transcript transcript) throws IOException {
    Operation<?, ?> operation = operation(transcript);
    Message answer = nodeSide.play(transcript, operation);
    assertThat(answer.status()).isEqualTo(transcript.claimedStatus());
    played(transcript, Side.NODE);
  }

  private void inCrowd(List<Transcript> all) throws IOException {
    try (Crowd crowd = Crowd.at(node.port())) {
      assertThat(crowd.size()).isEqualTo(NodeLimits.MAX_REQUESTS_IN_FLIGHT);
      for (Transcript transcript : all) {
        if (isCrowded(transcript) && isServed(transcript)) {
          playNode(transcript);
        }
      }
    }
  }

  private DynamicTest client(Transcript transcript) {
    return dynamicTest(transcript.name(), () -> playClient(transcript, operation(transcript)));
  }

  private void playClient(Transcript transcript, Operation<?, ?> operation) throws IOException {
    Message request = Placeholders.samples().fill(transcript.request());
    Message answer = Placeholders.samples().fill(transcript.answer());
    ShownRequest shown = ShownRequest.of(operation.path(), request);
    if (!isServed(transcript)) {
      NodeSide.checkPayloads(transcript, answer, Placeholders.none());
    }
    try (PlayedNode played = PlayedNode.answering(answer)) {
      Executable call =
          () -> {
            byte[] understood = ClientSide.call(operation, shown, played.baseUrl(shown.basePath()));
            assertThat(new String(understood, StandardCharsets.UTF_8)).isEqualTo(answer.body());
          };
      if (Coverage.successes(operation).contains(answer.status())) {
        run(call);
      } else {
        ApiException refused = catchThrowableOfType(ApiException.class, call::execute);
        assertThat(refused).isNotNull();
        checkRefusal(operation, answer, refused);
      }
      assertThat(played.request().without(ShownRequest.OF_THE_CONNECTION).canonical())
          .isEqualTo(request.without(ShownRequest.OF_THE_CONNECTION).canonical());
    }
    played(transcript, Side.CLIENT);
  }

  private static void run(Executable call) {
    assertThat(catchThrowableOfType(Throwable.class, call::execute)).isNull();
  }

  private static void checkRefusal(Operation<?, ?> operation, Message answer, ApiException refused)
      throws IOException {
    assertThat(refused.status()).isEqualTo(answer.status());
    assertThat(refused.requestId()).isEqualTo(answer.header("X-Request-Id"));
    assertThat(refused.retryAfter().map(w -> Long.toString(w.toSeconds())))
        .isEqualTo(answer.header("Retry-After"));
    Optional<String> type = answer.header("Content-Type");
    ErrorFormat format =
        operation.errors().stream()
            .filter(f -> type.equals(Optional.of(f.mediaType().toString())))
            .findFirst()
            .orElseThrow();
    ByteArrayOutputStream understood = new ByteArrayOutputStream();
    format.write(new ErrorReport(refused.status(), refused.problems()), understood);
    assertThat(understood.toString(StandardCharsets.UTF_8)).isEqualTo(answer.body());
  }

  private Operation<?, ?> operation(Transcript transcript) {
    return operations.stream()
        .filter(o -> o.id().equals(transcript.part(0)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No operation has the transcript " + transcript));
  }

  private static Cell cell(Transcript transcript) {
    return new Cell(transcript.part(0), transcript.part(1), transcript.claimedStatus());
  }

  private void played(Transcript transcript, Side side) {
    Cell cell = cell(transcript);
    assertThat(coverage.cells()).as("the contract does not declare this outcome").contains(cell);
    coverage.played(cell, side);
  }

  private void nothingIsMissing() {
    System.out.println(coverage.table());
    assertThat(coverage.gaps()).isEmpty();
  }
}
