import org.jspecify.annotations.NullMarked;

/** A durable queue on SQLite for clients that lose the network. */
@NullMarked
module id.simpul.queue {
  requires transitive id.simpul.core;
  requires java.sql;
  requires org.xerial.sqlitejdbc;

  exports id.simpul.queue;
}
