package id.simpul.node.internal.store;

import static id.simpul.node.internal.store.Samples.START;
import static id.simpul.node.internal.store.Samples.moved;
import static id.simpul.node.internal.store.Samples.stream;
import static id.simpul.node.internal.store.Samples.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.value.GeoPoint;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How reports are found and listed, whichever the database. */
public abstract class ReportIndexContract extends ConcurrencyContract {
  private static final Set<String> CLOSED = Set.of("resolved", "closed");

  private static final BoundingBox WHOLE_WORLD = new BoundingBox(-90, -180, 90, 180);

  @Test
  void findByPublicId_entered_returnsWhatWasGiven() {
    ReportEntry entry =
        ReportEntry.of("15.71-abc", "006", START.plusNanos(1999))
            .at(GeoPoint.of("-1.610000", "103.61"))
            .withToken("tok");
    store.append(Submission.of(stream("a"), submitted("a"), entry, at("submitted", 3))).join();

    ReportRow row = store.findByPublicId("15.71-abc").orElseThrow();

    assertThat(row.stream()).isEqualTo(stream("a"));
    assertThat(row.entry().publicId()).isEqualTo("15.71-abc");
    assertThat(row.entry().serviceCode()).isEqualTo("006");
    assertThat(row.entry().requestedAt()).isEqualTo(START.plusNanos(1000));
    assertThat(row.entry().place().orElseThrow().latitude().toPlainString()).isEqualTo("-1.610000");
    assertThat(row.entry().place().orElseThrow().longitude().toPlainString()).isEqualTo("103.61");
    assertThat(row.entry().token()).contains("tok");
    assertThat(row.latest()).isEqualTo(at("submitted", 3));
    assertThat(store.findByToken("tok").orElseThrow().stream()).isEqualTo(stream("a"));
    assertThat(store.findByPublicId("tok")).isEmpty();
    assertThat(store.findByToken("15.71-abc")).isEmpty();
  }

  @Test
  void findByPublicId_withoutPlaceAndToken_hasNeither() {
    enter("a", "001", 0, "submitted");

    ReportEntry entry = store.findByPublicId("public-a").orElseThrow().entry();

    assertThat(entry.place()).isEmpty();
    assertThat(entry.token()).isEmpty();
  }

  @Test
  void query_everything_isNewestFirstAndStableAtTheSameInstant() {
    enter("old", "001", 1, "submitted");
    enter("twin1", "001", 5, "submitted");
    enter("twin2", "001", 5, "submitted");
    enter("new", "001", 9, "submitted");
    enter("middle", "001", 3, "submitted");

    assertThat(query(ReportFilter.builder()))
        .containsExactly("new", "twin2", "twin1", "middle", "old");
  }

  @Test
  void query_pages_followEachOtherWithoutGapOrOverlap() {
    IntStream.range(0, 10).forEach(i -> enter("n" + i, "001", i / 3, "submitted"));
    List<String> all = query(ReportFilter.builder());

    List<String> paged =
        Stream.of(0, 4, 8, 12)
            .flatMap(from -> query(ReportFilter.builder().page(4, from)).stream())
            .toList();

    assertThat(paged).isEqualTo(all).hasSize(10);
  }

  @Test
  void query_publicIds_returnsOnlyThose() {
    enter("a", "001", 1, "submitted");
    enter("b", "001", 2, "submitted");
    enter("c", "001", 3, "submitted");

    assertThat(query(ReportFilter.builder().publicIds(List.of("public-c", "public-a", "unknown"))))
        .containsExactly("c", "a");
  }

  @Test
  void query_serviceCodes_returnsOnlyThose() {
    enter("a", "001", 1, "submitted");
    enter("b", "002", 2, "submitted");
    enter("c", "003", 3, "submitted");

    assertThat(query(ReportFilter.builder().serviceCodes(List.of("001", "003"))))
        .containsExactly("c", "a");
  }

