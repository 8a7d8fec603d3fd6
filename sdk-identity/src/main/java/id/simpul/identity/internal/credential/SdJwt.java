package id.simpul.identity.internal.credential;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.util.Set;

/** The limits, names and types of SD-JWT VC that several classes share. */
public final class SdJwt {
  /** {@code typ} of a credential. */
  public static final String TYP = "dc+sd-jwt";

  /** {@code typ} of a proof that the presenter holds the key. */
  public static final String KEY_BINDING_TYP = "kb+jwt";

  /** The most characters of a credential or presentation, all its parts together. */
  public static final int MAX_LENGTH = 256 * 1024;

  /** The most characters of the part its issuer signs. */
  public static final int MAX_ISSUER_JWT_LENGTH = 64 * 1024;

  /** The most disclosures. */
  public static final int MAX_DISCLOSURES = 128;

  /**
   * The deepest nesting of objects and arrays in the claims; the claims themselves are the first.
   */
  public static final int MAX_DEPTH = 8;

  /** Where an object keeps the digests of its hidden members. */
  public static final String SD = "_sd";

  /** What stands for a hidden element of an array. */
  public static final String ELEMENT = "...";

  /** The algorithm of all digests, at the top level alone. */
  public static final String SD_ALG = "_sd_alg";

  /** Names no claim may have, at any level (RFC 9901, section 4.1). */
  public static final Set<String> RESERVED = Set.of(SD, ELEMENT, SD_ALG);

  /**
   * Claims at the top level that say whether a credential holds. They are never hidden, in part or
   * whole (RFC 9901, section 9.7; SD-JWT VC, draft 18, section 2.2.2.3), and the issuer alone sets
   * them.
   */
  public static final Set<String> CONTROL =
      Set.of(
          "aka_vcts", "aud", "cnf", "exp", "iat", "iss", "nbf", "status", "vct", "vct#integrity");

  /** Claims that lead to a person, at any level; an issuer of ours never leaves them open. */
  public static final Set<String> PERSONAL = Set.of("address", "birthdate", "nik");

  private SdJwt() {}

  /**
   * Something is not what it should be.
   *
   * @param what what is wrong, without content
   * @param where the part concerned
   * @return the refusal
   */
  public static TrustException malformed(String what, String where) {
    return new TrustException(Reason.MALFORMED, TYP, what, where);
  }

  /**
   * Something is not allowed here.
   *
   * @param what what is wrong, without content
   * @param where the part concerned
   * @return the refusal
   */
  public static TrustException notAllowed(String what, String where) {
    return new TrustException(Reason.NOT_ALLOWED, TYP, what, where);
  }
}
