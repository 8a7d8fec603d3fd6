package id.simpul.identity.credential;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.Base64Url;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The statuses of many credentials, 1, 2, 4 or 8 bits each (Token Status List, draft 20, section
 * 4). Index 0 stands in the lowest bits of the first byte. Immutable, thread-safe.
 */
public final class StatusList {
  /** The most bytes a list opens to: 134 million statuses of one bit. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  private static final String WHO = "status list";

  private final int bits;
  private final byte[] bytes;

  private StatusList(int bits, byte[] bytes) {
    this.bits = bits;
    this.bytes = bytes;
  }

  /**
   * Starts a list in which everything is valid.
   *
   * @param bits of a status: 1, 2, 4 or 8
   * @param entries how many statuses, at least one and at most {@link #MAX_BYTES} bytes of them;
   *     rounded up to whole bytes
   * @return a builder
   */
  public static Builder builder(int bits, int entries) {
    return new Builder(bits, new byte[checkShape(bits, entries, MAX_BYTES)]);
  }

  /** The bytes of a list, if it may have this shape. */
  static int checkShape(int bits, int entries, int maxBytes) {
    if (!isBits(bits)) {
      throw new IllegalArgumentException("A status has 1, 2, 4 or 8 bits");
    }
    long bytes = ((long) entries * bits + Byte.SIZE - 1) / Byte.SIZE;
    if (entries < 1 || bytes > maxBytes) {
      throw new IllegalArgumentException("A list has 1 entry to " + maxBytes + " bytes");
    }
    return (int) bytes;
  }

  private static boolean isBits(int bits) {
    return bits == 1 || bits == 2 || bits == 4 || bits == 8;
  }

  /**
   * Reads a list in its JSON form (section 4.2).
   *
   * @param json an object with {@code bits} and {@code lst}; other members are ignored
   * @return the list
   * @throws TrustException {@code MALFORMED} when {@code bits} is not 1, 2, 4 or 8, or {@code lst}
   *     is not base64url of one whole zlib stream of at most {@link #MAX_BYTES} bytes when opened
   */
  public static StatusList of(JsonObject json) {
    int bits = bits(json.members().get("bits"));
    if (!(json.members().get("lst") instanceof JsonString lst)) {
      throw malformed("is missing or not a string", "lst");
    }
    byte[] stream =
        Base64Url.decode(lst.value())
            .orElseThrow(() -> malformed("is not base64url without padding", "lst"));
    return new StatusList(bits, StatusZlib.inflate(stream, MAX_BYTES));
  }

  private static int bits(@Nullable JsonValue value) {
    if (value instanceof JsonNumber number && number.lexeme().length() == 1) {
      int bits = number.lexeme().charAt(0) - '0';
      if (isBits(bits)) {
        return bits;
      }
    }
    throw malformed("is not 1, 2, 4 or 8", "bits");
  }

  private static TrustException malformed(String what, String where) {
    return new TrustException(Reason.MALFORMED, WHO, what, where);
  }

  /**
   * The JSON form, compressed as well as it can be.
   *
   * @return an object with {@code bits} and {@code lst}
   */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("bits", JsonNumber.of(bits))
        .put("lst", Base64Url.encode(StatusZlib.deflate(bytes)))
        .build();
  }

  /**
   * The bits of one status.
   *
   * @return 1, 2, 4 or 8
   */
  public int bits() {
    return bits;
  }

  /**
   * How many statuses it holds.
   *
   * @return the first index that is out of bounds
   */
  public int size() {
    return bytes.length * (Byte.SIZE / bits);
  }

  /**
   * The memory it takes.
   *
   * @return bytes
   */
  int byteLength() {
    return bytes.length;
  }

  /**
   * One status.
   *
   * @param index from 0, as a credential gives it
   * @return the status
   * @throws TrustException {@code STATUS_UNKNOWN} when the index is out of bounds: such a list says
   *     nothing of the credential (section 8.3)
   */
  public TokenStatus get(long index) {
    if (index < 0 || index >= size()) {
      throw new TrustException(Reason.STATUS_UNKNOWN, WHO, "ends before the index", "idx");
    }
    int perByte = Byte.SIZE / bits;
    int shift = (int) (index % perByte) * bits;
    return new TokenStatus((bytes[(int) (index / perByte)] >>> shift) & mask(bits));
  }

  private static int mask(int bits) {
    return (1 << bits) - 1;
  }

  /**
   * A copy to change.
   *
   * @return a builder with the same statuses
   */
  public Builder toBuilder() {
    return new Builder(bits, bytes.clone());
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof StatusList other && bits == other.bits && Arrays.equals(bytes, other.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * bits + Arrays.hashCode(bytes);
  }

  /** Its shape and no status. */
  @Override
  public String toString() {
    return WHO + " of " + size() + " x " + bits + " bits";
  }

  /** Collects statuses. Not thread-safe. */
  public static final class Builder {
    private final int bits;
    private final byte[] bytes;

    private Builder(int bits, byte[] bytes) {
      this.bits = bits;
      this.bytes = bytes;
    }

    /**
     * Sets one status.
     *
     * @param index from 0 and within the list
     * @param status one that its bits can hold
     * @return this
     */
    public Builder set(int index, TokenStatus status) {
      int perByte = Byte.SIZE / bits;
      if (index < 0 || index / perByte >= bytes.length || status.value() > mask(bits)) {
        throw new IllegalArgumentException("No room in the list for this index or status");
      }
      int shift = (index % perByte) * bits;
      int kept = bytes[index / perByte] & ~(mask(bits) << shift);
      bytes[index / perByte] = (byte) (kept | (status.value() << shift));
      return this;
    }

    /**
     * Makes the list.
     *
     * @return the immutable list
     */
    public StatusList build() {
      return new StatusList(bits, bytes.clone());
    }
  }
}