  @Test
  void query_requestedSpan_includesBothEnds() {
    IntStream.range(0, 5).forEach(i -> enter("n" + i, "001", i, "submitted"));

    assertThat(query(ReportFilter.builder().requested(second(1), second(3))))
        .containsExactly("n3", "n2", "n1");
    assertThat(query(ReportFilter.builder().requested(second(3), null)))
        .containsExactly("n4", "n3");
    assertThat(query(ReportFilter.builder().requested(null, second(1))))
        .containsExactly("n1", "n0");
    assertThat(query(ReportFilter.builder().requested(second(1).plusNanos(1000), second(2))))
        .containsExactly("n2");
  }

  @Test
  void query_updatedSpan_looksAtTheLatestStatusOnly() {
    enter("a", "001", 0, "submitted");
    enter("b", "001", 1, "submitted");
    move("a", "in_progress", 20);
    move("a", "resolved", 30);

    assertThat(query(ReportFilter.builder().updated(second(30), null))).containsExactly("a");
    assertThat(query(ReportFilter.builder().updated(second(31), null))).isEmpty();
    assertThat(query(ReportFilter.builder().updated(second(20), second(29)))).isEmpty();
    assertThat(query(ReportFilter.builder().updated(null, second(29)))).containsExactly("b");
  }

  @Test
  void query_openOrClosed_isDecidedByTheLatestStatus() {
    enter("open", "001", 0, "submitted");
    enter("done", "001", 1, "submitted");
    move("done", "closed", 5);
    enter("again", "001", 2, "submitted");
    move("again", "closed", 5);
    move("again", "in_progress", 6);

    assertThat(query(ReportFilter.builder().status(false, CLOSED)))
        .containsExactly("again", "open");
    assertThat(query(ReportFilter.builder().status(true, CLOSED))).containsExactly("done");
    assertThat(query(ReportFilter.builder().status(false, Set.of()))).hasSize(3);
    assertThat(query(ReportFilter.builder().status(true, Set.of()))).isEmpty();
  }

  @Test
  void query_box_includesItsEdgesAndNoReportWithoutPlace() {
    enterAt("inside", "-1.60", "103.60");
    enterAt("corner", "-1.70", "103.50");
    enterAt("north", "-1.4999999", "103.60");
    enterAt("east", "-1.60", "103.7000001");
    enter("nowhere", "001", 0, "submitted");

    assertThat(query(ReportFilter.builder().within(new BoundingBox(-1.70, 103.50, -1.50, 103.70))))
        .containsExactlyInAnyOrder("inside", "corner");
    assertThat(query(ReportFilter.builder().within(WHOLE_WORLD))).hasSize(4);
  }

  @Test
  void query_awkwardText_isFoundAsItIs() {
    String awkward = "quote\" back\\slash ' OR 1=1 -- \u00e9\ud83d\ude00\n";
    store
        .append(
            Submission.of(
                stream("a"),
                submitted("a"),
                ReportEntry.of(awkward, awkward, START),
                at("submitted", 0)))
        .join();

    assertThat(store.findByPublicId(awkward)).isPresent();
    assertThat(store.query(ReportFilter.builder().publicIds(List.of(awkward)).build())).hasSize(1);
    assertThat(store.query(ReportFilter.builder().serviceCodes(List.of(awkward)).build()))
        .hasSize(1);
  }

  @Test
  void query_everyMixOfConditions_agreesWithALoopOverAllReports() {
    Random random = new Random(20261102);
    for (int i = 0; i < 120; i++) {
      enter("n" + i, "00" + random.nextInt(4), random.nextInt(40), "submitted");
      if (random.nextBoolean()) {
        move("n" + i, random.nextBoolean() ? "closed" : "in_progress", 40 + random.nextInt(40));
      }
    }
    List<ReportRow> all = store.query(ReportFilter.builder().build());
    for (int i = 0; i < 200; i++) {
      ReportFilter filter = randomFilter(random);
      assertThat(store.query(filter)).isEqualTo(reference(all, filter));
    }
  }

