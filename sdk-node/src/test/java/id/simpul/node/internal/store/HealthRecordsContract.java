package id.simpul.node.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.health.wire.ResourceKey;
import id.simpul.node.internal.store.FhirSearch.Page;
import id.simpul.node.internal.store.FhirSearch.Span;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every database must do with health records. */
public abstract class HealthRecordsContract extends CertificatesContract {
  private static final String ACTOR = "health:puskesmas";
  private static final String CUSTODIAN = "custodian:dinkes";
  private static final String TYPE = "Patient";
  private static final String SECRET = "isi rekam medis yang sangat pribadi";

  private static ResourceKey key(String id) {
    return new ResourceKey(TYPE, id);
  }

  private static Digest term(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Set<Digest> terms(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> term("term " + i))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static FhirWrite.Index foundBy(String... terms) {
    return new FhirWrite.Index(
        Set.of(terms).stream().map(HealthRecordsContract::term).collect(Collectors.toSet()),
        Set.of());
  }

  private static FhirWrite.Index alone(String unique) {
    return new FhirWrite.Index(Set.of(), Set.of(term(unique)));
  }

  private static FhirWrite version(String id, long version, FhirWrite.Index index) {
    byte[] content = (SECRET + " " + id + " " + version).getBytes(StandardCharsets.UTF_8);
    return new FhirWrite(key(id), version, content, term("digest " + version), index);
  }

  private FhirOutcome write(FhirWrite... writes) {
    return store.healthRecords().write(FhirCommand.of(List.of(writes), ACTOR)).join();
  }

  private FhirOutcome once(Idempotency once, FhirWrite... writes) {
    return store.healthRecords().write(FhirCommand.of(List.of(writes), ACTOR).once(once)).join();
  }

  private static FhirSearch search(int limit, String after, String... terms) {
    List<Set<Digest>> conditions = new ArrayList<>();
    for (String term : terms) {
      conditions.add(Set.of(term(term)));
    }
    return new FhirSearch(TYPE, conditions, List.of(), Span.ALWAYS, new Page(after, limit));
  }

  private List<String> found(FhirSearch search) {
    return store.healthRecords().search(search).found().stream()
        .map(r -> r.version().key().id())
        .toList();
  }

  private static String text(StoredResource resource) {
    return new String(resource.content(), StandardCharsets.UTF_8);
  }

  @Test
  void write_newResource_isReadBackAndIsAnEventWithoutItsContent() {
    FhirOutcome outcome = write(version("a", 1, foundBy()));

    StoredVersion first = new StoredVersion(key("a"), 1, Samples.START);
    assertThat(outcome).isEqualTo(new FhirOutcome.Written(List.of(first)));
    StoredResource found = store.healthRecords().find(key("a")).orElseThrow();
    assertThat(found.version()).isEqualTo(first);
    assertThat(text(found)).isEqualTo(SECRET + " a 1");
    Event event = store.eventsAfter(0, 10).get(0);
    assertThat(event.type()).isEqualTo(FhirEvents.RESOURCE_STORED);
    assertThat(event.envelope().actor()).isEqualTo(ACTOR);
    assertThat(new String(event.payload(), StandardCharsets.UTF_8))
        .contains("\"version_id\":\"1\"", term("digest 1").toString())
        .doesNotContain("pribadi");
    assertThat(new ChainVerifier(store).verify()).isEqualTo(new ChainReport.Intact(store.head()));
  }

  @Test
  void write_nextVersion_keepsAllThatWentBefore() {
    write(version("a", 1, foundBy("old")));
    clock.advance(Duration.ofSeconds(7));
    write(version("a", 2, foundBy("new")));
    reopen();

    assertThat(text(store.healthRecords().find(key("a")).orElseThrow())).endsWith(" a 2");
    assertThat(text(store.healthRecords().find(key("a"), 1).orElseThrow())).endsWith(" a 1");
    assertThat(store.healthRecords().find(key("a"), 3)).isEmpty();
    assertThat(store.healthRecords().version(key("a"))).hasValue(2);
    assertThat(store.healthRecords().version(key("b"))).isEmpty();
    assertThat(listed(store.healthRecords().versions(key("a"), Long.MAX_VALUE, 100)))
        .containsExactly(2L, 1L);
    assertThat(found(search(10, null, "old"))).isEmpty();
    assertThat(found(search(10, null, "new"))).containsExactly("a");
  }

  private static List<Long> listed(FhirPage versions) {
    return versions.found().stream().map(r -> r.version().version()).toList();
  }

  @Test
  void versions_pages_areReadOneAfterTheOther() {
    for (int i = 1; i <= 5; i++) {
      write(version("a", i, foundBy()));
    }
    write(version("b", 1, foundBy()));
    FhirPage first = store.healthRecords().versions(key("a"), Long.MAX_VALUE, 2);
    FhirPage last = store.healthRecords().versions(key("a"), 3, 2);

    assertThat(listed(first)).containsExactly(5L, 4L);
    assertThat(first.more()).isTrue();
    assertThat(first.total()).hasValue(5);
    assertThat(listed(last)).containsExactly(2L, 1L);
    assertThat(last.more()).isFalse();
    assertThat(store.healthRecords().versions(key("c"), Long.MAX_VALUE, 2).total()).hasValue(0);
  }

  @Test
  void versions_largeContents_endThePageBeforeItHasTooManyBytes() {
    int most = FhirPage.MAX_BYTES / FhirWrite.MAX_CONTENT_BYTES;
    for (int i = 1; i <= most; i++) {
      byte[] content = new byte[FhirWrite.MAX_CONTENT_BYTES];
      write(new FhirWrite(key("a"), i, content, term("d"), foundBy()));
    }
    FhirPage page = store.healthRecords().versions(key("a"), Long.MAX_VALUE, 100);

    assertThat(page.found()).hasSize(most - 1);
    assertThat(page.more()).isTrue();
  }

  @Test
  void write_versionThatIsNotTheNext_isRefusedWhole() {
    write(version("a", 1, foundBy()));

    assertThat(write(version("b", 1, foundBy()), version("a", 1, foundBy())))
        .isEqualTo(new FhirOutcome.OtherVersion(1));
    assertThat(write(version("a", 3, foundBy()))).isEqualTo(new FhirOutcome.OtherVersion(0));
    assertThat(write(version("c", 2, foundBy()))).isEqualTo(new FhirOutcome.OtherVersion(0));
    assertThat(store.healthRecords().find(key("b"))).isEmpty();
    assertThat(store.head().sequence()).isEqualTo(1);
  }

  private void writeAll(long versions) {
    for (long next = 1; next <= versions; next += 100) {
      List<CompletableFuture<FhirOutcome>> all = new ArrayList<>();
      for (long version = next; version < next + 100; version++) {
        FhirCommand command = FhirCommand.of(List.of(version("a", version, foundBy())), ACTOR);
        all.add(store.healthRecords().write(command));
      }
      assertThat(all).allMatch(f -> f.join() instanceof FhirOutcome.Written);
    }
  }

  @Test
  void write_versions_atAndPastTheMost_areRefusedWhole() {
    writeAll(Store.MAX_STREAM_EVENTS);
    FhirWrite tooMuch = version("a", Store.MAX_STREAM_EVENTS + 1, foundBy());

    assertThat(write(version("b", 1, foundBy()), tooMuch)).isEqualTo(new FhirOutcome.Full(1));
    assertThat(write(tooMuch)).isEqualTo(new FhirOutcome.Full(0));
    assertThat(store.healthRecords().find(key("b"))).isEmpty();
    assertThat(store.head().sequence()).isEqualTo(Store.MAX_STREAM_EVENTS);
  }

  @Test
  void write_sameVersionAtOnce_isWrittenOnce() {
    write(version("a", 1, foundBy()));
    List<CompletableFuture<FhirOutcome>> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(
          store.healthRecords().write(FhirCommand.of(List.of(version("a", 2, foundBy())), ACTOR)));
    }

    assertThat(all.stream().filter(f -> f.join() instanceof FhirOutcome.Written)).hasSize(1);
  }

