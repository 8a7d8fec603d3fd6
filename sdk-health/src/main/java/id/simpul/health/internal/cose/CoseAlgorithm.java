package id.simpul.health.internal.cose;

import id.simpul.identity.DocumentAlgorithm;
import java.util.Arrays;
import java.util.Optional;

/** The algorithms of health certificates by their numbers (IANA, COSE Algorithms). */
public enum CoseAlgorithm {
  /** RFC 9053, section 2.1. */
  ES256(-7, DocumentAlgorithm.ES256),
  /** RFC 8230, section 2. */
  PS256(-37, DocumentAlgorithm.PS256);

  private final long number;
  private final DocumentAlgorithm algorithm;

  CoseAlgorithm(long number, DocumentAlgorithm algorithm) {
    this.number = number;
    this.algorithm = algorithm;
  }

  /**
   * Its number.
   *
   * @return the value of the header parameter
   */
  public long number() {
    return number;
  }

  /**
   * What a key must be for.
   *
   * @return the algorithm of keys
   */
  public DocumentAlgorithm algorithm() {
    return algorithm;
  }

  static Optional<CoseAlgorithm> of(long number) {
    return Arrays.stream(values()).filter(algorithm -> algorithm.number == number).findFirst();
  }
}
