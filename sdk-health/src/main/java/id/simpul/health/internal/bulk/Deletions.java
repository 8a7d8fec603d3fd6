package id.simpul.health.internal.bulk;

import id.simpul.core.format.FormatException;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.wire.ResourceKey;
import java.util.ArrayList;
import java.util.List;

/** What a transaction of an export's {@code deleted} files deletes. */
public final class Deletions {
  private static final String DELETE = "DELETE";

  private Deletions() {}

  /**
   * The records a transaction deletes.
   *
   * @param bundle the transaction
   * @return their keys, in order
   * @throws FormatException when it does anything else
   */
  public static List<ResourceKey> of(Bundle bundle) throws FormatException {
    List<ResourceKey> keys = new ArrayList<>();
    for (Bundle.Entry entry : bundle.entry()) {
      String method = entry.request().flatMap(Bundle.Request::method).orElse("");
      String[] steps = entry.request().flatMap(Bundle.Request::url).orElse("").split("/", -1);
      if (!method.equals(DELETE) || steps.length != 2 || !ResourceKey.isId(steps[1])) {
        throw new FormatException("entry", "a bundle of what was deleted deletes and does no more");
      }
      try {
        keys.add(new ResourceKey(steps[0], steps[1]));
      } catch (IllegalArgumentException e) {
        // Its message may quote the name.
        throw new FormatException("entry", "names no kind of resource");
      }
    }
    return List.copyOf(keys);
  }
}
