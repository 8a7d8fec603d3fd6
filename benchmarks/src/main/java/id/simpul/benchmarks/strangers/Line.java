package id.simpul.benchmarks.strangers;

import id.simpul.benchmarks.durable.LoadConnection;

/** A connection of one sender, and when the request on it was due. Not thread-safe. */
final class Line {
  private final Sender sender;
  private final LoadConnection connection;
  private long dueAt;

  Line(Sender sender, LoadConnection connection) {
    this.sender = sender;
    this.connection = connection;
  }

  Sender sender() {
    return sender;
  }

  LoadConnection connection() {
    return connection;
  }

  long dueAt() {
    return dueAt;
  }

  void due(long at) {
    dueAt = at;
  }
}
