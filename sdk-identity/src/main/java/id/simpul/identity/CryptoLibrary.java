package id.simpul.identity;

/**
 * The libraries that can compute signatures. They differ in speed and in nothing a token shows. All
 * but the first are there when the program has them on its class path; a program made of modules
 * names theirs with {@code --add-modules}.
 */
public enum CryptoLibrary {
  /** Bouncy Castle's lightweight code: plain Java, always there, the default. */
  BOUNCY_CASTLE("Bouncy Castle"),
  /**
   * Amazon Corretto Crypto Provider: native code, {@code
   * software.amazon.cryptools:AmazonCorrettoCryptoProvider} with the classifier of the machine.
   */
  CORRETTO("Amazon Corretto Crypto Provider"),
  /** Conscrypt: native code, {@code org.conscrypt:conscrypt-openjdk-uber}. */
  CONSCRYPT("Conscrypt");

  private final String fullName;

  CryptoLibrary(String fullName) {
    this.fullName = fullName;
  }

  /** The name its makers give it. */
  @Override
  public String toString() {
    return fullName;
  }
}
