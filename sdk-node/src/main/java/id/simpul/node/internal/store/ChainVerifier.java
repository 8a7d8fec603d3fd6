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
  private final EventLog log;
  private final int page;

  /**
   * Creates a verifier.
   *
   * @param log the log to walk
   */
  public ChainVerifier(EventLog log) {
    this(log, EventLog.MAX_PAGE);
  }

  ChainVerifier(EventLog log, int page) {
    this.log = Objects.requireNonNull(log, "log");
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
    Walk walk = new Walk(log.head(), witness);
    try {
      List<Event> events = log.eventsAfter(walk.reached.sequence(), page);
      while (!events.isEmpty()) {
        for (Event event : events) {
          Optional<Reason> misfit = walk.step(event);
          if (misfit.isPresent()) {
            return new Broken(walk.next(), misfit.get());
          }
        }
        events = log.eventsAfter(walk.reached.sequence(), page);
      }
    } catch (StoreException e) {
      if (e.kind() != StoreException.Kind.EVENT_UNREADABLE) {
        throw e;
      }
      return new Broken(walk.next(), Reason.UNREADABLE);
    }
    return walk.end();
  }

  /** How far the walk has come. Used by one thread. */
  private static final class Walk {
    private final ChainHead recorded;
    private final ChainHead witness;
    private ChainHead reached = ChainHead.EMPTY;

    Walk(ChainHead recorded, ChainHead witness) {
      this.recorded = recorded;
      this.witness = Objects.requireNonNull(witness, "witness");
    }

    long next() {
      return reached.sequence() + 1;
    }

    /** Goes on to an event, or says why it is not the one that comes next. */
    Optional<Reason> step(Event event) {
      Envelope envelope = event.envelope();
      if (event.sequence() != next()) {
        return Optional.of(Reason.MISSING);
      }
      if (!Digest.of(event.payload()).equals(envelope.payloadDigest())) {
        return Optional.of(Reason.PAYLOAD_CHANGED);
      }
      if (!envelope.digest().equals(event.digest())) {
        return Optional.of(Reason.ENVELOPE_CHANGED);
      }
      if (!envelope.previousDigest().equals(reached.digest())) {
        return Optional.of(Reason.LINK_BROKEN);
      }
      ChainHead here = new ChainHead(event.sequence(), event.digest());
      if (contradicts(here, recorded) || contradicts(here, witness)) {
        return Optional.of(Reason.HEAD_DIFFERS);
      }
      reached = here;
      return Optional.empty();
    }

    /** The log may have grown since its head was read: it may end after it, but never before. */
    ChainReport end() {
      if (reached.sequence() < Math.max(recorded.sequence(), witness.sequence())) {
        return new Broken(next(), Reason.MISSING);
      }
      return new Intact(reached);
    }

    private static boolean contradicts(ChainHead here, ChainHead known) {
      return here.sequence() == known.sequence() && !here.digest().equals(known.digest());
    }
  }
}
