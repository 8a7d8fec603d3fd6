package id.simpul.testkit.architecture.broken.core;

import tools.jackson.databind.JsonNode;

/** Makes its users depend on a library. */
public final class ShowsStrangers {
  /** Takes it. */
  public void take(JsonNode node) {}
}
