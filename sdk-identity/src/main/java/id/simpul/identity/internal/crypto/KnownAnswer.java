package id.simpul.identity.internal.crypto;

import id.simpul.identity.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A key and a message from a standard, and the SHA-256 of the signature it prints, which for
 * ML-DSA-65 is long. The keys are public.
 */
@SuppressWarnings("ArrayRecordComponent") // handed on within this package, compared by nobody
record KnownAnswer(LocalSigningKey key, byte[] message, String signatureDigest) {
  private static final HexFormat HEX = HexFormat.of();

  static KnownAnswer of(SignatureAlgorithm algorithm) {
    return switch (algorithm) {
      case ED25519 -> ed25519();
      case ES256 -> es256();
      case ML_DSA_65 -> mlDsa65();
    };
  }

  /** RFC 8032, section 7.1, test 3. */
  private static KnownAnswer ed25519() {
    String seed = "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7";
    return new KnownAnswer(
        Ed25519PrivateKey.of(HEX.parseHex(seed)).orElseThrow(),
        HEX.parseHex("af82"),
        "d9a913bf1632c8c001705e3f13a0f695e8c9f44a00e3a8685ea56a812e35979f");
  }

  /** RFC 6979, appendix A.2.5, SHA-256, "sample". */
  private static KnownAnswer es256() {
    String scalar = "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721";
    return new KnownAnswer(
        Es256PrivateKey.of(HEX.parseHex(scalar)).orElseThrow(),
        "sample".getBytes(StandardCharsets.US_ASCII),
        "4fcde4e833915b042f4a3d6b46dc94444f4f4b723f8bb156a9c2009f736e965e");
  }

  /** RFC 9964, appendix A.1: the seed of zeros and the signing input of a JWS. */
  private static KnownAnswer mlDsa65() {
    String input =
        "eyJhbGciOiJNTC1EU0EtNjUiLCJraWQiOiJTdWl1MjlxYmZ1YUJhUjRBdHMtYzZYUUJlUEJfT3BBeEF3Y1RSXz"
            + "BLWFZNIn0.SXTigJlzIGEgZGFuZ2Vyb3VzIGJ1c2luZXNzLCBGcm9kbywgZ29pbmcgb3V0IHlvdXIgZG9v"
            + "ci4";
    return new KnownAnswer(
        MlDsa65PrivateKey.of(new byte[MlDsa65PrivateKey.SEED_LENGTH]).orElseThrow(),
        input.getBytes(StandardCharsets.US_ASCII),
        "2d3d1ba6581e89392226d707e2fe24e3326f80b9f7c6865707be9bd6f89d6ec6");
  }

  boolean isSignature(byte[] candidate) {
    return HEX.formatHex(Sha256.digest(candidate)).equals(signatureDigest);
  }
}
