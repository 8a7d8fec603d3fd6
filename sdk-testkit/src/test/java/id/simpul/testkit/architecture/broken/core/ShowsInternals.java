package id.simpul.testkit.architecture.broken.core;

import id.simpul.testkit.architecture.broken.core.internal.Hidden;
import java.util.List;

/** Hands out what is internal, if only as a type argument. */
public final class ShowsInternals {
  /** Shows it. */
  public List<Hidden> all() {
    return List.of();
  }
}
