package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** What every resolution of one resolver is made of. Immutable. */
record ResolverSettings(
    Map<EntityId, TrustAnchor> anchors,
    StatementFetcher fetcher,
    LoopbackPolicy loopback,
    InstantSource clock,
    LongSupplier ticker,
    TrustMarkVerifier marks,
    Set<String> markTypes,
    KeySets keySets) {
  /** The same, fetching with another fetcher. */
  ResolverSettings with(StatementFetcher other) {
    return new ResolverSettings(anchors, other, loopback, clock, ticker, marks, markTypes, keySets);
  }

  /** Reads statements with the present time, and with the keys that were met before. */
  StatementReader reader() {
    return new StatementReader(clock.instant(), keySets);
  }
}
