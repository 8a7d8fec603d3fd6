package id.simpul.node.internal.booking;

import id.simpul.node.NodeConfig;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.store.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where vaccinations are booked, at a node that serves health; nothing at one that does not. */
public final class BookingDesk implements AutoCloseable {
  // Each waits for a commit, which many share.
  private static final int THREADS = 32;
  private static final int WAITING = 1024;

  private final List<Route<?, ?>> routes;
  private final @Nullable BlockingWork work;

  private BookingDesk(List<Route<?, ?>> routes, @Nullable BlockingWork work) {
    this.routes = List.copyOf(routes);
    this.work = work;
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
      return new BookingDesk(List.of(), null);
    }
    BlockingWork work = new BlockingWork("simpul-bookings", THREADS, WAITING);
    return new BookingDesk(
        BookingRoutes.of(config, store, new Persons(config.entityId(), key), work), work);
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
    if (work != null) {
      work.close();
    }
  }
}
