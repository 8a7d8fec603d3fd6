package id.simpul.testkit.architecture.broken.unmarked;

final class Unmarked {}
