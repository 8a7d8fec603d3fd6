package id.simpul.identity.credential;

/** The rules for {@code vct} (SD-JWT VC, draft 18, section 2.2.2.1). */
final class CredentialType {
  /** The most characters of a type. */
  static final int MAX_LENGTH = 512;

  private CredentialType() {}

  static String check(String type) {
    if (type.isEmpty() || type.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "A credential type has 1 to " + MAX_LENGTH + " characters");
    }
    return type;
  }
}