  @Test
  void write_whatAnotherHasAlone_isADuplicate() {
    write(version("a", 1, alone("nik")));

    assertThat(write(version("b", 1, alone("nik")))).isEqualTo(new FhirOutcome.Duplicate(0));
    assertThat(write(version("c", 1, alone("x")), version("d", 1, alone("x"))))
        .isEqualTo(new FhirOutcome.Duplicate(1));
    assertThat(write(version("a", 2, alone("nik")))).isInstanceOf(FhirOutcome.Written.class);
    assertThat(write(version("a", 3, foundBy()))).isInstanceOf(FhirOutcome.Written.class);
    assertThat(write(version("b", 1, alone("nik")))).isInstanceOf(FhirOutcome.Written.class);
  }

  @Test
  void write_sameKeySameContent_isReplayedWithAllItWrote() {
    FhirOutcome first =
        once(Samples.once("k", "x"), version("a", 1, foundBy()), version("b", 1, foundBy()));
    write(version("a", 2, foundBy()));

    assertThat(once(Samples.once("k", "x"), version("c", 1, foundBy()), version("d", 1, foundBy())))
        .isEqualTo(new FhirOutcome.Replayed(((FhirOutcome.Written) first).versions()));
    assertThat(once(Samples.once("k", "y"), version("c", 1, foundBy())))
        .isEqualTo(new FhirOutcome.KeyConflict());
    assertThat(store.healthRecords().find(key("c"))).isEmpty();
  }

