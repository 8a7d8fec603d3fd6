package id.simpul.identity.credential;

import id.simpul.identity.EntityId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The lists used last, within a number and a size. Thread-safe. */
final class StatusListCache {
  private final Lock lock = new ReentrantLock();
  private final Map<Key, StatusListSlot> slots = new LinkedHashMap<>(16, 0.75f, true);
  private final int maxLists;
  private final long maxBytes;

  /** By issuer too, so that nobody answers with a list that another has signed. */
  private record Key(EntityId issuer, String uri) {}

  StatusListCache(int maxLists, long maxBytes) {
    this.maxLists = maxLists;
    this.maxBytes = maxBytes;
  }

  StatusListSlot slot(StatusListSource source) {
    Key key = new Key(source.issuer(), source.uri().toString());
    lock.lock();
    try {
      StatusListSlot slot = slots.computeIfAbsent(key, k -> new StatusListSlot());
      if (slots.size() > maxLists) {
        trim();
      }
      return slot;
    } finally {
      lock.unlock();
    }
  }

  /** Drops what was used least recently; called when a list has come. */
  void settle() {
    lock.lock();
    try {
      trim();
    } finally {
      lock.unlock();
    }
  }

  private void trim() {
    long bytes = 0;
    for (StatusListSlot slot : slots.values()) {
      bytes += slot.snapshot().bytes();
    }
    Iterator<StatusListSlot> oldest = slots.values().iterator();
    // A list may change its size meanwhile, so the sum is no promise that one is left.
    while (oldest.hasNext() && (slots.size() > maxLists || bytes > maxBytes)) {
      bytes -= oldest.next().snapshot().bytes();
      oldest.remove();
    }
  }
}
