package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.identity.EntityId;

/** Names of entities: https, or plain http on this machine alone. */
public final class EntityIdTarget implements FuzzTarget {
  /** Makes the target. */
  public EntityIdTarget() {}

  @Override
  public void run(byte[] input) {
    String text = Input.utf8(input);
    EntityId id;
    try {
      id = new EntityId(text);
    } catch (IllegalArgumentException e) {
      return;
    }
    require(id.value().equals(text), "is not what was given");
    require(text.length() <= EntityId.MAX_LENGTH, "is longer than its bound");
    require(
        text.startsWith("https://") != id.isInsecureLoopback(), "is neither https nor loopback");
    require(
        !id.isInsecureLoopback()
            || text.matches("http://(localhost|127\\.0\\.0\\.1|\\[::1])[:/]?.*"),
        "is plain http elsewhere");
  }
}