  @Test
  void write_refusedUnderAKey_leavesTheKeyFree() {
    assertThat(once(Samples.once("k", "x"), version("a", 2, foundBy())))
        .isEqualTo(new FhirOutcome.OtherVersion(0));
    assertThat(once(Samples.once("k", "x"), version("a", 1, foundBy())))
        .isInstanceOf(FhirOutcome.Written.class);
  }

  @Test
  void search_severalConditions_allHold() {
    write(version("a", 1, foundBy("x", "y")));
    write(version("b", 1, foundBy("x")));
    write(version("c", 1, foundBy("y")));
    FhirSearch either =
        new FhirSearch(
            TYPE,
            List.of(Set.of(term("x"), term("y"))),
            List.of(Set.of("b", "c")),
            Span.ALWAYS,
            new Page(null, 10));

    assertThat(found(search(10, null, "x", "y"))).containsExactly("a");
    assertThat(found(search(10, null))).containsExactly("a", "b", "c");
    assertThat(found(either)).containsExactly("b", "c");
  }

  @Test
  void search_severalConditionsOfSeveralValues_findsEachOnceAndInOrder() {
    for (String id : List.of("c", "a", "d", "b")) {
      write(version(id, 1, foundBy("x", "y", "only " + id)));
    }
    write(version("e", 1, foundBy("x")));
    List<Set<Digest>> conditions =
        List.of(
            Set.of(term("x"), term("y")),
            Set.of(term("only a"), term("only b"), term("only c")),
            Set.of(term("y")));

    for (List<Set<Digest>> each : List.of(conditions, reversed(conditions))) {
      Page page = new Page(null, 10);
      assertThat(found(new FhirSearch(TYPE, each, List.of(), Span.ALWAYS, page)))
          .containsExactly("c", "a", "b");
      assertThat(found(new FhirSearch(TYPE, each, List.of(), Span.ALWAYS, new Page("c", 1))))
          .containsExactly("a");
      FhirSearch counted = new FhirSearch(TYPE, each, List.of(), Span.ALWAYS, page);
      assertThat(store.healthRecords().search(counted).total()).isEqualTo(OptionalInt.of(3));
    }
  }

  private static List<Set<Digest>> reversed(List<Set<Digest>> conditions) {
    List<Set<Digest>> reversed = new ArrayList<>(conditions);
    Collections.reverse(reversed);
    return reversed;
  }

  private static FhirWrite large(String id, int bytes) {
    return new FhirWrite(key(id), 1, new byte[bytes], term("d"), foundBy("large"));
  }

  @Test
  void search_pageOfLargeContents_endsBeforeItHasTooManyBytes() {
    // Nonce and tag are sealed with each.
    int whole = FhirWrite.MAX_CONTENT_BYTES - 28;
    int most = FhirPage.MAX_BYTES / FhirWrite.MAX_CONTENT_BYTES;
    for (int i = 0; i < most; i++) {
      write(large("n" + (i + 10), whole));
    }
    FhirPage full = store.healthRecords().search(search(100, null, "large"));
    assertThat(full.found()).hasSize(most);
    assertThat(full.more()).isFalse();

    write(large("past", 1));
    FhirPage first = store.healthRecords().search(search(100, null, "large"));
    assertThat(first.found()).hasSize(most);
    assertThat(first.more()).isTrue();
    assertThat(first.total()).hasValue(most + 1);
    assertThat(found(search(100, "n" + (most + 9), "large"))).containsExactly("past");
  }

