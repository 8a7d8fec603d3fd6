package id.simpul.testkit.architecture.broken.identity;

import id.simpul.testkit.architecture.broken.core.internal.Hidden;

/** Uses what another module keeps to itself. */
public final class ReachesInside {
  void use(Hidden hidden) {}
}
