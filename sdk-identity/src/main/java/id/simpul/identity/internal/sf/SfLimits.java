package id.simpul.identity.internal.sf;

/**
 * How much of a field is read. Each is at least what RFC 9651 asks an implementation to support in
 * sections 3.1 to 3.3; nesting needs no limit, because the grammar ends at inner lists.
 */
public final class SfLimits {
  /** Characters of a whole field, its lines joined. */
  public static final int MAX_FIELD_LENGTH = 64 * 1024;

  /** Members of a list or dictionary. */
  public static final int MAX_MEMBERS = 1024;

  /** Items of one inner list. */
  public static final int MAX_INNER_ITEMS = 256;

  /** Parameters of one item or inner list. */
  public static final int MAX_PARAMETERS = 256;

  /** Characters of a key. */
  public static final int MAX_KEY_LENGTH = 128;

  /** Characters of a string as written between its quotes; also of a display string. */
  public static final int MAX_STRING_LENGTH = 4096;

  /** Characters of a token. */
  public static final int MAX_TOKEN_LENGTH = 512;

  /** Bytes of a byte sequence, decoded. */
  public static final int MAX_BYTES_LENGTH = 16 * 1024;

  private SfLimits() {}
}
