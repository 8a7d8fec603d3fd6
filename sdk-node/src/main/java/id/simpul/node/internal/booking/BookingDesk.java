package id.simpul.node.internal.booking;

import id.simpul.node.NodeConfig;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.store.Store;
import java.util.ArrayList;
import java.util.List;

/** Where vaccinations are booked, at a node that serves health; nothing at one that does not. */
public final class BookingDesk implements AutoCloseable {
  // Each waits for a commit, which many share.
  private static final int THREADS = 32;
  private static final int WAITING = 1024;

  // What is published is written once for all, so that a few threads answer many.
  private static final int PUBLISHING_THREADS = 2;
  private static final int READERS_WAITING = 256;

  private final List<Route<?, ?>> routes;
  private final List<BlockingWork> work;

  private BookingDesk(List<Route<?, ?>> routes, List<BlockingWork> work) {
    this.routes = List.copyOf(routes);
    this.work = List.copyOf(work);
  }

  /**
   * Opens the desk.
   *
   * @param config what the node does
   * @param store where bookings are kept
   * @param key the node's own secret, the same in all its processes
   * @return the desk, without routes and threads when the node does not serve health
   */
  public static BookingDesk open(NodeConfig config, Store store, byte[] key) {
    if (!config.health().serves()) {
      return new BookingDesk(List.of(), List.of());
    }
    BlockingWork booking = new BlockingWork("simpul-bookings", THREADS, WAITING);
    BlockingWork publishing = new BlockingWork("simpul-slots", PUBLISHING_THREADS, READERS_WAITING);
    SlotEditions editions =
        new SlotEditions(
            config.baseUrl() + NodePaths.VACCINATION,
            store,
            new Answers(config.timeZone()),
            config.clock());
    List<Route<?, ?>> routes =
        new ArrayList<>(
            BookingRoutes.of(config, store, new Persons(config.entityId(), key), booking));
    routes.addAll(new SlotPublication(editions).routes(publishing));
    return new BookingDesk(routes, List.of(booking, publishing));
  }

  /**
   * What is served.
   *
   * @return the routes, possibly none
   */
  public List<Route<?, ?>> routes() {
    return routes;
  }

  @Override
  public void close() {
    work.forEach(BlockingWork::close);
  }
}
