package id.simpul.health.certificate;

/**
 * Why a step failed. The names are stable, so that programs may branch on them and translate them.
 */
public enum CheckCode {
  /** The text is longer than any QR code holds. */
  TOO_LONG("It is longer than a QR code can be"),
  /** The text begins otherwise. */
  WRONG_PREFIX("It does not begin as such a certificate does"),
  /** A part of several is missing, doubled, or one too many. */
  INCOMPLETE("It is not all of its parts, each once"),
  /** The text is no encoding of bytes. */
  BAD_ENCODING("Its characters encode nothing"),
  /** More bytes than a QR code holds. */
  TOO_LARGE("It holds more than a QR code can"),
  /** Not compressed, though it must be. */
  NOT_COMPRESSED("It is not compressed"),
  /** A compressed stream that is broken, or opens to too much. */
  BAD_COMPRESSION("It is compressed wrongly, or to cause harm"),
  /** No signed message. */
  BAD_MESSAGE("It is no signed message of this kind"),
  /** An algorithm that is not taken. */
  UNSUPPORTED_ALGORITHM("It is signed with an algorithm that is not taken"),
  /** An issuer that is not on the caller's list. */
  UNTRUSTED_ISSUER("Its issuer is not on the list of trusted ones"),
  /** The keys of that name are for another algorithm. */
  ALGORITHM_OF_ANOTHER_KEY("Its key is not for the algorithm it names"),
  /** A signature of a length this key's signatures do not have. */
  BAD_SIGNATURE_LENGTH("Its signature does not have the length it must have"),
  /** No key of that name signed it. */
  BAD_SIGNATURE("It was changed, or signed by somebody else"),
  /** The claims cannot be read, or one is missing. */
  BAD_CLAIMS("What its issuer says of it cannot be read"),
  /** Issued in the name of another country than the key's. */
  WRONG_COUNTRY("Its key belongs to another country"),
  /** Issued in the future. */
  NOT_YET_VALID("It is not valid yet"),
  /** Past its end. */
  EXPIRED("It is no longer valid"),
  /** It ends before it begins, or its key was not valid all the time it is. */
  OUTSIDE_KEY_VALIDITY("Its time ends before it begins, or outlasts that of its key"),
  /** The key is for other kinds of events. */
  WRONG_USAGE("Its key may not sign this kind of certificate"),
  /** The payload breaks its rules. */
  BAD_PAYLOAD("What it says of the person breaks the rules of its format"),
  /** A code nobody knows, where the caller wants none. */
  UNKNOWN_CODE("It has a code nobody knows"),
  /** Its test found the disease, where the caller lets people in. */
  POSITIVE_TEST("Its test found the disease"),
  /** Its issuer has taken it back. */
  REVOKED("Its issuer has taken it back");

  private final String text;

  CheckCode(String text) {
    this.text = text;
  }

  /**
   * The reason for a person, in English.
   *
   * @return one sentence without a full stop
   */
  public String text() {
    return text;
  }
}
