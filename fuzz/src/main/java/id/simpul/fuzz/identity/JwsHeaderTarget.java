package id.simpul.fuzz.identity;

import id.simpul.fuzz.FuzzTarget;
import java.nio.charset.StandardCharsets;

/** Protected headers, in a token with good claims and a signature that is believed. */
public final class JwsHeaderTarget implements FuzzTarget {
  private static final byte[] CLAIMS =
      "{\"iss\":\"%s\",\"iat\":%d,\"exp\":%d}"
          .formatted(
              Verifiers.ISSUER, Verifiers.NOW.getEpochSecond(), Verifiers.NOW.getEpochSecond() + 60)
          .getBytes(StandardCharsets.UTF_8);

  private final Verifiers verifiers = new Verifiers();

  /** Makes the target. */
  public JwsHeaderTarget() {}

  @Override
  public void run(byte[] input) {
    verifiers.verify(Verifiers.token(input, CLAIMS));
  }
}
