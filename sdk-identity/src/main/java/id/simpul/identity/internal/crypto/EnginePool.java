package id.simpul.identity.internal.crypto;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Engines that hold one key, each used by one thread at a time. A few are kept for the next call,
 * so that the key is taken in no more often than that; there is nothing per thread, of which there
 * may be any number. Thread-safe.
 */
final class EnginePool {
  /** How many engines wait; when more are at work, the others are dropped afterwards. */
  static final int KEPT = 16;

  /** Makes an engine that holds the key. */
  @FunctionalInterface
  interface Maker {
    Signature make() throws GeneralSecurityException;
  }

  private final AtomicReferenceArray<@Nullable Signature> kept = new AtomicReferenceArray<>(KEPT);
  private final Maker maker;

  /** Starts with one engine, so that a key nobody can use is found here. */
  EnginePool(Maker maker) throws GeneralSecurityException {
    this.maker = maker;
    giveBack(maker.make());
  }

  Signature take() throws GeneralSecurityException {
    for (int i = 0; i < KEPT; i++) {
      // Looking first spares the others the write.
      if (kept.getPlain(i) != null) {
        Signature engine = kept.getAndSet(i, null);
        if (engine != null) {
          return engine;
        }
      }
    }
    return maker.make();
  }

  /** Only of engines that did what they were asked; the state of the others is unknown. */
  void giveBack(Signature engine) {
    for (int i = 0; i < KEPT; i++) {
      if (kept.getPlain(i) == null && kept.compareAndSet(i, null, engine)) {
        return;
      }
    }
  }
}
