package id.simpul.health.internal.reconciliation;

/**
 * Which items belong together. A set goes by its smallest item, so that the same links give the
 * same sets in whatever order they come. Not thread-safe.
 */
public final class DisjointSets {
  private final int[] parent;

  /** Items 0 to size - 1, each by itself. */
  public DisjointSets(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  /** The smallest item of the set an item is in. */
  public int root(int item) {
    int at = item;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Makes one set of two. */
  public void join(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }
}
