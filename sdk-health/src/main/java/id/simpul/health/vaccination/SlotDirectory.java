package id.simpul.health.vaccination;

import id.simpul.core.CallException;
import id.simpul.health.bulk.LineError;
import id.simpul.health.fhir.Location;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.Schedule;
import id.simpul.health.fhir.Slot;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.vaccination.wire.Manifest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The slots a publisher offers by SMART Scheduling Links, a Simpul node or any other. Everything is
 * asked for with the {@code ETag} it had, as often as {@code Cache-Control} says and no more than
 * once a minute, however often it is read here.
 *
 * <p>A manifest may point anywhere. Files at its own origin are read as the manifest is; those of
 * other origins only by https and from public addresses. No credential is ever sent. Thread-safe:
 * one thread asks, and the others get what was read before, or wait for it where there is nothing.
 */
public final class SlotDirectory implements AutoCloseable {
  /** How long a publisher is left in peace at least ("once per minute"). */
  public static final Duration MIN_INTERVAL = Duration.ofMinutes(1);

  /** How long a publisher can ask to be left in peace. */
  public static final Duration MAX_INTERVAL = Duration.ofHours(1);

  /** The most files that are read. */
  public static final int MAX_FILES = 256;

  /** The largest file in bytes. */
  public static final int MAX_FILE_BYTES = 32 * 1024 * 1024;

  /** The most slots that are kept; what is beyond is told of as a problem. */
  public static final int MAX_SLOTS = 200_000;

  /** The most bytes of all files together; what is beyond is not read, and told of as a problem. */
  public static final long MAX_BYTES = 4L * MAX_FILE_BYTES;

  /** The most resources of all files together, told of alike. */
  public static final int MAX_RESOURCES = 2 * MAX_SLOTS;

  /** How long one reading asks for files; what it did not come to stays as it was. */
  public static final Duration MAX_READING = Duration.ofMinutes(5);

  private final URI manifestUrl;
  private final PublishedFiles files;
  private final InstantSource clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Known known = new Known(null, null, Instant.MIN);
  // Of whoever has the lock.
  private PublishedFiles.@Nullable Read<Manifest> manifest;

  SlotDirectory(URI manifestUrl, PublishedFiles files, InstantSource clock) {
    this.manifestUrl = manifestUrl;
    this.files = files;
    this.clock = clock;
  }

  /** What is known, and until when nobody is asked. */
  private record Known(@Nullable SlotList list, @Nullable CallException failure, Instant next) {
    /** The slots; before there were any, why not. */
    SlotList get() {
      if (list != null) {
        return list;
      }
      throw Objects.requireNonNull(failure, "failure");
    }
  }

  /**
   * Starts a directory.
   *
   * @param manifest the manifest's URL, which ends in {@code $bulk-publish} as a rule
   * @return a builder with the defaults its methods state
   * @throws IllegalArgumentException when the URL is not {@code http(s)://host[:port]/path}
   */
  public static SlotDirectoryBuilder builder(URI manifest) {
    return new SlotDirectoryBuilder(manifest);
  }

  /**
   * The slots, asked for anew when it is time.
   *
   * @return the slots, with what could not be read of them
   * @throws CallException when the manifest cannot be had; it is not asked for again within the
   *     minute, and {@link #last} has what was read before
   */
  public SlotList latest() {
    Known before = known;
    if (clock.instant().isBefore(before.next())) {
      return before.get();
    }
    if (before.list() == null) {
      reading.lock();
    } else if (!reading.tryLock()) {
      return before.list();
    }
    try {
      Instant now = clock.instant();
      return now.isBefore(known.next()) ? known.get() : read(now);
    } finally {
      reading.unlock();
    }
  }

  private SlotList read(Instant now) {
    PublishedFiles.Read<Manifest> read;
    try {
      read = files.manifest(manifestUrl, manifest, now);
    } catch (CallException e) {
      known = new Known(known.list(), e, PublishedFiles.after(e, now));
      throw e;
    }
    manifest = read;
    SlotList list = list(read.content(), now, read.nextAt());
    known = new Known(list, null, read.nextAt());
    return list;
  }

  /**
   * The slots as they were read last. Asks nobody and waits for nobody.
   *
   * @return the slots, or empty before anything was read
   */
  public Optional<SlotList> last() {
    return Optional.ofNullable(known.list());
  }

  private SlotList list(Manifest manifest, Instant now, Instant next) {
    OneReading reading = new OneReading(now, clock);
    List<LineError> problems = reading.problems();
    Map<String, Location> locations = new HashMap<>();
    Map<String, Schedule> schedules = new HashMap<>();
    List<Slot> slots = new ArrayList<>();
    for (Resource resource : resources(manifest, reading)) {
      if (resource instanceof Location location) {
        location.id().ifPresent(id -> locations.put(id, location));
      } else if (resource instanceof Schedule schedule) {
        schedule.id().ifPresent(id -> schedules.put(id, schedule));
      } else if (resource instanceof Slot slot) {
        slots.add(slot);
      }
    }
    if (slots.size() > MAX_SLOTS) {
      problems.add(whole("manifest", "there are more than " + MAX_SLOTS + " slots"));
      slots = slots.subList(0, MAX_SLOTS);
    }
    List<VaccinationSlot> joined = new ArrayList<>(slots.size());
    for (Slot slot : slots) {
      Schedule schedule = slot.schedule().map(r -> schedules.get(tail(r))).orElse(null);
      joined.add(new VaccinationSlot(slot, schedule, location(schedule, locations)));
    }
    return new SlotList(joined, problems, manifest.transactionTime().orElse(null), now, next);
  }

  private static @Nullable Location location(
      @Nullable Schedule schedule, Map<String, Location> locations) {
    if (schedule == null) {
      return null;
    }
    for (Reference actor : schedule.actor()) {
      Location location = locations.get(tail(actor));
      if (location != null) {
        return location;
      }
    }
    return null;
  }

  private static String tail(Reference reference) {
    String text = reference.reference().orElse("");
    return text.substring(text.lastIndexOf('/') + 1);
  }

  private List<Resource> resources(Manifest manifest, OneReading reading) {
    List<LineError> problems = reading.problems();
    List<Resource> resources = new ArrayList<>();
    int read = 0;
    for (Manifest.Output file : manifest.output()) {
      // Files of other kinds are none of ours (section "Manifest File").
      if (!List.of("Location", "Schedule", "Slot").contains(file.type())) {
        continue;
      }
      if (read == MAX_FILES) {
        problems.add(whole("manifest", "it names more than " + MAX_FILES + " files"));
        break;
      }
      read++;
      resources.addAll(files.resources(manifestUrl, file, reading));
      if (reading.isSpent()) {
        problems.add(whole("manifest", "its files together are larger than is read"));
        break;
      }
    }
    files.keepOnly(reading);
    return resources;
  }

  static LineError whole(String source, String reason) {
    return new LineError(source, 0, 0, reason);
  }

  @Override
  public void close() {
    files.close();
  }

  @Override
  public String toString() {
    return "SlotDirectory[" + manifestUrl + "]";
  }
}
