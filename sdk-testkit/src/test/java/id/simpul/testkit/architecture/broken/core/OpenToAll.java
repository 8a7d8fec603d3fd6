package id.simpul.testkit.architecture.broken.core;

/** Anybody may extend it, and nobody has thought about that. */
public class OpenToAll {}
