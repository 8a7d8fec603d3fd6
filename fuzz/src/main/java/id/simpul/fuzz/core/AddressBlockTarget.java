package id.simpul.fuzz.core;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.value.AddressBlock;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;

/** Blocks of addresses: one that is taken is read again as the same block. */
public final class AddressBlockTarget implements FuzzTarget {
  /** Makes the target. */
  public AddressBlockTarget() {}

  @Override
  public void run(byte[] input) {
    AddressBlock block;
    try {
      block = AddressBlock.of(Input.text(input));
    } catch (IllegalArgumentException e) {
      // The one refusal that is declared; the settings of a node wrap it.
      return;
    }
    AddressBlock again = AddressBlock.of(block.toString());
    require(again.contains(block) && block.contains(again), "changes when written");
  }
}
