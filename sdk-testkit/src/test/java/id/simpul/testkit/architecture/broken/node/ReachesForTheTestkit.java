package id.simpul.testkit.architecture.broken.node;

import id.simpul.testkit.architecture.broken.testkit.Kit;

final class ReachesForTheTestkit {
  void use(Kit kit) {}
}