  @Test
  void walk_pages_areReadAndNotCounted() {
    for (String id : List.of("c", "a", "b")) {
      write(version(id, 1, foundBy()));
    }
    FhirPage first = store.healthRecords().walk(search(2, null));

    assertThat(first.found()).extracting(r -> r.version().key().id()).containsExactly("c", "a");
    assertThat(first.more()).isTrue();
    assertThat(first.total()).isEmpty();
    assertThat(store.healthRecords().walk(search(2, "a")).found()).hasSize(1);
  }

  @Test
  void search_otherKind_isNotFound() {
    write(version("a", 1, foundBy("x")));
    FhirSearch other =
        new FhirSearch("Location", List.of(), List.of(), Span.ALWAYS, new Page(null, 10));

    assertThat(found(other)).isEmpty();
  }

  @Test
  void search_pages_areReadOneAfterTheOther() {
    for (String id : List.of("c", "a", "b")) {
      write(version(id, 1, foundBy("x")));
    }
    FhirPage first = store.healthRecords().search(search(2, null, "x"));

    assertThat(first.more()).isTrue();
    assertThat(first.total()).isEqualTo(OptionalInt.of(3));
    assertThat(found(search(2, null, "x"))).containsExactly("c", "a");
    assertThat(found(search(2, "a", "x"))).containsExactly("b");
    FhirPage second = store.healthRecords().search(search(2, "a", "x"));
    assertThat(second.more()).isFalse();
    assertThat(second.total()).isEmpty();
    assertThat(store.healthRecords().search(search(0, null, "x")).total().orElse(0)).isEqualTo(3);
  }

  @Test
  void search_spanOfTime_hasBothEndsInIt() {
    write(version("a", 1, foundBy()));
    clock.advance(Duration.ofSeconds(10));
    write(version("b", 1, foundBy()));
    Instant later = Samples.START.plusSeconds(10);

    assertThat(found(in(new Span(later, null)))).containsExactly("b");
    assertThat(found(in(new Span(null, later.minusNanos(1000))))).containsExactly("a");
    assertThat(found(in(new Span(Samples.START, later)))).containsExactly("a", "b");
  }

  private static FhirSearch in(Span span) {
    return new FhirSearch(TYPE, List.of(), List.of(), span, new Page(null, 10));
  }

  @Test
  void sizes_atAndPastTheirLimits() {
    byte[] most = new byte[FhirWrite.MAX_CONTENT_BYTES];
    FhirWrite.Index terms = new FhirWrite.Index(terms(FhirWrite.MAX_TERMS), Set.of());

    assertThat(write(new FhirWrite(key("a"), 1, most, term("d"), terms)))
        .isInstanceOf(FhirOutcome.Written.class);
    assertThat(store.healthRecords().find(key("a")).map(r -> r.content().length))
        .isEqualTo(Optional.of(FhirWrite.MAX_CONTENT_BYTES));
    refused(() -> new FhirWrite(key("a"), 1, new byte[most.length + 1], term("d"), terms));
    refused(() -> new FhirWrite(key("a"), 1, new byte[0], term("d"), terms));
    refused(() -> new FhirWrite.Index(terms(FhirWrite.MAX_TERMS + 1), Set.of()));
    refused(() -> new FhirWrite.Index(Set.of(), terms(FhirWrite.MAX_UNIQUE + 1)));
    refused(() -> new Page(null, FhirSearch.MAX_LIMIT + 1));
    refused(() -> FhirCommand.of(List.of(), ACTOR));
    refused(() -> FhirCommand.of(many(FhirCommand.MAX_WRITES + 1), ACTOR));
    assertThat(FhirCommand.of(many(FhirCommand.MAX_WRITES), ACTOR).writes())
        .hasSize(FhirCommand.MAX_WRITES);
  }

