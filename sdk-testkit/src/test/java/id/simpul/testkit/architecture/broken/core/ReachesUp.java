package id.simpul.testkit.architecture.broken.core;

import id.simpul.testkit.architecture.broken.identity.ReachesInside;

final class ReachesUp {
  void use(ReachesInside above) {}
}
