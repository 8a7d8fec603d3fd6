package id.simpul.fuzz.core;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.value.Nik;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import java.util.Optional;

/** NIK: sixteen ASCII digits or nothing, and never shown. */
public final class NikTarget implements FuzzTarget {
  /** Makes the target. */
  public NikTarget() {}

  @Override
  public void run(byte[] input) {
    String text = Input.utf8(input);
    Optional<Nik> nik = Nik.parse(text);
    require(
        nik.isPresent() == (Nik.judge(text) == Nik.Verdict.PLAUSIBLE), "two verdicts on one text");
    nik.ifPresent(n -> {
      require(n.reveal().equals(text) && text.matches("[0-9]{16}"), "is not what was given");
      require(n.toString().equals("*".repeat(16)), "shows itself");
    });
  }
}
