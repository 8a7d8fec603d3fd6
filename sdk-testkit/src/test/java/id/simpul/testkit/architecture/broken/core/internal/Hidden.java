package id.simpul.testkit.architecture.broken.core.internal;

/** Not for others. */
public final class Hidden {}
