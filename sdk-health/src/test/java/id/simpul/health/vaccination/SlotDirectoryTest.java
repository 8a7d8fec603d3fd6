package id.simpul.health.vaccination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ApiException;
import id.simpul.core.CallException;
import id.simpul.core.ClientAuth;
import id.simpul.core.RetryPolicy;
import id.simpul.core.format.Limits;
import id.simpul.core.value.Secret;
import id.simpul.health.bulk.LineError;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class SlotDirectoryTest {
  private static final String SMART = "http://fhir-registry.smarthealthit.org/StructureDefinition/";
  private static final String LOCATION =
      "{\"resourceType\":\"Location\",\"id\":\"123\",\"name\":\"Puskesmas Duvowi\"}\n";
  private static final String SCHEDULE =
      "{\"resourceType\":\"Schedule\",\"id\":\"456\",\"extension\":[{\"url\":\""
          + SMART
          + "vaccine-product\",\"valueCoding\":{\"system\":\"http://hl7.org/fhir/sid/cvx\","
          + "\"code\":\"210\",\"display\":\"AstraZeneca\"}},{\"url\":\""
          + SMART
          + "vaccine-dose\",\"valueInteger\":2}],\"actor\":[{\"reference\":\"Location/123\"}]}\n";
  private static final String SLOT =
      "{\"resourceType\":\"Slot\",\"id\":\"789\",\"schedule\":{\"reference\":\"Schedule/456\"},"
          + "\"status\":\"free\",\"start\":\"2021-03-10T15:00:00-05\","
          + "\"end\":\"2021-03-10T15:20:00-05\",\"extension\":[{\"url\":\""
          + SMART
          + "booking-deep-link\",\"valueUrl\":\"https://portal.example.org/b?slot=8#top\"},"
          + "{\"url\":\""
          + SMART
          + "booking-phone\",\"valueString\":\"+62840 1\"},{\"url\":\""
          + SMART
          + "slot-capacity\",\"valueInteger\":20}]}\n";

  private final MockWebServer server = new MockWebServer();
  private final Map<String, MockResponse.Builder> pages = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private volatile Consumer<String> onAsked = target -> {};
  private volatile Instant now = Instant.parse("2026-11-22T01:00:00Z");
  private SlotDirectory directory;

  @BeforeEach
  void start() throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String known = request.getHeaders().get("If-None-Match");
            asked.add(request.getTarget() + (known == null ? "" : " " + known));
            assertThat(request.getHeaders().get("Authorization")).isNull();
            onAsked.accept(request.getTarget());
            MockResponse.Builder page = pages.get(request.getTarget());
            return page == null ? new MockResponse.Builder().code(404).build() : page.build();
          }
        });
    server.start();
    directory =
        SlotDirectory.builder(server.url("/data/$bulk-publish").uri())
            .configure(c ->
                c.clock(() -> now)
                    .retry(RetryPolicy.NONE)
                    .auth(ClientAuth.bearer(Secret.of("kunci"))))
            .build();
    manifest(
        "{\"type\":\"Location\",\"url\":\"l.ndjson\"}",
        "{\"type\":\"Schedule\",\"url\":\"/s.ndjson\"}",
        "{\"type\":\"Slot\",\"url\":\"" + server.url("/slots.ndjson") + "\"}",
        "{\"type\":\"Appointment\",\"url\":\"never-asked.ndjson\"}");
    page("/data/l.ndjson", LOCATION);
    page("/s.ndjson", SCHEDULE);
    page("/slots.ndjson", SLOT);
  }

  @AfterEach
  void stop() {
    directory.close();
    server.close();
  }

  private MockResponse.Builder page(String path, String body) {
    MockResponse.Builder page = new MockResponse.Builder().body(body);
    pages.put(path, page);
    return page;
  }

  private MockResponse.Builder manifest(String... output) {
    return page(
        "/data/$bulk-publish",
        "{\"transactionTime\":\"2026-11-22T01:00:00Z\",\"request\":\"x\",\"output\":["
            + String.join(",", output)
            + "],\"error\":[]}");
  }

  @Test
  void latest_exampleOfTheSpecification_isReadAndJoined() {
    SlotList list = directory.latest();

    assertThat(list.problems()).isEmpty();
    assertThat(list.publishedAt()).contains(OffsetDateTime.parse("2026-11-22T01:00:00Z"));
    VaccinationSlot slot = list.free().get(0);
    assertThat(slot.start()).contains(OffsetDateTime.parse("2021-03-10T15:00:00-05:00"));
    assertThat(slot.end()).contains(OffsetDateTime.parse("2021-03-10T15:20:00-05:00"));
    assertThat(slot.capacity()).isEqualTo(20);
    assertThat(slot.bookingPhone()).contains("+62840 1");
    assertThat(slot.bookingLink("jaki", "r 1"))
        .contains(
            URI.create("https://portal.example.org/b?slot=8&source=jaki&booking-referral=r+1#top"));
    assertThat(slot.vaccines()).containsExactly(new Vaccine("210", "AstraZeneca", List.of()));
    assertThat(slot.doses()).containsExactly(2);
    assertThat(slot.location().orElseThrow().name()).contains("Puskesmas Duvowi");
    assertThat(asked).doesNotContain("/data/never-asked.ndjson");
  }

  @Test
  void latest_withinTheMinute_asksNobody() {
    directory.latest();
    int before = asked.size();
    now = now.plus(SlotDirectory.MIN_INTERVAL).minusNanos(1);
    directory.latest();
    assertThat(asked).hasSize(before);

    now = now.plusNanos(1);
    directory.latest();
    assertThat(asked).hasSize(2 * before);
  }

  @Test
  void latest_publisherTakesTooLong_leavesTheOtherFilesAsTheyWere() {
    List<VaccinationSlot> slots = directory.latest().slots();
    now = now.plus(SlotDirectory.MIN_INTERVAL);
    asked.clear();
    onAsked =
        target -> {
          if (target.equals("/data/l.ndjson")) {
            now = now.plus(SlotDirectory.MAX_READING);
          }
        };

    SlotList list = directory.latest();

    assertThat(asked).containsExactly("/data/$bulk-publish", "/data/l.ndjson");
    assertThat(list.slots()).hasSameSizeAs(slots);
    assertThat(list.problems())
        .extracting(LineError::reason)
        .containsOnly("was not asked for: reading takes too long")
        .hasSize(2);
    onAsked = target -> {};
    assertThat(directory.latest().problems()).isEmpty();
  }

  @Test
  @Timeout(30)
  void latest_whileAnotherThreadReads_isWhatWasReadBefore() throws Exception {
    SlotList first = directory.latest();
    now = now.plus(SlotDirectory.MIN_INTERVAL);
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    onAsked =
        target -> {
          reached.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        };
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<SlotList> second = other.submit(() -> directory.latest());
      reached.await();

      assertThat(directory.latest()).isSameAs(first);
      assertThat(directory.last()).containsSame(first);

      go.countDown();
      assertThat(second.get()).isNotSameAs(first);
      assertThat(directory.last()).containsSame(second.get());
    } finally {
      go.countDown();
      other.shutdownNow();
    }
  }

  @Test
  void latest_maxAge_isKeptUpToAnHour() {
    manifest().addHeader("Cache-Control", "Public, Max-Age=300");
    assertThat(directory.latest().nextAt()).isEqualTo(now.plusSeconds(300));
    now = now.plusSeconds(300);
    manifest().addHeader("Cache-Control", "max-age=99999");
    assertThat(directory.latest().nextAt()).isEqualTo(now.plus(SlotDirectory.MAX_INTERVAL));
    now = now.plus(SlotDirectory.MAX_INTERVAL);
    manifest().addHeader("Cache-Control", "no-store");
    assertThat(directory.latest().nextAt()).isEqualTo(now.plus(SlotDirectory.MIN_INTERVAL));
  }

  @Test
  void latest_notModified_keepsWhatWasRead() {
    pages.get("/data/$bulk-publish").addHeader("ETag", "W/\"m1\"");
    pages.get("/slots.ndjson").addHeader("ETag", "\"s1\"");
    SlotList first = directory.latest();
    asked.clear();
    pages.put("/data/$bulk-publish", new MockResponse.Builder().code(304));
    pages.put("/slots.ndjson", new MockResponse.Builder().code(304));
    now = now.plusSeconds(60);

    SlotList second = directory.latest();

    assertThat(asked).contains("/data/$bulk-publish W/\"m1\"", "/slots.ndjson \"s1\"");
    assertThat(second.slots()).hasSameSizeAs(first.slots());
    assertThat(second.problems()).isEmpty();
    assertThat(second.readAt()).isEqualTo(now);
  }

  @Test
  void latest_brokenLines_areToldOfAndTheOthersRead() {
    page("/slots.ndjson", SLOT + "{\"resourceType\":\n\n" + SLOT + "[]\n");

    SlotList list = directory.latest();

    assertThat(list.slots()).hasSize(2);
    assertThat(list.problems()).extracting(LineError::line).containsExactly(2L, 5L);
    assertThat(list.problems().get(0).source()).endsWith("/slots.ndjson");
  }

  @Test
  void latest_fileGoneOrElsewhere_isToldOf() {
    manifest(
        "{\"type\":\"Slot\",\"url\":\"/slots.ndjson\"}",
        "{\"type\":\"Slot\",\"url\":\"/gone.ndjson\"}",
        "{\"type\":\"Slot\",\"url\":\"http://other.example/slots.ndjson\"}",
        "{\"type\":\"Slot\",\"url\":\"https://127.0.0.1:1/slots.ndjson\"}",
        "{\"type\":\"Slot\",\"url\":\"file:///etc/passwd\"}",
        "{\"type\":\"Slot\",\"url\":\"http://user@x y\"}");

    SlotList list = directory.latest();

    assertThat(list.slots()).hasSize(1);
    assertThat(list.problems())
        .extracting(LineError::reason)
        .containsExactly(
            "could not be read now: core.api.404",
            "names a file at another origin without https",
            "could not be read now: core.transport.address-refused",
            "names a file that is no URL",
            "names a file that is no URL");
  }

  @Test
  void latest_fileFailsLater_keepsWhatItHad() {
    directory.latest();
    pages.put("/slots.ndjson", new MockResponse.Builder().code(500));
    now = now.plusSeconds(60);

    SlotList list = directory.latest();

    assertThat(list.slots()).hasSize(1);
    assertThat(list.problems()).hasSize(1);
  }

  @Test
  void latest_publisherIsBusy_isLeftInPeaceAsItAsks() {
    pages.put(
        "/data/$bulk-publish",
        new MockResponse.Builder().code(503).addHeader("Retry-After", "120"));
    assertThatThrownBy(directory::latest).isInstanceOf(ApiException.class);
    now = now.plusSeconds(119);
    assertThatThrownBy(directory::latest).isInstanceOf(CallException.class);
    assertThat(asked).hasSize(1);
    manifest();
    now = now.plusSeconds(1);

    assertThat(directory.latest().slots()).isEmpty();
    assertThat(directory.last()).isPresent();
  }

  @Test
  void latest_moreFilesThanAreRead_tellsOfIt() {
    String[] output = new String[SlotDirectory.MAX_FILES + 1];
    Arrays.setAll(output, i -> "{\"type\":\"Slot\",\"url\":\"/f" + i + "\"}");
    for (int i = 0; i < output.length; i++) {
      page("/f" + i, "");
    }
    manifest(output);
    SlotList list = directory.latest();

    assertThat(asked).hasSize(1 + SlotDirectory.MAX_FILES);
    assertThat(list.problems())
        .extracting(LineError::reason)
        .containsExactly("it names more than " + SlotDirectory.MAX_FILES + " files");
  }

  @Test
  void bookingLink_script_isNone() {
    page(
        "/slots.ndjson",
        SLOT.replace("https://portal.example.org/b?slot=8#top", "javascript:alert(1)"));

    assertThat(directory.latest().slots().get(0).bookingLink()).isEmpty();
  }

  @Test
  void latest_redirect_isNotFollowed() {
    pages.put(
        "/slots.ndjson",
        new MockResponse.Builder().code(302).addHeader("Location", "/data/l.ndjson"));

    assertThat(directory.latest().problems())
        .extracting(LineError::reason)
        .containsExactly("could not be read now: core.api.302");
    assertThat(Duration.between(now, directory.latest().nextAt()))
        .isEqualTo(SlotDirectory.MIN_INTERVAL);
  }

  @Test
  void latest_linesAtTheLimitAndOnePast_areReadAndToldOf() {
    String start = "{\"resourceType\":\"Slot\",\"comment\":\"";
    String longest = start + "x".repeat(64 * 1024 - start.length() - 2) + "\"}";
    page("/slots.ndjson", longest + "\n" + longest + " \n");

    SlotList list = directory.latest();

    assertThat(list.slots()).hasSize(1);
    assertThat(list.problems()).extracting(LineError::line).containsExactly(2L);
  }

  @Test
  void latest_asManyFilesAsAreRead_areRead() {
    String[] output = new String[SlotDirectory.MAX_FILES];
    Arrays.setAll(output, i -> "{\"type\":\"Slot\",\"url\":\"/f" + i + "\"}");
    for (int i = 0; i < output.length; i++) {
      page("/f" + i, "");
    }
    manifest(output);

    assertThat(directory.latest().problems()).isEmpty();
    assertThat(asked).hasSize(1 + SlotDirectory.MAX_FILES);
  }

  @Test
  void latest_fileNamedTwice_isReadOnce() {
    manifest(
        "{\"type\":\"Slot\",\"url\":\"/slots.ndjson\"}",
        "{\"type\":\"Slot\",\"url\":\"" + server.url("/slots.ndjson") + "\"}");

    assertThat(directory.latest().slots()).hasSize(1);
  }

  @Test
  void latest_fileNoLongerNamed_isForgotten() {
    pages.get("/slots.ndjson").addHeader("ETag", "\"s1\"");
    directory.latest();
    manifest();
    now = now.plusSeconds(60);
    directory.latest();
    manifest("{\"type\":\"Slot\",\"url\":\"/slots.ndjson\"}");
    now = now.plusSeconds(60);
    asked.clear();

    assertThat(directory.latest().slots()).hasSize(1);
    assertThat(asked).contains("/slots.ndjson");
  }

  @Test
  void latest_filesTogetherLargerThanIsRead_tellsOfItAndReadsNoMore() {
    String slots = "{\"resourceType\":\"Slot\"}\n".repeat(SlotDirectory.MAX_RESOURCES / 2);
    manifest(
        "{\"type\":\"Slot\",\"url\":\"/a\"}",
        "{\"type\":\"Slot\",\"url\":\"/b\"}",
        "{\"type\":\"Slot\",\"url\":\"/slots.ndjson\"}",
        "{\"type\":\"Slot\",\"url\":\"/never-asked\"}");
    page("/a", slots);
    page("/b", slots);

    assertThat(directory.latest().problems())
        .extracting(LineError::reason)
        .contains("its files together are larger than is read");
    assertThat(asked).doesNotContain("/never-asked");
  }

  @Test
  void latest_fileLargerThanTheLimit_isToldOf() {
    try (SlotDirectory small =
        SlotDirectory.builder(server.url("/data/$bulk-publish").uri())
            .configure(c -> c.clock(() -> now).limits(Limits.DEFAULT.withMaxBytes(1_000)))
            .build()) {
      page("/slots.ndjson", SLOT + SLOT);

      assertThat(small.latest().problems())
          .extracting(LineError::reason)
          .containsExactly("could not be read now: core.transport.answer-too-large");
    }
  }
}