  @Test
  void termsOfACommand_atAndPastTheMost() {
    FhirWrite.Index most = new FhirWrite.Index(terms(FhirWrite.MAX_TERMS), Set.of());
    List<FhirWrite> writes = new ArrayList<>();
    for (int i = 0; i < FhirCommand.MAX_TERMS / FhirWrite.MAX_TERMS; i++) {
      writes.add(version("n" + i, 1, most));
    }
    assertThat(FhirCommand.of(writes, ACTOR).writes()).hasSameSizeAs(writes);

    writes.add(version("more", 1, foundBy("one")));
    refused(() -> FhirCommand.of(writes, ACTOR));
  }

  @Test
  void search_limits_atAndPastThem() {
    List<Set<Digest>> most =
        IntStream.range(0, FhirSearch.MAX_CONDITIONS)
            .mapToObj(i -> terms(FhirSearch.MAX_ALTERNATIVES))
            .toList();
    FhirSearch search =
        new FhirSearch(TYPE, most, List.of(), Span.ALWAYS, new Page(null, FhirSearch.MAX_LIMIT));

    assertThat(found(search)).isEmpty();
    refused(() -> new FhirSearch(TYPE, most, List.of(Set.of("a")), Span.ALWAYS, new Page(null, 1)));
    refused(() ->
        new FhirSearch(
            TYPE,
            List.of(terms(FhirSearch.MAX_ALTERNATIVES + 1)),
            List.of(),
            Span.ALWAYS,
            new Page(null, 1)));
  }

  private static List<FhirWrite> many(int count) {
    return IntStream.range(0, count).mapToObj(i -> version("n" + i, 1, foundBy())).toList();
  }

