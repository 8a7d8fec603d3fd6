package id.simpul.node.internal.store;

import id.simpul.health.wire.ResourceKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Who saw which health records. Only added to; of what is written, events tell. */
public interface FhirTrail {
  /** The most accesses read at once. */
  int MAX_PAGE = 1000;

  /**
   * Adds an access. Shares its commit with whatever else is written at the time.
   *
   * @param access who saw what
   * @return completes when it is on disk; fails with a {@link StoreException} when it is not, and
   *     then nothing may be shown
   */
  CompletableFuture<Void> add(FhirAccess access);

  /**
   * The accesses in the order they were added.
   *
   * @param number the last that was read before, 0 for none
   * @param of the one resource to look for, or null for all
   * @param limit how many, 1 to {@value #MAX_PAGE}
   * @return those behind it
   */
  List<FhirAccess.Kept> after(long number, @Nullable ResourceKey of, int limit);
}
