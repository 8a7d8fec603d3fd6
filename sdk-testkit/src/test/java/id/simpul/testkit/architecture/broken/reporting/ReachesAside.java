package id.simpul.testkit.architecture.broken.reporting;

import id.simpul.testkit.architecture.broken.health.Neighbour;

final class ReachesAside {
  void use(Neighbour neighbour) {}
}
