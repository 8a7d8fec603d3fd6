package id.simpul.fuzz.core;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.operation.MediaType;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import java.util.Optional;

/** {@code Content-Type}: nothing is thrown, and what was read is read again when it is written. */
public final class MediaTypeTarget implements FuzzTarget {
  /** Makes the target. */
  public MediaTypeTarget() {}

  @Override
  public void run(byte[] input) {
    Optional<MediaType> type = MediaType.parse(Input.text(input));
    type.ifPresent(
        t -> require(MediaType.parse(t.toString()).equals(type), "changes when it is written"));
  }
}
