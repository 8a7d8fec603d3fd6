package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.identity.http.ContentDigest;
import java.util.Base64;

/** A {@code Content-Digest} and, on the lines after it, the content. */
public final class ContentDigestTarget implements FuzzTarget {
  private static final String CANONICAL = "sha-256=:";

  /** Makes the target. */
  public ContentDigestTarget() {}

  @Override
  public void run(byte[] input) {
    Input cut = Input.cut(input);
    boolean taken =
        Verifiers.attempt(
                () -> {
                  ContentDigest.verify(cut.line(), cut.rest());
                  return true;
                })
            .isPresent();
    String own = ContentDigest.of(cut.rest());
    ContentDigest.verify(own, cut.rest());
    if (taken && cut.line().contains(CANONICAL)) {
      require(cut.line().contains(own.substring(CANONICAL.length())), "takes another digest");
    }
    require(
        Base64.getDecoder().decode(own.substring(CANONICAL.length(), own.length() - 1)).length
            == 32,
        "writes a digest of another length");
  }
}
