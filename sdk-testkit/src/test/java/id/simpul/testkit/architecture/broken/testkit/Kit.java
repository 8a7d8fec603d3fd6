package id.simpul.testkit.architecture.broken.testkit;

/** For tests alone. */
public final class Kit {}
