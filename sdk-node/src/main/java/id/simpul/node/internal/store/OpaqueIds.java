package id.simpul.node.internal.store;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Makes ids for streams and reports in the form of a ULID: 26 characters, of which the first ten
 * are the time in milliseconds and the others 80 random bits, so that nobody can guess a neighbour.
 * Ids made one after another sort together, which spares the database's indexes: a batch of random
 * ids touches a page each, and was measured to cost twice the time. Thread-safe.
 */
public final class OpaqueIds {
  /** Length of an id in characters. */
  public static final int LENGTH = 26;

  /** Crockford's base 32, lower case: no letter that looks like a digit. */
  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

  private static final int BITS = 5;
  private static final int TIME_CHARACTERS = 10;
  private static final int RANDOM_CHARACTERS = 8;
  private static final int RANDOM_BYTES = 10;
  private static final int HALF = RANDOM_BYTES / 2;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * Creates a source of ids.
   *
   * @param clock the time they begin with
   */
  public OpaqueIds(InstantSource clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Makes an id.
   *
   * @return {@value #LENGTH} digits and lower-case letters
   */
  public String next() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    StringBuilder id = new StringBuilder(LENGTH);
    append(id, clock.millis(), TIME_CHARACTERS);
    append(id, number(bytes, 0), RANDOM_CHARACTERS);
    append(id, number(bytes, HALF), RANDOM_CHARACTERS);
    return id.toString();
  }

  private static long number(byte[] bytes, int from) {
    long number = 0;
    for (int i = from; i < from + HALF; i++) {
      number = (number << Byte.SIZE) | (bytes[i] & 0xff);
    }
    return number;
  }

  private static void append(StringBuilder id, long number, int characters) {
    for (int shift = (characters - 1) * BITS; shift >= 0; shift -= BITS) {
      id.append(ALPHABET[(int) (number >>> shift) & (ALPHABET.length - 1)]);
    }
  }
}
