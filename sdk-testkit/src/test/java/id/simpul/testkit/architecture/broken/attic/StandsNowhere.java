package id.simpul.testkit.architecture.broken.attic;

final class StandsNowhere {}
