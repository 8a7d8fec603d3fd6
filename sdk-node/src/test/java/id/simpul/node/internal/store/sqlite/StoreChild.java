package id.simpul.node.internal.store.sqlite;

import static id.simpul.node.internal.store.Samples.once;
import static id.simpul.node.internal.store.Samples.submission;

import id.simpul.node.internal.store.NonceUse;
import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.SubmissionOutcome.Appended;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;

/** What other processes do in these tests: write to a store and say what was acknowledged. */
final class StoreChild {
  /** Unbuffered, so that a line is out when it is written. */
  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

  private StoreChild() {}

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[1]);
    switch (args[0]) {
      case "forever" -> appendForever(file, args[2], Integer.parseInt(args[3]));
      case "some" -> appendSome(file, Integer.parseInt(args[2]));
      case "compete" -> compete(file, args[2], Integer.parseInt(args[3]));
      case "race" -> openAtOnce(file, args[2]);
      case "careless" -> appendWithoutSync(file, Integer.parseInt(args[2]));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  /**
   * Waits for other processes as long as it takes: SQLite's wait is not fair, and one that commits
   * again and again may keep another from its turn for longer than a node would wait.
   */
  static SqliteStore open(Path file) {
    SqliteOptions options = SqliteOptions.builder(file).busyTimeout(Duration.ofMinutes(1)).build();
    return SqliteStore.open(options, Samples.vault(), () -> Samples.START);
  }

  /** Several threads append until the process is killed. */
  private static void appendForever(Path file, String prefix, int threads) {
    SqliteStore store = open(file);
    for (int i = 0; i < threads; i++) {
      String mine = prefix + "t" + i + "n";
      new Thread(() -> appendForever(store, mine)).start();
    }
  }

  private static void appendForever(Store store, String prefix) {
    for (int n = 0; ; n++) {
      String name = prefix + n;
      say("try " + name);
      if (store.append(submission(name).once(once(name, name))).join() instanceof Appended) {
        say("ack " + name);
      }
    }
  }

  /** Appends one after another. */
  private static void appendSome(Path file, int count) {
    try (SqliteStore store = open(file)) {
      for (int i = 0; i < count; i++) {
        say("try " + i);
        store.append(submission("n" + i)).join();
        say("ack " + i);
      }
    }
  }

  /** Appends under the keys, and uses up the nonces, that another process wants too. */
  private static void compete(Path file, String name, int count) throws IOException {
    try (SqliteStore store = open(file)) {
      say("ready");
      System.in.read();
      say("effects " + compete(store, name, count));
    }
  }

  /** Opens a new file at the same moment as other processes. */
  private static void openAtOnce(Path file, String name) throws IOException {
    say("ready");
    System.in.read();
    try (SqliteStore store = open(file)) {
      store.append(submission(name)).join();
      say("appended");
    }
  }

  /** How many of the keys and of the nonces were this store's. */
  static String compete(Store store, String name, int count) {
    int appended = 0;
    int consumed = 0;
    for (int i = 0; i < count; i++) {
      NonceUse use = new NonceUse("peer", "n" + i, Samples.START.plusSeconds(60));
      appended +=
          store.append(submission(name + i).once(once("k" + i, "same"))).join() instanceof Appended
              ? 1
              : 0;
      consumed += store.consumeNonce(use).join() ? 1 : 0;
    }
    return appended + " " + consumed;
  }

  /** What a store that does not wait for the disk would look like to a tracer. */
  private static void appendWithoutSync(Path file, int count) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = wal");
      statement.execute("PRAGMA synchronous = OFF");
      statement.executeUpdate("CREATE TABLE t (x TEXT)");
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
        for (int i = 0; i < count; i++) {
          say("try " + i);
          insert.setString(1, "n" + i);
          insert.executeUpdate();
          say("ack " + i);
        }
      }
    }
  }

  private static synchronized void say(String line) {
    try {
      OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
