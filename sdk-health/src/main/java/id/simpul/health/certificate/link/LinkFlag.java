package id.simpul.health.certificate.link;

import java.util.Arrays;
import java.util.Optional;

/** What a link says of its use, each by one letter. */
public enum LinkFlag {
  /** For long-term use: what it leads to may be asked for again. */
  LONG_TERM('L'),
  /** A passcode must be given. */
  PASSCODE('P'),
  /** It leads to one file directly, without a manifest and without a passcode. */
  DIRECT('U');

  private final char letter;

  LinkFlag(char letter) {
    this.letter = letter;
  }

  /**
   * The letter in the link.
   *
   * @return a capital
   */
  public char letter() {
    return letter;
  }

  static Optional<LinkFlag> of(int letter) {
    return Arrays.stream(values()).filter(flag -> flag.letter == letter).findFirst();
  }
}
