package id.simpul.node.internal.store.commit;

import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoreException.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sessions without a database that keep a journal and fail when told to. */
final class FakeSessions implements SessionSource<FakeSessions.Session> {
  /** What the fake database says when a command is at fault. */
  static final String BAD_COMMAND = "bad command";

  /** What the fake database says when the disk is at fault. */
  static final String BAD_DISK = "bad disk";

  /** Something that happens in the fake database; it may fail or wait. */
  interface Hook {
    void run() throws SQLException;
  }

  final List<String> journal = new CopyOnWriteArrayList<>();
  final AtomicInteger opened = new AtomicInteger();
  volatile Hook onOpen = () -> {};
  volatile Hook onCommit = () -> {};
  volatile Hook onProbe = () -> {};
  volatile Hook onTidy = () -> {};

  @Override
  public String name() {
    return "fake store";
  }

  @Override
  public Session open() throws SQLException {
    onOpen.run();
    opened.incrementAndGet();
    return new Session();
  }

  @Override
  public StoreException explain(SQLException failure, String where) {
    Kind kind = BAD_DISK.equals(failure.getMessage()) ? Kind.IO : Kind.REJECTED;
    return StoreException.of(kind, name(), where, failure);
  }

  /** A session that writes into the journal. */
  final class Session implements WriteSession {
    private @Nullable StringBuilder written;

    void write(String what) {
      if (written == null) {
        throw new IllegalStateException("Not in a transaction");
      }
      written.append(what);
    }

    @Override
    public void begin() {
      written = new StringBuilder();
    }

    @Override
    public long written() {
      return written == null ? 0 : written.length();
    }

    @Override
    public void commit() throws SQLException {
      onCommit.run();
      journal.add("commit " + written);
      written = null;
    }

    @Override
    public void probe() throws SQLException {
      onProbe.run();
      write("probe");
    }

    @Override
    public boolean tidy() throws SQLException {
      onTidy.run();
      write("tidy");
      return false;
    }

    @Override
    public void close() {
      journal.add(written == null ? "close" : "give up " + written);
    }
  }
}
