package id.simpul.identity;

import id.simpul.core.value.Nik;
import id.simpul.identity.internal.crypto.HmacSha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes the pseudonyms of one agency and purpose: the same NIK always gives the same one, and
 * nobody outside the node can tell which NIK it was. Immutable, thread-safe.
 *
 * <p><b>Why data cannot be joined by it.</b> There are some 5 x 10<sup>12</sup> plausible NIKs, so
 * a plain digest, salted or not, is undone within hours by trying them all. A pseudonym is an
 * HMAC-SHA-256 instead, under a key that comes from the node's key, the agency and the purpose. To
 * whoever lacks the node's key, HMAC-SHA-256 looks like a random function (RFC 2104): the keys of
 * two contexts look like two independent random keys, and under those the pseudonyms of one
 * resident like two independent random numbers. Two agencies that put their tables side by side, or
 * one agency with two purposes, or two nodes, therefore learn from the pseudonyms what dice would
 * tell them. Each part of a context is preceded by its length, so that no two contexts are written
 * alike.
 *
 * <p><b>What it does not do.</b> Within one purpose the rows of a resident belong together; that is
 * what it is for. Whoever has the node's key can try all NIKs. Birth dates, addresses and habits
 * join tables without any pseudonym, so an agency gets no more columns than it needs.
 *
 * <p><b>Changing the key.</b> {@link #of} uses the current key, {@link #candidates} also those
 * before it. While both are there, look a resident up under all candidates and write what is found
 * anew under the first; when nothing is left under the old key, take it out.
 */
public final class Pseudonymizer {
  /** The most characters of a purpose. */
  public static final int MAX_PURPOSE_LENGTH = 64;

  private static final String LABEL = "simpul-pseudonym-v1";
  private static final Pattern PURPOSE =
      Pattern.compile("[a-z0-9][a-z0-9.-]{0," + (MAX_PURPOSE_LENGTH - 1) + "}");

  private final List<Derived> keys;
  private final EntityId agency;
  private final String purpose;

  private record Derived(String keyId, HmacSha256 mac) {
    Pseudonym of(Nik nik) {
      return new Pseudonym(keyId, mac.of(ascii(nik.reveal())));
    }
  }

  /**
   * The pseudonyms of one agency and purpose.
   *
   * @param keys the node's keys
   * @param agency who will hold the pseudonyms
   * @param purpose what for, for example {@code health.visits}: 1 to {@link #MAX_PURPOSE_LENGTH}
   *     lower-case letters, digits, dots and hyphens, the first a letter or digit
   */
  public Pseudonymizer(PseudonymKeys keys, EntityId agency, String purpose) {
    if (!PURPOSE.matcher(purpose).matches()) {
      throw new IllegalArgumentException(
          "A purpose has 1 to "
              + MAX_PURPOSE_LENGTH
              + " lower-case letters, digits, dots and hyphens");
    }
    byte[] context = context(LABEL, agency.value(), purpose);
    this.keys = keys.all().stream().map(key -> new Derived(key.id(), key.derive(context))).toList();
    this.agency = agency;
    this.purpose = purpose;
  }

  private static byte[] context(String... parts) {
    ByteArrayOutputStream context = new ByteArrayOutputStream();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      context.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      context.writeBytes(bytes);
    }
    return context.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The pseudonym to store.
   *
   * @param nik whose
   * @return the pseudonym under the current key
   */
  public Pseudonym of(Nik nik) {
    return keys.get(0).of(nik);
  }

  /**
   * The pseudonyms under which a resident may be stored.
   *
   * @param nik whose
   * @return one for each key, that of the current key first
   */
  public List<Pseudonym> candidates(Nik nik) {
    return keys.stream().map(key -> key.of(nik)).toList();
  }

  /**
   * Whether a stored pseudonym is that of a resident.
   *
   * @param nik whose it may be
   * @param stored a pseudonym, of any agency and purpose
   * @return true when it is one of the {@link #candidates}; false also when its key is not here any
   *     more
   */
  public boolean matches(Nik nik, Pseudonym stored) {
    for (Derived key : keys) {
      if (key.keyId().equals(stored.keyId())) {
        return key.of(nik).equals(stored);
      }
    }
    return false;
  }

  /** The agency and the purpose. */
  @Override
  public String toString() {
    return "pseudonyms of " + agency + " for " + purpose;
  }
}
