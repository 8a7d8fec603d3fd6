package id.simpul.node.internal.booking;

import id.simpul.core.operation.Violation;
import id.simpul.health.vaccination.wire.FileQuery;
import id.simpul.health.vaccination.wire.Published;
import id.simpul.health.vaccination.wire.SchedulingLinksV1;
import id.simpul.health.vaccination.wire.SlotFile;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.http.Success;
import id.simpul.node.internal.security.Access;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Publishes the slots by SMART Scheduling Links to anybody.
 *
 * @param editions what is published
 */
record SlotPublication(SlotEditions editions) {
  /** How long readers are asked to wait before they ask again. */
  static final Duration MAX_AGE = Duration.ofMinutes(1);

  /**
   * What is served.
   *
   * @param work runs it, apart from bookings, which anybody's reading must not hold up
   */
  List<Route<?, ?>> routes(BlockingWork work) {
    return List.of(
        new Route<>(
            NodePaths.VACCINATION,
            SchedulingLinksV1.GET_NODE_MANIFEST,
            Access.OPEN,
            (query, call) -> work.submit(() -> known(query, editions.current().manifest())),
            SlotPublication::success),
        new Route<>(
            NodePaths.VACCINATION,
            SchedulingLinksV1.GET_NODE_FILE,
            Access.OPEN,
            (query, call) -> work.submit(() -> known(query, file(query))),
            SlotPublication::success));
  }

  private static Success success(Published<?> file) {
    Success success = file.modified() ? Success.OK : Success.of(304).withoutContent();
    return success
        .with("ETag", file.entityTag())
        .with("Cache-Control", "public, max-age=" + MAX_AGE.toSeconds());
  }

  private Published<SlotFile> file(FileQuery query) {
    Published<SlotFile> file = editions.current().files().get(query.name());
    if (file == null) {
      throw Refusal.of(404, Violation.NOT_FOUND, "file", "there is no such file");
    }
    return file;
  }

  private static <T> Published<T> known(FileQuery query, Published<T> file) {
    return isKnown(file.entityTag(), query.known())
        ? new Published<>(file.content(), file.entityTag(), false)
        : file;
  }

  // RFC 9110, section 13.1.2: any tag of a list will do, compared weakly.
  private static boolean isKnown(String tag, String known) {
    return Arrays.stream(known.split(",", -1))
        .map(String::strip)
        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
        .anyMatch(each -> each.equals(tag) || each.equals("*"));
  }
}
