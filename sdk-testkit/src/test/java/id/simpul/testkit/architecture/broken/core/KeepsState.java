package id.simpul.testkit.architecture.broken.core;

final class KeepsState {
  static int count;

  private KeepsState() {}
}
