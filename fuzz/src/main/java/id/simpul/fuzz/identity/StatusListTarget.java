package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.identity.credential.StatusList;
import id.simpul.identity.internal.jose.Base64Url;
import java.util.Arrays;

/** Status lists: the bits of an entry, a digit, and the zlib stream after it. */
public final class StatusListTarget implements FuzzTarget {
  /** Makes the target. */
  public StatusListTarget() {}

  @Override
  public void run(byte[] input) {
    if (input.length == 0) {
      return;
    }
    JsonObject json =
        JsonObject.builder()
            .put("bits", JsonNumber.of(input[0] - '0'))
            .put("lst", Base64Url.encode(Arrays.copyOfRange(input, 1, input.length)))
            .build();
    Verifiers.attempt(() -> StatusList.of(json)).ifPresent(StatusListTarget::check);
  }

  private static void check(StatusList list) {
    require(StatusList.of(list.toJson()).equals(list), "changes when written");
    for (long index : new long[] {0, list.size() - 1L, list.size(), Long.MAX_VALUE}) {
      boolean inside = index >= 0 && index < list.size();
      require(
          Verifiers.attempt(() -> list.get(index)).isPresent() == inside, "has no end of its own");
    }
  }
}
