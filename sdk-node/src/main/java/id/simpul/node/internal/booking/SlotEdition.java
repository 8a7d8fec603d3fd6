package id.simpul.node.internal.booking;

import id.simpul.health.bulk.NdjsonWriter;
import id.simpul.health.fhir.Resource;
import id.simpul.health.vaccination.VaccinationPlace;
import id.simpul.health.vaccination.wire.Manifest;
import id.simpul.health.vaccination.wire.Published;
import id.simpul.health.vaccination.wire.SchedulingLinksV1;
import id.simpul.health.vaccination.wire.SlotFile;
import id.simpul.health.vaccination.wire.SlotResources;
import id.simpul.health.vaccination.wire.SlotUse;
import id.simpul.node.internal.booking.SlotShards.Line;
import id.simpul.node.internal.store.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All files of slots as they were at one time, written once for all readers and named by their
 * content, so that two processes of one node name the same alike.
 *
 * @param manifest the list of the files
 * @param files the files by name
 * @param left how many slots, the latest ones, found no room
 */
record SlotEdition(Published<Manifest> manifest, Map<String, Published<SlotFile>> files, int left) {
  /** The most bytes of all slots together, so that readers who take in 128 MiB have them all. */
  static final int MAX_BYTES = 48 * 1024 * 1024;

  private static final int TAG_LENGTH = 32;
  private static final int CHUNK = 1000;

  /**
   * Writes an edition.
   *
   * @param base the URL of the endpoint
   * @param changed when places, slots or bookings last changed
   * @param slots the slots by start
   * @param places their places
   */
  static SlotEdition of(
      String base, OffsetDateTime changed, List<SlotUse> slots, List<VaccinationPlace> places) {
    Map<String, Published<SlotFile>> files = new LinkedHashMap<>();
    List<Manifest.Output> output = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    int taken = slotLines(slots, places, lines);
    Shelf shelf = new Shelf(base + SchedulingLinksV1.FILES + "/", files, output);
    shelf.add("Location", "locations", lines(SlotResources.locations(places)));
    shelf.add("Schedule", "schedules", lines(SlotResources.schedules(slots.subList(0, taken))));
    shelf.add("Slot", "slots", lines);
    Manifest manifest = new Manifest(changed, base + SchedulingLinksV1.MANIFEST_PATH, output);
    Published<Manifest> untagged = new Published<>(manifest, "", true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      SchedulingLinksV1.GET_NODE_MANIFEST.output().get(0).write(untagged, out);
    } catch (IOException e) {
      throw noFailure(e);
    }
    return new SlotEdition(
        new Published<>(manifest, tag(out.toByteArray()), true), files, slots.size() - taken);
  }

  /** Where files are put. */
  private record Shelf(
      String url, Map<String, Published<SlotFile>> files, List<Manifest.Output> output) {
    void add(String type, String kind, List<Line> lines) {
      SlotShards.of(kind, lines)
          .forEach((name, bytes) -> {
            files.put(name, new Published<>(SlotFile.ofLines(bytes), tag(bytes), true));
            output.add(new Manifest.Output(type, url + name));
          });
    }
  }

  /** Writes slots until there is no more room; says how many of them. */
  private static int slotLines(
      List<SlotUse> slots, List<VaccinationPlace> places, List<Line> lines) {
    long bytes = 0;
    for (int from = 0; from < slots.size(); from += CHUNK) {
      List<SlotUse> some = slots.subList(from, Math.min(slots.size(), from + CHUNK));
      List<Line> written = lines(SlotResources.slots(some, places));
      bytes += written.stream().mapToLong(line -> line.bytes().length).sum();
      if (bytes > MAX_BYTES) {
        return from;
      }
      lines.addAll(written);
    }
    return slots.size();
  }

  private static List<Line> lines(List<? extends Resource> resources) {
    List<Line> lines = new ArrayList<>(resources.size());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (NdjsonWriter writer = NdjsonWriter.to(out)) {
      for (Resource resource : resources) {
        writer.write(resource);
        lines.add(new Line(resource.id().orElse(""), out.toByteArray()));
        out.reset();
      }
    } catch (IOException e) {
      throw noFailure(e);
    }
    return lines;
  }

  private static UncheckedIOException noFailure(IOException e) {
    return new UncheckedIOException("A byte array does not fail", e);
  }

  private static String tag(byte[] content) {
    return '"' + Digest.of(content).toString().substring(0, TAG_LENGTH) + '"';
  }
}