  @Test
  void reportFilter_limitsAndOffsets_areHeld() {
    ReportFilter.builder().page(ReportFilter.MAX_LIMIT, 0).build();
    for (int limit : new int[] {0, ReportFilter.MAX_LIMIT + 1}) {
      assertThatThrownBy(() -> ReportFilter.builder().page(limit, 0).build())
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> ReportFilter.builder().page(1, -1).build())
        .isInstanceOf(IllegalArgumentException.class);
    List<String> most = IntStream.range(0, ReportFilter.MAX_VALUES).mapToObj(i -> "v" + i).toList();
    assertThat(query(ReportFilter.builder().publicIds(most).serviceCodes(most))).isEmpty();
    List<String> more = Stream.concat(most.stream(), Stream.of("one past")).toList();
    assertThatThrownBy(() -> ReportFilter.builder().publicIds(more).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ReportFilter.builder().serviceCodes(more).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ReportFilter.builder().status(true, Set.copyOf(more)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ReportFilter randomFilter(Random random) {
    ReportFilter.Builder filter = ReportFilter.builder().page(1 + random.nextInt(50), 0);
    if (random.nextInt(3) == 0) {
      filter.serviceCodes(List.of("00" + random.nextInt(4), "00" + random.nextInt(4)));
    }
    if (random.nextInt(3) == 0) {
      filter.requested(second(random.nextInt(20)), second(20 + random.nextInt(20)));
    }
    if (random.nextInt(3) == 0) {
      filter.updated(second(random.nextInt(80)), null);
    }
    if (random.nextInt(3) == 0) {
      filter.status(random.nextBoolean(), CLOSED);
    }
    return filter.build();
  }

  private static List<ReportRow> reference(List<ReportRow> all, ReportFilter filter) {
    return all.stream()
        .filter(row ->
            filter.serviceCodes().isEmpty()
                || filter.serviceCodes().contains(row.entry().serviceCode()))
        .filter(row -> within(row.entry().requestedAt(), filter.requested()))
        .filter(row -> within(row.latest().updatedAt(), filter.updated()))
        .filter(row ->
            filter.status().isEmpty()
                || filter.status().get().closed() == CLOSED.contains(row.latest().status()))
        .sorted(
            Comparator.comparing(
                (ReportRow row) -> row.entry().requestedAt(), Comparator.reverseOrder()))
        .limit(filter.limit())
        .toList();
  }

  private static boolean within(Instant instant, ReportFilter.Span span) {
    return (span.from() == null || !instant.isBefore(span.from()))
        && (span.to() == null || !instant.isAfter(span.to()));
  }

  private List<String> query(ReportFilter.Builder filter) {
    return store.query(filter.build()).stream()
        .map(row -> row.entry().publicId().substring("public-".length()))
        .toList();
  }

  private void enter(String name, String serviceCode, int second, String status) {
    ReportEntry entry = ReportEntry.of("public-" + name, serviceCode, second(second));
    store.append(Submission.of(stream(name), submitted(name), entry, at(status, second))).join();
  }

  private void enterAt(String name, String latitude, String longitude) {
    ReportEntry entry =
        ReportEntry.of("public-" + name, "001", START).at(GeoPoint.of(latitude, longitude));
    store.append(Submission.of(stream(name), submitted(name), entry, at("submitted", 0))).join();
  }

  private void move(String name, String status, int second) {
    long last = store.events(stream(name)).size();
    StreamAppend append =
        StreamAppend.of(stream(name), last, List.of(moved(name))).withStatus(at(status, second));
    assertThat(store.appendToStream(append).join()).isInstanceOf(SubmissionOutcome.Appended.class);
  }

  private static StatusEntry at(String status, int second) {
    return new StatusEntry(status, second(second));
  }

  private static Instant second(int second) {
    return START.plusSeconds(second);
  }
}
