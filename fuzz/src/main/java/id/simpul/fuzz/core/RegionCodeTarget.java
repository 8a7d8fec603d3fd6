package id.simpul.fuzz.core;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.value.RegionCode;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import java.util.Optional;

/** Region codes of both schemes: every region lies in a province, by levels that rise. */
public final class RegionCodeTarget implements FuzzTarget {
  private static final String EDITION = "2025";

  /** Makes the target. */
  public RegionCodeTarget() {}

  @Override
  public void run(byte[] input) {
    for (RegionCode.Scheme scheme : RegionCode.Scheme.values()) {
      RegionCode code;
      try {
        code = new RegionCode(scheme, EDITION, Input.utf8(input));
      } catch (IllegalArgumentException e) {
        continue;
      }
      check(code);
    }
  }

  private static void check(RegionCode code) {
    require(code.within(code), "does not lie in itself");
    Optional<RegionCode> parent = code.parent();
    if (parent.isPresent()) {
      require(code.level().compareTo(parent.get().level()) > 0, "lies beside its parent");
      require(code.within(parent.get()), "does not lie in its parent");
      check(parent.get());
    } else {
      require(code.level() == RegionCode.Level.PROVINCE, "has no parent and is no province");
    }
  }
}
