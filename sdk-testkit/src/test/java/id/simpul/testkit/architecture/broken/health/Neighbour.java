package id.simpul.testkit.architecture.broken.health;

/** Another capability. */
public final class Neighbour {}