  private static void refused(Runnable made) {
    assertThatThrownBy(made::run).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void toString_showsNothingOfTheContent() {
    write(version("a", 1, foundBy()));

    assertThat(store.healthRecords().find(key("a")).orElseThrow().toString())
        .doesNotContain("pribadi");
    assertThat(version("a", 1, foundBy()).toString()).doesNotContain("pribadi");
  }

  private FhirErasure.Outcome erase(String id, String... pointers) {
    Set<Digest> terms =
        Set.of(pointers).stream().map(HealthRecordsContract::term).collect(Collectors.toSet());
    return store.healthRecords().erase(new FhirErasure(key(id), terms, CUSTODIAN)).join();
  }

  @Test
  void erase_resource_leavesItsEventsAndNothingToFind() {
    write(version("a", 1, foundBy("term")), version("b", 1, foundBy("term")));
    write(version("a", 2, foundBy("term")));

    assertThat(erase("a")).isEqualTo(new FhirErasure.Outcome.Erased());
    reopen();

    assertThat(store.healthRecords().find(key("a"))).isEmpty();
    assertThat(store.healthRecords().find(key("a"), 1)).isEmpty();
    assertThat(store.healthRecords().versions(key("a"), Long.MAX_VALUE, 10).found()).isEmpty();
    assertThat(store.healthRecords().isErased(key("a"))).isTrue();
    assertThat(store.healthRecords().isErased(key("b"))).isFalse();
    assertThat(store.healthRecords().isErased(key("c"))).isFalse();
    assertThat(store.healthRecords().lastErasure()).isEqualTo(4);
    FhirPage page = store.healthRecords().search(search(10, null));
    assertThat(page.found()).hasSize(1);
    assertThat(page.total()).isEqualTo(OptionalInt.of(1));
    assertThat(found(search(10, null, "term"))).containsExactly("b");
    Event last = store.eventsAfter(3, 10).get(0);
    assertThat(last.type()).isEqualTo(FhirEvents.RESOURCE_ERASED);
    assertThat(last.envelope().actor()).isEqualTo(CUSTODIAN);
    assertThat(new ChainVerifier(store).verify()).isEqualTo(new ChainReport.Intact(store.head()));
  }

  @Test
  void erase_again_isErasedOnceAndTheIdStaysUnused() {
    write(version("a", 1, alone("nik")));
    erase("a");

    assertThat(erase("a")).isEqualTo(new FhirErasure.Outcome.Erased());
    assertThat(erase("unknown")).isEqualTo(new FhirErasure.Outcome.Unknown());
    assertThat(store.head().sequence()).isEqualTo(2);
    for (long version = 1; version <= 2; version++) {
      assertThat(write(version("a", version, foundBy())))
          .isEqualTo(new FhirOutcome.OtherVersion(0));
    }
    assertThat(write(version("b", 1, alone("nik")))).isInstanceOf(FhirOutcome.Written.class);
  }

  @Test
  void erase_whatOthersPointAt_isRefusedAndNamesTheirKinds() {
    write(version("a", 1, foundBy("points at a")), version("b", 1, foundBy("points at a")));

    assertThat(erase("a", "points at a", "points elsewhere"))
        .isEqualTo(new FhirErasure.Outcome.PointedAt(Set.of(TYPE)));
    assertThat(store.healthRecords().find(key("a"))).isPresent();
    erase("b");
    assertThat(erase("a", "points at a"))
        .as("what points at itself goes with it")
        .isEqualTo(new FhirErasure.Outcome.Erased());
  }

  @Test
  void erase_partOfWhatWasWrittenUnderAKey_isNotReplayed() {
    Idempotency once = Samples.once("k", "x");
    FhirWrite[] both = {version("a", 1, foundBy()), version("b", 1, foundBy())};
    once(once, both);
    erase("a");

    assertThat(once(once, both)).isEqualTo(new FhirOutcome.Erased());
    assertThat(store.healthRecords().earlier(once).join()).contains(new FhirOutcome.Erased());
    assertThat(store.healthRecords().find(key("b"))).isPresent();
  }

  @Test
  void erase_resourceWithTheMostVersions_isErased() {
    writeAll(Store.MAX_STREAM_EVENTS);

    assertThat(erase("a")).isEqualTo(new FhirErasure.Outcome.Erased());
  }

  @Test
  void erasure_pointersAtAndPastTheMost_areTakenAndRefused() {
    assertThat(new FhirErasure(key("a"), terms(FhirErasure.MAX_POINTERS), CUSTODIAN).pointers())
        .hasSize(FhirErasure.MAX_POINTERS);
    Set<Digest> tooMany = terms(FhirErasure.MAX_POINTERS + 1);
    assertThatThrownBy(() -> new FhirErasure(key("a"), tooMany, CUSTODIAN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static FhirAccess access(String id, int others) {
    Map<String, Long> records =
        IntStream.range(0, others).boxed().collect(Collectors.toMap(i -> id + i, i -> 1L));
    records.put(id, 2L);
    return new FhirAccess(ACTOR, "fhir.r4.versions.list", TYPE, records);
  }

  @Test
  void trail_accesses_areReadInOrderAllAndOfOneRecord() {
    FhirTrail trail = store.healthRecords().trail();
    trail.add(access("a", 0)).join();
    clock.advance(Duration.ofSeconds(1));
    trail.add(access("b", 0)).join();
    trail.add(access("a", 1)).join();
    reopen();

    trail = store.healthRecords().trail();
    List<FhirAccess.Kept> all = trail.after(0, null, 10);
    assertThat(all).extracting(FhirAccess.Kept::number).containsExactly(1L, 2L, 3L, 4L);
    assertThat(all.get(1))
        .isEqualTo(
            new FhirAccess.Kept(
                2, Samples.START.plusSeconds(1), ACTOR, "fhir.r4.versions.list", TYPE, "b", 2));
    assertThat(trail.after(0, key("a"), 10)).hasSize(2).allMatch(kept -> kept.id().equals("a"));
    assertThat(trail.after(2, null, 1)).extracting(FhirAccess.Kept::number).containsExactly(3L);
  }

  @Test
  void trail_limits_atAndPastThem_areTakenAndRefused() {
    FhirTrail trail = store.healthRecords().trail();
    trail.add(access("a", FhirAccess.MAX_NAMED - 1)).join();
    assertThatThrownBy(() -> access("a", FhirAccess.MAX_NAMED))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FhirAccess(ACTOR, "x", TYPE, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(trail.after(0, null, FhirTrail.MAX_PAGE)).hasSize(FhirAccess.MAX_NAMED);
    for (int limit : new int[] {0, FhirTrail.MAX_PAGE + 1}) {
      assertThatThrownBy(() -> trail.after(0, null, limit))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
