package id.simpul.fuzz.identity;

import id.simpul.fuzz.FuzzTarget;
import java.nio.charset.StandardCharsets;

/** Claims, in a token with a good header and a signature that is believed. */
public final class JwsClaimsTarget implements FuzzTarget {
  private static final byte[] HEADER =
      "{\"alg\":\"Ed25519\",\"typ\":\"%s\",\"kid\":\"key-Ed25519\"}"
          .formatted(Verifiers.TYP)
          .getBytes(StandardCharsets.UTF_8);

  private final Verifiers verifiers = new Verifiers();

  /** Makes the target. */
  public JwsClaimsTarget() {}

  @Override
  public void run(byte[] input) {
    verifiers.verify(Verifiers.token(HEADER, input));
  }
}
