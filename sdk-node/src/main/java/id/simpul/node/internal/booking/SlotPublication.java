package id.simpul.node.internal.booking;

import id.simpul.core.operation.Format;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.Resource;
import id.simpul.health.vaccination.wire.FileQuery;
import id.simpul.health.vaccination.wire.Manifest;
import id.simpul.health.vaccination.wire.Published;
import id.simpul.health.vaccination.wire.SchedulingLinksV1;
import id.simpul.health.vaccination.wire.SlotFile;
import id.simpul.health.vaccination.wire.SlotResources;
import id.simpul.health.vaccination.wire.SlotUse;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.http.Success;
import id.simpul.node.internal.security.Access;
import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.booking.BookingStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/**
 * Publishes the slots by SMART Scheduling Links: to anybody, and named by their content, so that
 * two processes of one node name the same alike.
 */
final class SlotPublication {
  /** How long readers are asked to wait before they ask again. */
  static final Duration MAX_AGE = Duration.ofMinutes(1);

  private static final String LOCATIONS = "locations.ndjson";
  private static final String SCHEDULES = "schedules.ndjson";
  private static final String SLOTS = "slots.ndjson";
  private static final int TAG_LENGTH = 32;

  private final String base;
  private final BookingStore bookings;
  private final Answers answers;
  private final InstantSource clock;

  SlotPublication(NodeConfig config, BookingStore bookings, Answers answers) {
    this.base = config.baseUrl() + NodePaths.VACCINATION;
    this.bookings = bookings;
    this.answers = answers;
    this.clock = config.clock();
  }

  List<Route<?, ?>> routes(BlockingWork work) {
    return List.of(
        new Route<>(
            NodePaths.VACCINATION,
            SchedulingLinksV1.GET_NODE_MANIFEST,
            Access.OPEN,
            (query, call) -> work.submit(() -> manifest(query)),
            SlotPublication::success),
        new Route<>(
            NodePaths.VACCINATION,
            SchedulingLinksV1.GET_NODE_FILE,
            Access.OPEN,
            (query, call) -> work.submit(() -> file(query)),
            SlotPublication::success));
  }

  private static Success success(Published<?> file) {
    Success success = file.modified() ? Success.OK : Success.of(304).withoutContent();
    return success
        .with("ETag", file.entityTag())
        .with("Cache-Control", "public, max-age=" + MAX_AGE.toSeconds());
  }

  private Published<Manifest> manifest(FileQuery query) {
    Instant changed = bookings.changedAt(clock.instant());
    Manifest manifest =
        new Manifest(
            answers.time(changed),
            base + SchedulingLinksV1.MANIFEST_PATH,
            List.of(
                output("Location", LOCATIONS),
                output("Schedule", SCHEDULES),
                output("Slot", SLOTS)));
    return published(query, manifest, SchedulingLinksV1.GET_NODE_MANIFEST.output().get(0));
  }

  private Manifest.Output output(String type, String file) {
    return new Manifest.Output(type, base + SchedulingLinksV1.FILES + "/" + file);
  }

  private Published<SlotFile> file(FileQuery query) {
    Instant now = clock.instant();
    List<? extends Resource> resources =
        switch (query.name()) {
          case LOCATIONS -> SlotResources.locations(bookings.places(now));
          case SCHEDULES -> SlotResources.schedules(slots(now));
          case SLOTS -> SlotResources.slots(slots(now), bookings.places(now));
          default -> throw Refusal.of(404, Violation.NOT_FOUND, "file", "there is no such file");
        };
    SlotFile file = new SlotFile(List.copyOf(resources), List.of());
    return published(query, file, SchedulingLinksV1.GET_NODE_FILE.output().get(0));
  }

  // A slot that has begun takes nobody more, so none of its places is free.
  private List<SlotUse> slots(Instant now) {
    return bookings.slots(now).stream()
        .map(use -> {
          boolean begun = !now.isBefore(use.slot().start().toInstant());
          return begun ? new SlotUse(use.slot(), use.slot().capacity()) : use;
        })
        .toList();
  }

  private static <T> Published<T> published(
      FileQuery query, T content, Format<Published<T>> format) {
    Published<T> untagged = new Published<>(content, "", true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      format.write(untagged, out);
    } catch (IOException e) {
      throw new UncheckedIOException("A byte array does not fail", e);
    }
    String tag = '"' + Digest.of(out.toByteArray()).toString().substring(0, TAG_LENGTH) + '"';
    return new Published<>(content, tag, !isKnown(tag, query.known()));
  }

  // RFC 9110, section 13.1.2: any tag of a list will do, compared weakly.
  private static boolean isKnown(String tag, String known) {
    return Arrays.stream(known.split(",", -1))
        .map(String::strip)
        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
        .anyMatch(each -> each.equals(tag) || each.equals("*"));
  }
}
