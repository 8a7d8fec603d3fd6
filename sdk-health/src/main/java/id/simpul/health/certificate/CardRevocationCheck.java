package id.simpul.health.certificate;

/** Asks whether a SMART Health Card was taken back. Thread-safe. */
@FunctionalInterface
public interface CardRevocationCheck {
  /**
   * Asks about one card whose signature was verified.
   *
   * @param question issuer, key and identifier of the card
   * @return what is known
   */
  RevocationCheck.Status ask(CardRevocationQuestion question);
}
