package id.simpul.identity.credential;

/**
 * A credential on its way to its holder, with every claim disclosed. Made by {@link SdJwtVcIssuer}
 * alone. Immutable.
 */
public final class IssuedCredential {
  private final String text;

  IssuedCredential(String text) {
    this.text = text;
  }

  /**
   * The compact serialisation (RFC 9901, section 4), for the holder and nobody else. The name is
   * loud so that a search finds every place that shows a credential.
   *
   * @return an SD-JWT with all its disclosures
   */
  public String reveal() {
    return text;
  }

  /** Nothing of the credential. */
  @Override
  public String toString() {
    return "issued credential";
  }
}
