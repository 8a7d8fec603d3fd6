package id.simpul.node.internal.store;

import id.simpul.node.internal.store.ChainReport.Broken;
import id.simpul.node.internal.store.ChainReport.Intact;
import id.simpul.node.internal.store.ChainReport.Reason;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Walks the log and names the first event that does not fit. Finds edits, swaps, deletions and a
 * log cut short. Whoever may rewrite the whole database can also rewrite the whole chain; that is
 * found only with a head witnessed elsewhere, see {@link #verify(ChainHead)}.
 */
public final class ChainVerifier {
  private final Store store;
  private final int page;

  /**
   * Creates a verifier.
   *
   * @param store whose log to walk
   */
  public ChainVerifier(Store store) {
    this(store, Store.MAX_PAGE);
  }

  ChainVerifier(Store store, int page) {
    this.store = Objects.requireNonNull(store, "store");
    this.page = page;
  }

  /**
   * Walks the log up to the head that the database itself records.
   *
   * @return intact, or the first event that does not fit
   * @throws StoreException when the database cannot be read
   */
  public ChainReport verify() {
    return verify(ChainHead.EMPTY);
  }

  /**
   * Walks the log and compares it with a head kept elsewhere.
   *
   * @param witness a head that was seen earlier
   * @return intact, or the first event that does not fit
   * @throws StoreException when the database cannot be read
   */
  public ChainReport verify(ChainHead witness) {
    ChainHead recorded = store.head();
    ChainHead reached = ChainHead.EMPTY;
    while (true) {
      List<Event> events;
      try {
        events = store.eventsAfter(reached.sequence(), page);
      } catch (StoreException e) {
        if (e.kind() != StoreException.Kind.EVENT_UNREADABLE) {
          throw e;
        }
        return new Broken(reached.sequence() + 1, Reason.UNREADABLE);
      }
      if (events.isEmpty()) {
        return atEnd(reached, recorded, witness);
      }
      for (Event event : events) {
        Optional<Reason> reason = misfit(event, reached);
        if (reason.isPresent()) {
          return new Broken(reached.sequence() + 1, reason.get());
        }
        reached = new ChainHead(event.sequence(), event.digest());
        if (contradicts(reached, recorded) || contradicts(reached, witness)) {
          return new Broken(reached.sequence(), Reason.HEAD_DIFFERS);
        }
      }
    }
  }

  /** The log may have grown since the head was read, so it may end after it but never before. */
  private static ChainReport atEnd(ChainHead reached, ChainHead recorded, ChainHead witness) {
    if (reached.sequence() < Math.max(recorded.sequence(), witness.sequence())) {
      return new Broken(reached.sequence() + 1, Reason.MISSING);
    }
    return new Intact(reached);
  }

  private static boolean contradicts(ChainHead reached, ChainHead known) {
    return reached.sequence() == known.sequence() && !reached.digest().equals(known.digest());
  }

  private static Optional<Reason> misfit(Event event, ChainHead before) {
    Envelope envelope = event.envelope();
    if (event.sequence() != before.sequence() + 1) {
      return Optional.of(Reason.MISSING);
    }
    if (!Digest.of(event.payload()).equals(envelope.payloadDigest())) {
      return Optional.of(Reason.PAYLOAD_CHANGED);
    }
    if (!envelope.digest().equals(event.digest())) {
      return Optional.of(Reason.ENVELOPE_CHANGED);
    }
    if (!envelope.previousDigest().equals(before.digest())) {
      return Optional.of(Reason.LINK_BROKEN);
    }
    return Optional.empty();
  }
}
